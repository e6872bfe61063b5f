import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchFile } from '../../src/slack/posted-file.js';

const chunk = Buffer.alloc(1_048_576, 'a');
const tokens: string[] = [];
let ended = 0;

const pages: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/good': (response) => response.end('wake-up: on'),
  '/moved': (response) => response.writeHead(302, { location: '/good' }).end(),
  '/gone': (response) => response.writeHead(404).end(),
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'),
  '/endless': (response) => {
    const more = () => {
      while (response.write(chunk));
    };
    response.on('drain', more).on('close', () => {
      ended += 1;
    });
    more();
  },
  '/broken': (response) => response.writeHead(200, { 'content-length': '999' }).write('a', () => response.destroy()),
};

const server = createServer((request, response) => {
  tokens.push(String(request.headers.authorization));
  (pages[request.url ?? ''] ?? pages['/gone'])?.(response);
});
const client = new webApi.WebClient('xoxb-1');
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server over TCP has an address.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const posted = (path: string, more = {}) =>
  fetchFile({ name: 'a.yaml', url_private: `${base}${path}`, ...more }, client, `${base}/api/`);

test('a file is fetched with the app’s token from its own host alone', async () => {
  const file = await posted('/good');
  expect('bytes' in file && new TextDecoder().decode(file.bytes)).toBe('wake-up: on');
  expect(tokens).toEqual(['Bearer xoxb-1']);
  const elsewhere = await fetchFile({ name: 'a', url_private: `${base}/good` }, client, undefined);
  expect(elsewhere).toMatchObject({ error: expect.stringContaining('another host') });
  expect(tokens).toHaveLength(1);
});

test.each([
  ['/moved', 'I don’t follow'],
  ['/gone', 'Slack refused it (404)'],
  ['/page', 'the scope files:read'],
  ['/broken', 'Slack didn'],
  ['/endless', 'it has more than 20 MB'],
])('%s is refused with words', async (path, words) => {
  expect(await posted(path)).toMatchObject({ name: 'a.yaml', error: expect.stringContaining(words) });
});

test('what is too large is not even asked for, and a download that grows too large ends', async () => {
  const before = tokens.length;
  expect(await posted('/good', { size: 21_000_000 })).toMatchObject({ error: expect.stringContaining('20 MB') });
  expect(tokens).toHaveLength(before);
  await expect.poll(() => ended).toBe(1);
});

test('a file that Slack keeps no more is told', async () => {
  expect(await fetchFile({ name: 'a.yaml', mode: 'tombstone' }, client, undefined)).toMatchObject({
    error: expect.stringContaining("isn't in Slack any more"),
  });
});
