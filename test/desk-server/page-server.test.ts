import { request } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { readAssets } from '../../src/desk-server/assets.js';
import { listen, noFreePort } from '../../src/desk-server/listen.js';
import { serveDesk } from '../../src/start/open-desk.js';
import { served } from './served.js';

/** Asks with a host name of our own choice, which fetch doesn't allow. */
const asked = (address: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port, pathname } = new URL(address);
    request({ hostname, port, path: pathname, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the page', () => {
  test('stands under the token alone, and under names of this machine alone', async () => {
    const { address } = await served();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}\/$/);
    const { host, port, origin } = new URL(address);
    expect(await asked(address, host)).toBe(200);
    expect(await asked(address, `localhost:${port}`)).toBe(200);
    for (const name of ['desk.example', `desk.example:${port}`, '127.0.0.1.example', 'x:y'])
      expect(await asked(address, name)).toBe(403);
    for (const path of ['/', '/index.html', `/${'x'.repeat(24)}/`, '/live', '/act'])
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
    expect((await fetch(address.slice(0, -1))).url).toBe(address);
  });

  test('takes scripts, styles and data from nowhere else, and is no frame', async () => {
    const { address } = await served();
    const response = await fetch(address);
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/https?:/);
  });

  test('weighs less than 200 kB with everything it loads, as it is sent', async () => {
    const { address } = await served();
    let weight = 0;
    for (const name of ['', 'main.js', 'page.css', 'icon.svg'])
      weight += Number((await fetch(`${address}${name}`)).headers.get('content-length'));
    expect(weight).toBeGreaterThan(5_000);
    expect(weight).toBeLessThan(200_000);
  });
});

describe('what the page posts', () => {
  const command = JSON.stringify({ type: 'command', user: 'UANN', channel: 'CDEPLOY', text: '/tsdeploy help' });

  test('waits while the app is starting, and then goes through', async () => {
    const { post, log } = await served();
    const response = await post('act', command);
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(log).toEqual([]);
  });

  test('isn’t taken from a form of another site, nor in a shape the page never sends', async () => {
    const { post } = await served();
    expect((await post('act', command, {})).status).toBe(404);
    for (const body of [
      '',
      '[]',
      '{"type":"leave"}',
      '{"type":"say","user":"UANN"}',
      JSON.stringify({ ...JSON.parse(command), more: 1 }),
    ]) {
      const response = await post('act', body);
      expect([response.status, await response.json()]).toEqual([
        400,
        { problem: expect.stringContaining("doesn't understand") },
      ]);
    }
    expect((await post('act', `"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
  });

  test('is told where it can’t be done', async () => {
    const { post } = await served();
    const problem = async (act: object) =>
      (await (await post('act', JSON.stringify({ user: 'UANN', ...act }))).json()).problem;
    expect(await problem({ type: 'command', channel: 'CDEPLOY', text: '/other' })).toBe(
      "/other isn't a command here. Try /tsdeploy.",
    );
    expect(await problem({ type: 'submit', entries: {} })).toBe("That isn't there any more.");
    expect(await problem({ type: 'press', place: { kind: 'message', id: '1.1' }, name: 'a/b', entries: {} })).toBe(
      "That isn't there any more.",
    );
  });

  test('a file of 100 MB is refused with words, and a smaller one is kept until it is sent', async () => {
    const { post, address } = await served();
    const large = await post('bring?name=image.wim', new Uint8Array(100 * 1024 * 1024));
    expect([large.status, await large.json()]).toEqual([
      413,
      { problem: 'image.wim is larger than the desk takes (20 MB). Post a smaller file.' },
    ]);
    const { id } = await (await post('bring?name=a.txt', 'hello')).json();
    const said = await post(
      'act',
      JSON.stringify({ type: 'say', user: 'UANN', channel: 'CDEPLOY', text: '', thread: '', files: [id] }),
    );
    expect(await said.json()).toEqual({});
    const [change] = await firstChange(address);
    const file = /"id":"(F\w+)"/.exec(change ?? '')?.[1];
    const response = await fetch(`${address}file/${file}`);
    expect([response.headers.get('content-disposition'), await response.text()]).toEqual([
      "attachment; filename*=UTF-8''a.txt",
      'hello',
    ]);
  }, 30_000);
});

/** Answers the first change that a page is sent: everything. */
async function firstChange(address: string): Promise<string[]> {
  const response = await fetch(`${address}live`);
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (/data: .*\n\n/.test(text)) break;
  }
  return text.split('\n').filter((line) => line.startsWith('data: '));
}

describe('the desk', () => {
  test('doesn’t open beside real tokens', async () => {
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])
      await expect(serveDesk({ [name]: 'x' }, () => undefined)).rejects.toThrow(
        /^The desk is for a machine without Slack/,
      );
  });

  test('says so where something listens at the port that was wished for, or the port isn’t one', async () => {
    const first = await served();
    const { port } = new URL(first.address);
    await expect(serveDesk({ PORT: port }, () => undefined)).rejects.toThrow(
      `PORT ${port}: something listens there already, perhaps another desk.`,
    );
    await expect(serveDesk({ PORT: 'many' }, () => undefined)).rejects.toThrow(`PORT: "many" isn't a port.`);
  });

  test('takes a free port where the usual one is taken and none was wished for', async () => {
    const other = createServer();
    await new Promise<void>((resolve) =>
      other.once('error', () => resolve()).listen(3000, '127.0.0.1', () => resolve()),
    );
    const server = createServer();
    // Only listening matters here.
    const port = await listen(server as Parameters<typeof listen>[0], null);
    expect(port).not.toBe(3000);
    server.close();
    other.close();
  });

  test('says so where no port is free, or the page isn’t built', () => {
    const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
    expect(() => noFreePort(taken)).toThrow(/^The desk found no free port \(EADDRINUSE\)\. .*npx tsdeploy plan$/);
    expect(() => readAssets('/nowhere')).toThrow(
      "/nowhere/index.html: the desk's page isn't built. Run npm run build once.",
    );
  });

  test('tells a page of an earlier desk that it is over', async () => {
    const first = await served();
    const { port } = new URL(first.address);
    await first.stop();
    const second = await served({ PORT: port });
    expect((await fetch(`${first.address}live`)).status).toBe(404);
    expect((await fetch(second.address)).status).toBe(200);
  });

  test('says why where the app can’t start, to the page too', async () => {
    const { ready, post, log } = await served({ TSDEPLOY_TODAY: 'tomorrow' });
    expect(await ready).toMatch(/^tsdeploy can't start: TSDEPLOY_TODAY/);
    const response = await post('act', JSON.stringify({ type: 'home', user: 'UANN', tab: 'home' }));
    expect(await response.json()).toEqual({ problem: expect.stringMatching(/^tsdeploy can't start/) });
    expect(log).toHaveLength(1);
  });
});
