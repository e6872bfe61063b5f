import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in. */
export interface Came {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string;
  readonly text: string;
}

/** What goes out; an object becomes JSON. */
export interface Out {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the entries of all systems say alike: no authority of their own, and times in seconds. */
export const usualEntry = { ca: undefined, timeout: 30, settle: 1 } as const;

/** A server on loopback. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves what a handler answers, on a free port or the one given. */
export async function serve(handler: (came: Came) => Out | Promise<Out>, port = 0): Promise<Served> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const text = await textOf(request);
    const header = (name: string) => String(request.headers[name] ?? '');
    const out = await handler({
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      header,
      text,
    });
    const body = out.body === undefined ? '' : typeof out.body === 'string' ? out.body : JSON.stringify(out.body);
    response.writeHead(out.status, { 'content-type': 'application/json', ...out.headers }).end(body);
  });
  return listening(server, port);
}

/** Answers a server's address once it listens. */
export async function listening(server: Server, port = 0): Promise<Served> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  // A server that listens on a port has an address with it.
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers the whole text of a request. */
export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers the JSON of a text, or undefined. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Answers a field of what may be an object. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([one]) => one === name)?.[1] : undefined;
