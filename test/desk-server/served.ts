import { afterEach } from 'vitest';
import { type ServedDesk, serveDesk } from '../../src/start/open-desk.js';

/** A desk that is served for a test, and what it logged. */
export interface TestDesk extends ServedDesk {
  readonly log: readonly string[];
  /** Posts to the page's server as the page does. */
  post(path: string, body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
}

const open: ServedDesk[] = [];

afterEach(async () => {
  for (const desk of open.splice(0)) await desk.stop();
});

/** Serves a desk at a free port; it is stopped after the test. */
export async function served(env: NodeJS.ProcessEnv = {}): Promise<TestDesk> {
  const log: string[] = [];
  // The page is the built one, which stands in dist/.
  const desk = await serveDesk({ PORT: '0', TSDEPLOY_TODAY: '2026-11-20', ...env }, (line) => log.push(line));
  open.push(desk);
  return {
    ...desk,
    log,
    post: (path, body, headers = { 'x-desk': '1' }) =>
      fetch(`${desk.address}${path}`, { method: 'POST', headers, body: Buffer.from(body) }),
  };
}
