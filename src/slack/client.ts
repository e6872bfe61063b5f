import { type Logger, LogLevel, type webApi } from '@slack/bolt';
import type { Log } from './trouble.js';

/** Answers how the Web API is called: at its own address alone, with short waits. Never with headers: they would reach other workspaces. */
export const clientOptions = (apiUrl: string | undefined): webApi.WebClientOptions => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  allowAbsoluteUrls: false,
  timeout: 10_000,
  retryConfig: { retries: 2, factor: 2, minTimeout: 250, maxTimeout: 1_000 },
});

/** Answers a logger that passes warnings and errors on, one line each; warnings elsewhere where that is given. */
export function logger(log: Log, warn: Log = log): Logger {
  const to =
    (write: Log) =>
    (...parts: readonly unknown[]) =>
      write(parts.map(String).join(' '));
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: to(warn),
    error: to(log),
    setLevel: silent,
    getLevel: () => LogLevel.WARN,
    setName: silent,
  };
}
