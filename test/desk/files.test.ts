import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/desk/fields.js';
import { filePayload } from '../../src/desk/files.js';
import { ids } from '../../src/desk/state.js';
import { stubbed } from './app-stub.js';
import { slackLimits } from './slack-limits.js';

const bearer = { authorization: `Bearer ${ids.botToken}` };
const download = async (url: unknown, headers = {}) => {
  const response = await fetch(String(url), { headers });
  return { type: response.headers.get('content-type'), status: response.status, text: await response.text() };
};

describe('a file that a person posts', () => {
  test('is served to the app’s token as it was, and told by files.info', async () => {
    const { desk, call } = await stubbed();
    await desk.say('UANN', 'CDEPLOY', 'here', { files: [{ name: 'My Config.json', bytes: '{"a":"ä"}' }] });
    const [file] = desk.filesSeenBy('UBEN');
    const told = fieldsOf((await call('files.info', { file: file?.id })).file);
    expect(told).toMatchObject({ name: 'My Config.json', filetype: 'json', mimetype: 'application/json', size: 10 });
    expect(await download(told.url_private_download, bearer)).toEqual({
      type: 'application/json',
      status: 200,
      text: '{"a":"ä"}',
    });
    expect(await call('files.info', { file: 'F404' })).toEqual({ ok: false, error: 'file_not_found' });
  });

  test('is a page to sign in, with status 200, without the token or the scope', async () => {
    const open = await stubbed();
    const scopeless = await stubbed(slackLimits, { scopes: ['chat:write'] });
    for (const { desk } of [open, scopeless])
      await desk.say('UANN', 'CDEPLOY', '', { files: [{ name: 'a.txt', bytes: 'a' }] });
    const urlIn = ({ desk }: typeof open) =>
      desk.filesSeenBy('UANN').map((file) => filePayload(file, desk.state.address).url_private)[0];
    for (const [url, headers] of [
      [urlIn(open), {}],
      [urlIn(open), { authorization: 'Bearer xoxb-wrong' }],
      [urlIn(scopeless), bearer],
    ] as const)
      expect(await download(url, headers)).toMatchObject({
        status: 200,
        type: 'text/html; charset=utf-8',
        text: expect.stringContaining('Sign in'),
      });
  });

  test('can lie about its size, its kind and its place', async () => {
    const { desk } = await stubbed();
    await desk.say('UANN', 'CDEPLOY', '', {
      files: [{ name: 'a.ps1', bytes: 'abc', size: 1, mimetype: 'image/png', url: 'https://files.example/a' }],
    });
    const [file] = desk.filesSeenBy('UANN');
    expect(file && filePayload(file, '')).toMatchObject({
      size: 1,
      mimetype: 'image/png',
      is_external: true,
      url_private: 'https://files.example/a',
    });
  });
});

describe('a file that the app uploads', () => {
  test('comes by the client’s own way, with text or bytes, into a channel’s thread', async () => {
    const { desk } = await stubbed();
    const client = new webApi.WebClient(ids.botToken, { slackApiUrl: desk.apiUrl });
    const root = await desk.say('UANN', 'CDEPLOY', 'the script?');
    await client.files.uploadV2({
      channel_id: 'CDEPLOY',
      thread_ts: root.ts,
      initial_comment: 'Here it is',
      file_uploads: [
        { filename: 'deploy.ps1', title: 'The script', content: 'Get-Date' },
        { filename: 'plan.md', file: Buffer.from('# Plan') },
      ],
    });
    const [reply] = desk.threadOf(root);
    expect(reply).toMatchObject({
      text: 'Here it is',
      user: ids.bot,
      files: [{ title: 'The script' }, { name: 'plan.md' }],
    });
    expect(reply?.files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['Get-Date', '# Plan']);
    expect(desk.filesSeenBy('UBEN').map(({ name }) => name)).toEqual(['deploy.ps1', 'plan.md']);
    expect(desk.state.refusals).toEqual([]);
  });

  test('is refused without bytes, with fewer than told, in a channel or thread that isn’t there', async () => {
    const { desk, call } = await stubbed();
    const ask = async (length: number) => call('files.getUploadURLExternal', { filename: 'a.txt', length });
    const { upload_url, file_id } = await ask(3);
    const complete = (more = {}) =>
      call('files.completeUploadExternal', { files: [{ id: file_id }], channel_id: 'CDEPLOY', ...more });
    expect(await complete()).toMatchObject({ error: 'file_not_found' });
    expect((await fetch(String(upload_url), { method: 'POST', body: 'ab' })).status).toBe(400);
    expect(desk.state.refusals).toMatchObject([{ in: 'upload', why: 'a.txt has 2 bytes, 3 were told' }]);
    expect((await fetch(String(upload_url), { method: 'POST', body: 'abc' })).status).toBe(200);
    expect(await complete({ channel_id: 'C404' })).toMatchObject({ error: 'channel_not_found' });
    expect(await complete({ channel_id: 'CQUIET' })).toMatchObject({ error: 'not_in_channel' });
    expect(await complete({ thread_ts: '1.1' })).toMatchObject({ error: 'thread_not_found' });
    expect(await complete()).toMatchObject({ ok: true, files: [{ id: file_id, title: 'a.txt' }] });
    expect(await complete()).toMatchObject({ error: 'file_not_found' });
    expect(await ask(0)).toMatchObject({ error: 'invalid_arguments' });
  });
});
