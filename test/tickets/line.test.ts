import { readFileSync } from 'node:fs';
import { createServer as httpServer } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type Asked, jsonOf } from '../../src/tickets/answered.js';
import { type Answer, exchange } from '../../src/tickets/exchange.js';
import { openLine } from '../../src/tickets/line.js';
import { fileOf } from '../cli/call.js';
import { listening, type Served, serve } from './servers/serve.js';

const tls = (name: string) => fileURLToPath(new URL(`tls/${name}`, import.meta.url));
const line = (ca?: string, env: Readonly<Record<string, string>> = {}) =>
  openLine({ name: 'tests', ca, timeoutMs: 2_000, secrets: ['s3cret-token'] }, env);

const open: Served[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A server with a certificate that an authority of its own issued; it counts what it is asked. */
async function privateServer(): Promise<{ readonly url: URL; readonly count: () => number }> {
  let count = 0;
  const options = { key: readFileSync(tls('server.key')), cert: readFileSync(tls('server.pem')) };
  const server = createServer(options, (_, response) => {
    count += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  const served = await listening(server);
  open.push(served);
  return { url: new URL(served.url.replace('http:', 'https:')), count: () => count };
}

describe('certificates', () => {
  test('one that can’t be checked ends the call before a byte is sent', async () => {
    const { url, count } = await privateServer();
    const answer = await exchange({ method: 'POST', url, body: '{}' }, line());
    expect(answer).toMatchObject({
      unsent: expect.stringMatching(/certificate can't be checked.*name its file as ca/),
    });
    expect(count()).toBe(0);
  });

  test('an authority of one’s own is trusted once its file is named', async () => {
    const { url } = await privateServer();
    expect(await exchange({ method: 'GET', url }, line(tls('ca.pem')))).toMatchObject({
      status: 200,
      text: '{"ok":true}',
    });
  });

  test('no variable of the environment switches the check off', async () => {
    const { url, count } = await privateServer();
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      expect(await exchange({ method: 'GET', url }, line())).toMatchObject({
        unsent: expect.stringContaining('certificate'),
      });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
    expect(count()).toBe(0);
  });

  test('a file that is missing, or holds no certificate, is told', () => {
    expect(() => line('/nowhere/ca.pem')).toThrow(/tickets › tests › ca: \/nowhere\/ca\.pem can't be read \(ENOENT\)/);
    expect(() => line(fileOf('hello', 'ca.pem'))).toThrow(/holds no certificate in PEM/);
  });
});

describe('a proxy of the environment', () => {
  /** A proxy that tunnels, or turns every tunnel down. */
  async function proxy(status: number): Promise<{ readonly url: string; readonly tunnels: string[] }> {
    const tunnels: string[] = [];
    const server = httpServer().on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      const [host, port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
      return socket;
    });
    const served = await listening(server);
    open.push(served);
    return { url: served.url, tunnels };
  }

  test('carries the call through a tunnel, which still ends at the right certificate', async () => {
    const { url } = await privateServer();
    const { url: https_proxy, tunnels } = await proxy(200);
    expect(await exchange({ method: 'GET', url }, line(tls('ca.pem'), { https_proxy }))).toMatchObject({ status: 200 });
    expect(tunnels).toEqual([url.host]);
    expect(await exchange({ method: 'GET', url }, line(undefined, { https_proxy }))).toHaveProperty('unsent');
  });

  test('is left aside for hosts that the environment names', async () => {
    const { url } = await privateServer();
    const { url: https_proxy, tunnels } = await proxy(200);
    await exchange({ method: 'GET', url }, line(tls('ca.pem'), { https_proxy, no_proxy: '127.0.0.1' }));
    expect(tunnels).toEqual([]);
  });

  test('that lets nobody through is told: nothing was sent', async () => {
    const { url, count } = await privateServer();
    const { url: https_proxy } = await proxy(407);
    const answer = await exchange({ method: 'POST', url, body: '{}' }, line(tls('ca.pem'), { https_proxy }));
    expect(answer).toMatchObject({ unsent: expect.stringMatching(/proxy doesn't let us through \(407\)/) });
    expect(count()).toBe(0);
  });
});

describe('how far a call got', () => {
  test('a host that doesn’t exist, and a port where nothing listens, were never reached', async () => {
    expect(
      await exchange({ method: 'POST', url: new URL('https://nowhere.invalid/x'), body: '{}' }, line()),
    ).toHaveProperty('unsent');
    expect(await exchange({ method: 'POST', url: new URL('http://127.0.0.1:9/x'), body: '{}' }, line())).toHaveProperty(
      'unsent',
    );
  });

  test('an answer never shows the secret, even where the server sends it back', async () => {
    const served = await serve(({ header }) => ({
      status: 400,
      body: { message: `no use for ${header('authorization')}` },
    }));
    open.push(served);
    // The secret that is set up, and a token that was given for it.
    for (const token of ['s3cret-token', 'a-given-token']) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await exchange({ method: 'POST', url: new URL(served.url), headers, body: '{}' }, line());
      const told = jsonOf(answer, asked);
      expect(told).toMatchObject({ refused: expect.stringContaining('no use for Bearer …') });
    }
  });
});

const asked: Asked = {
  label: 'Desk',
  host: 'desk.example.com',
  writes: true,
  secret: '$DESK_TOKEN',
  thing: 'ticket D-1',
};
const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  header: (name) => headers[name] ?? '',
});

describe('what an answer means', () => {
  test('to wait is to wait, also where a page says so', () => {
    const busy = answer(429, '<html>Too many</html>', { 'content-type': 'text/html', 'retry-after': '7' });
    expect(jsonOf(busy, asked)).toMatchObject({ later: 7_000 });
  });

  test.each([
    [
      '400 with a message',
      answer(400, { errorMessages: ['The field is too long.'], errors: {} }),
      /Desk answers 400 and doesn't take it\. It says: The field is too long\./,
    ],
    [
      '400 with messages by field',
      answer(400, { errorMessages: [], errors: { comment: 'INVALID_INPUT' } }),
      /It says: INVALID_INPUT\./,
    ],
    [
      '401',
      answer(401, { message: 'Bad credentials' }),
      /401.*credentials.*expired; renew \$DESK_TOKEN\. It says: Bad credentials\./,
    ],
    ['403', answer(403, { error: { message: 'No access', detail: 'ACL' } }), /403.*isn't allowed.*No access; ACL/],
    ['404', answer(404, ''), /404: there is no ticket D-1/],
    [
      '422',
      answer(422, { message: 'Validation Failed', errors: [{ message: 'Body is too long' }] }),
      /Validation Failed; Body is too long/,
    ],
    [
      'a redirect on the same host',
      answer(301, '', { location: 'https://desk.example.com/v2' }),
      /another address on desk\.example\.com .*Mend the url/,
    ],
    [
      'a redirect to another host',
      answer(302, '', { location: 'https://evil.example/' }),
      /points to another host \(evil\.example\)/,
    ],
  ])('%s is a refusal', (_, one, message) => {
    expect(jsonOf(one, asked)).toMatchObject({ refused: expect.stringMatching(message) });
  });

  test.each([
    ['429', answer(429, '', { 'retry-after': '7' }), 7_000],
    ['429 without a time', answer(429, ''), 5_000],
    ['403 with Retry-After', answer(403, { message: 'secondary rate limit' }, { 'retry-after': '60' }), 60_000],
    ['403 with nothing left', answer(403, '', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }), 0],
    ['429 with a date that is past', answer(429, '', { 'retry-after': 'Fri, 20 Nov 2020 09:00:00 GMT' }), 0],
  ])('%s is a wait', (_, one, wait) => {
    expect(jsonOf(one, asked)).toMatchObject({ later: wait });
  });

  test.each([
    ['500', answer(500, '')],
    ['503 with Retry-After', answer(503, '', { 'retry-after': '1' })],
    ['408', answer(408, '')],
    ['a page', answer(200, '<!DOCTYPE html><title>Sign in</title>')],
    ['something that is no JSON', answer(200, 'ok')],
  ])('%s leaves a change unsure', (_, one) => {
    expect(jsonOf(one, asked)).toHaveProperty('unsure');
  });

  test('what a system says is shown without what a terminal would obey, and not at any length', () => {
    const told = jsonOf(answer(400, { message: `\u001b[31m${'x'.repeat(5_000)}` }), asked);
    const why = 'refused' in told ? told.refused : '';
    expect(why).not.toMatch(/\p{Cc}/u);
    expect(why.length).toBeLessThan(400);
  });
});
