import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { type Fields, fieldsOf, parsed } from '../../src/desk/fields.js';
import type { Installation } from '../../src/desk/installation.js';
import type { Limits } from '../../src/desk/limits.js';
import { ids } from '../../src/desk/state.js';
import { type Desk, openDesk } from '../../src/desk/workspace.js';
import { slackLimits } from './slack-limits.js';

/** A workspace with a stub of an app behind it, for tests of the workspace itself. */
export interface Stubbed {
  readonly desk: Desk;
  /** What the app was sent: payloads of interactions, fields of commands. */
  readonly received: Fields[];
  /** What the app answers next; a number is a status, null no answer at all. */
  answer: unknown;
  call(method: string, args: Fields, token?: string): Promise<Fields>;
  respond(url: unknown, body: Fields): Promise<{ status: number; body: Fields }>;
  pass(ms: number): void;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Opens a workspace that sends to a stub over HTTP. */
export async function stubbed(
  limits: Limits = slackLimits,
  installation: Partial<Installation> = {},
): Promise<Stubbed> {
  let passed = 0;
  const desk = await openDesk(limits, () => Date.now() + passed, installation);
  const received: Fields[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const form = Object.fromEntries(new URLSearchParams(body));
    const isJson = request.headers['content-type'] === 'application/json';
    received.push({
      ...(isJson ? fieldsOf(parsed(body)) : form.payload === undefined ? form : fieldsOf(parsed(form.payload))),
      headers: request.headers,
    });
    if (stub.answer === null) return;
    response.writeHead(typeof stub.answer === 'number' ? stub.answer : 200, { 'content-type': 'application/json' });
    response.end(typeof stub.answer === 'object' ? JSON.stringify(stub.answer) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo; // a server that listens on a port
  desk.reach(`http://127.0.0.1:${address.port}/`, 'secret');
  closing.push(async () => {
    await desk.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const stub: Stubbed = {
    desk,
    received,
    answer: undefined,
    async call(method, args, token = ids.botToken) {
      const headers = {
        'content-type': 'application/json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      };
      const response = await fetch(`${desk.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
      return fieldsOf(await response.json());
    },
    async respond(url, body) {
      const response = await fetch(String(url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: fieldsOf(await response.json()) };
    },
    pass: (ms) => {
      passed += ms;
    },
  };
  return stub;
}
