import { LogLevel, SocketModeReceiver } from '@slack/bolt';
import { logger } from './client.js';
import type { Log } from './trouble.js';

/**
 * Answers a receiver over Socket Mode. Its own client options leave the retries of a reconnect as long as they are
 * meant to be; the short ones of the Web API would let one failure end the socket for good.
 */
export const socketReceiver = (appToken: string, apiUrl: string | undefined, log: Log): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: logger(log),
    logLevel: LogLevel.WARN,
    clientPingTimeout: 2_000,
    installerOptions: {
      clientOptions: {
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
        allowAbsoluteUrls: false,
        timeout: 10_000,
      },
    },
  });
