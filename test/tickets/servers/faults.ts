import { createServer, type IncomingMessage, type ServerResponse, request as upstream } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { listening, textOf } from './serve.js';

/** What goes wrong with one request on its way to the server, or back. */
export type Fault =
  | 'none'
  /** The connection breaks; the server never sees it. */
  | 'lost request'
  /** The server does it; the connection breaks before its answer is back. */
  | 'lost answer'
  /** The server does it; its answer comes after the client has given up. */
  | 'slow answer'
  /** The client has given up before the server begins. */
  | 'late request'
  | 'error after'
  | 'error before'
  | 'busy'
  | 'page before'
  | 'page after'
  | 'redirect'
  | 'huge';

export const faults: readonly Fault[] = [
  'lost request',
  'lost answer',
  'slow answer',
  'late request',
  'error after',
  'error before',
  'busy',
  'page before',
  'page after',
];

/** Stands between client and server; what is asked for changes something unless it is a GET. */
export interface Between {
  readonly url: string;
  /** What goes wrong with the next changes, and with the next questions, in order. */
  readonly writes: Fault[];
  readonly reads: Fault[];
  /** Everything that the client has sent. */
  readonly seen: string[];
  readonly close: () => Promise<void>;
}

const page = { 'content-type': 'text/html' };

/** Answers a proxy in front of a server; what is slow takes `slowMs`, longer than the client waits. */
export async function between(target: () => string, slowMs: number): Promise<Between> {
  const writes: Fault[] = [];
  const reads: Fault[] = [];
  const seen: string[] = [];
  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    seen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${text}`);
    // Signing in is neither.
    const queue = request.url === '/oauth_token.do' ? [] : request.method === 'GET' ? reads : writes;
    const fault = queue.shift() ?? 'none';
    const on = () => forward(target(), request, text);
    const pass = (answer: Forwarded) => response.writeHead(answer.status, answer.headers).end(answer.body);
    try {
      await acts[fault]({ on, pass, response });
    } catch {
      response.destroy();
    }
  });
  const acts = actsOf(slowMs);
  return { ...(await listening(server)), writes, reads, seen };
}

interface Act {
  readonly on: () => Promise<Forwarded>;
  readonly pass: (answer: Forwarded) => unknown;
  readonly response: ServerResponse;
}

const actsOf = (slowMs: number): Readonly<Record<Fault, (act: Act) => Promise<unknown>>> => ({
  none: async ({ on, pass }) => pass(await on()),
  'lost request': async ({ response }) => response.destroy(),
  'lost answer': async ({ on, response }) => {
    await on();
    response.destroy();
  },
  'slow answer': async ({ on, pass }) => {
    const answer = await on();
    await wait(slowMs);
    pass(answer);
  },
  'late request': async ({ on, pass }) => {
    await wait(slowMs);
    pass(await on());
  },
  'error after': async ({ on, response }) => {
    await on();
    response.writeHead(502).end('{"message":"upstream broke off"}');
  },
  'error before': async ({ response }) => response.writeHead(503).end('{"message":"down for a moment"}'),
  busy: async ({ response }) => response.writeHead(429, { 'retry-after': '0' }).end('{"message":"slow down"}'),
  'page before': async ({ response }) => response.writeHead(200, page).end('<!doctype html><title>Sign in</title>'),
  'page after': async ({ on, response }) => {
    await on();
    response.writeHead(200, page).end('<html>blocked</html>');
  },
  redirect: async ({ response }) => response.writeHead(302, { location: 'https://elsewhere.example/login' }).end(),
  huge: async ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    await pipeline(Readable.from(Array(100).fill(Buffer.alloc(1_000_000, 'x'))), response);
  },
});

interface Forwarded {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
}

/** Sends a request on, and answers what came back; undici, which is being tested, isn't used for it. */
function forward(target: string, { method, url, headers }: IncomingMessage, text: string): Promise<Forwarded> {
  return new Promise((resolve, reject) => {
    const { connection: _, 'transfer-encoding': __, ...kept } = headers;
    const sent = upstream(new URL(url ?? '/', target), { method, headers: kept }, async (answer) => {
      const { 'transfer-encoding': ___, connection: ____, 'content-length': _____, ...shown } = answer.headers;
      const named = Object.entries(shown).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      );
      resolve({ status: answer.statusCode ?? 500, headers: Object.fromEntries(named), body: await textOf(answer) });
    });
    sent.on('error', reject).end(text);
  });
}
