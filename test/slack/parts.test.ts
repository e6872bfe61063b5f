import { describe, expect, test } from 'vitest';
import { clientOptions } from '../../src/slack/client.js';
import { meantText, subCommand } from '../../src/slack/command-text.js';
import { inFlight } from '../../src/slack/in-flight.js';
import { limits } from '../../src/slack/limits.js';
import { readMark, readPage, writeMark, writePage } from '../../src/slack/names.js';
import { firstTime } from '../../src/slack/once.js';
import { planStands } from '../../src/slack/plan-stands.js';
import { isDirect, messageIn } from '../../src/slack/read-payload.js';
import { mayAnswer, responseLimits } from '../../src/slack/reply.js';
import { errorCode, innermost } from '../../src/slack/trouble.js';
import { newId } from '../../src/store/id.js';
import { slackLimits } from '../desk/slack-limits.js';

const place = { user: 'UANN', spoke: null, url: null, since: 0, uses: { count: 0 } };

test('the limits that the views keep to are Slack’s own', () => {
  const known: Record<keyof typeof limits, string | null> = {
    messageBlocks: 'surface.message.blocks',
    messageText: null,
    fallbackText: 'surface.message.text_recommended',
    section: null,
    header: 'block.header.text',
    modalTitle: 'surface.modal.title',
    modalButton: 'surface.modal.submit',
    buttonText: 'element.button.text',
    optionText: 'composition.option.text',
    placeholder: 'element.*.placeholder',
    label: 'block.input.label',
    radioOptions: null,
    selectOptions: 'element.static_select.options',
    inputError: null,
    homeBlocks: 'surface.home.blocks',
    confirmTitle: 'composition.confirm.title',
    confirmText: 'composition.confirm.text',
    confirmButton: 'composition.confirm.confirm',
  };
  for (const [name, path] of Object.entries(known))
    if (path !== null)
      expect([name, Object.entries(limits).find(([other]) => other === name)?.[1]]).toEqual([
        name,
        slackLimits.most(path),
      ]);
  expect(limits.section).toBe(slackLimits.range('block.section.text')[1]);
  expect(limits.radioOptions).toBe(slackLimits.range('element.radio_buttons.options')[1]);
  expect(limits.messageText).toBeLessThan(slackLimits.most('surface.message.sum_of_block_text_seen_safe'));
  expect(responseLimits.uses).toBe(slackLimits.most('interaction.response_url_uses'));
  expect(responseLimits.ms).toBeLessThan(slackLimits.most('interaction.response_url_minutes') * 60_000);
});

describe('the text of a command', () => {
  test('is read with plain quotes, plain spaces and no entities', () => {
    expect(meantText(' plan\u00A0comment=“a &lt;b&gt; &amp;amp; ‘c’” ')).toBe('plan comment="a <b> &amp; \'c\'"');
  });
  test('begins with the sub-command, in any case', () => {
    expect(subCommand('PLAN a=b c=d')).toEqual({ name: 'plan', rest: 'a=b c=d' });
    expect(subCommand('')).toEqual({ name: '', rest: '' });
  });
  test('that begins with an answer is for a plan', () => {
    for (const text of ['site-version=2303 purpose=required', 'scenario="in-place upgrade"'])
      expect(subCommand(` ${text} `)).toEqual({ name: 'plan', rest: text });
    expect(subCommand('help a=b')).toEqual({ name: 'help', rest: 'a=b' });
  });
});

describe('a response address', () => {
  const local = 'http://127.0.0.1:4000/api/';
  test('is used where it is Slack’s own, over https', () => {
    for (const host of ['hooks.slack.com', 'hooks.slack-gov.com'])
      expect(mayAnswer(`https://${host}/commands/1`, undefined)).toBe(true);
    for (const url of [
      'http://hooks.slack.com/1',
      'https://hooks.slack.com.evil.example/1',
      'https://evil.example/?hooks.slack.com',
      'https://hooks.slack.com:444/1',
      'https://hooks.slack.com@evil.example/',
      'not an address',
      '',
    ])
      expect([url, mayAnswer(url, undefined)]).toEqual([url, false]);
  });
  test('is used at the very address of a local workspace, and at no other local one', () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]'])
      expect([host, mayAnswer(`http://${host}:4000/respond/1`, local)]).toEqual([host, true]);
    for (const [url, api] of [
      ['http://127.0.0.1:4001/respond/1', local],
      ['http://localhost:4001/respond/1', local],
      ['http://localhost.evil.example:4000/1', local],
      ['http://127.0.0.1:4000/1', 'http://evil.example:4000/api/'],
      ['http://127.0.0.1:4000/1', undefined],
      ['http://evil.example/1', 'http://evil.example/api/'],
      ['ftp://127.0.0.1:4000/1', local],
    ] as const)
      expect([url, mayAnswer(url, api)]).toEqual([url, false]);
  });
});

test('a message is read from a payload that says less than Slack’s usually do', () => {
  expect(messageIn({ message: { ts: '1.1' }, channel: { id: 'C1' } })).toMatchObject({ ts: '1.1', ephemeral: false });
  expect(messageIn({ container: { message_ts: '1.1', channel_id: 'C1' } })).toMatchObject({ ephemeral: true });
  const direct = [{ channel_type: 'im', channel: 'C1' }, { channel: 'D1' }];
  const shared = [{ channel_type: 'channel', channel: 'D1' }, { channel: 'C1' }, {}];
  expect([...direct, ...shared].map(isDirect)).toEqual([true, true, false, false, false]);
});

test('a plan and its page are found by what a button or modal carries, and by nothing else', () => {
  const mark = { id: newId(), edition: 'AbC-_90123456789', rest: '3.site-version' };
  expect(readMark(writeMark(mark, mark.rest))).toEqual(mark);
  for (const text of ['', 'a', mark.id, `${mark.id}.x.`, `{"id":"${mark.id}"}`, `../${mark.id}.${mark.edition}.`])
    expect(readMark(text).id).toBe('');
  for (const page of [
    { turn: 0, asking: null },
    { turn: 12, asking: 'site-version' },
  ])
    expect(readPage(writePage(page))).toEqual(page);
  expect(readPage('x.../../etc')).toEqual({ turn: 0, asking: null });
});

test('where plans stand is remembered for so many of them, the longest untouched forgotten first', () => {
  const stands = planStands(2);
  const [a, b, c] = [newId(), newId(), newId()];
  for (const id of [a, b, a, c]) stands.set(id, { place, message: null });
  expect([a, b, c].map((id) => stands.of(id) !== null)).toEqual([true, false, true]);
});

test('a key is new once, in memory that doesn’t grow for ever', () => {
  let now = 0;
  const first = firstTime(1_000, () => now, 3);
  expect(['a', 'a', 'b', 'a'].map(first)).toEqual([true, false, true, false]);
  now += 1_500;
  expect(first('a')).toBe(false);
  now += 3_000;
  expect(first('a')).toBe(true);
  for (const key of ['c', 'd', 'e', 'f', 'g', 'h', 'i']) first(key);
  expect(first('a')).toBe(true);
});

test('work under way is waited for, as long as is allowed', async () => {
  const working = inFlight();
  expect(await working.drained(10)).toBe(0);
  let end = () => {};
  const work = working.during(() => new Promise<void>((resolve) => (end = resolve)));
  expect(await working.drained(10)).toBe(1);
  const drained = working.drained(1_000);
  end();
  expect(await drained).toBe(0);
  await work;
  await expect(working.during(() => Promise.reject(new Error('a')))).rejects.toThrow('a');
  expect(await working.drained(10)).toBe(0);
});

test('the code of what Slack’s API answers is found, and nothing is made of other errors', () => {
  expect(errorCode({ data: { error: 'hash_conflict' } })).toBe('hash_conflict');
  for (const error of [null, 'a', new Error('a'), { data: null }, { data: { error: 7 } }])
    expect(errorCode(error)).toBe('');
});

test('the Web API is called at its own address alone, with a time-out, and with no headers that could reach others', () => {
  expect(clientOptions(undefined)).toMatchObject({ allowAbsoluteUrls: false, timeout: 10_000 });
  expect(clientOptions('http://127.0.0.1:4000/api/')).toMatchObject({ slackApiUrl: 'http://127.0.0.1:4000/api/' });
  expect(clientOptions(undefined)).not.toHaveProperty('headers');
});

describe('what lies at the bottom of an error', () => {
  const failing = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {});
  const wrapped = (cause: unknown) => new Error('request failed', { cause: new TypeError('fetch failed', { cause }) });
  test('is its innermost cause, with its code', () => {
    expect(innermost(wrapped(failing('getaddrinfo ENOTFOUND slack.com', 'ENOTFOUND')))).toBe(
      'getaddrinfo ENOTFOUND slack.com',
    );
    expect(innermost(wrapped(failing('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT')))).toBe(
      'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate',
    );
    const both = [failing('connect ECONNREFUSED ::1:9', 'ECONNREFUSED'), failing('connect ECONNREFUSED 127.0.0.1:9')];
    expect(innermost(wrapped(new AggregateError(both)))).toBe('connect ECONNREFUSED ::1:9');
    expect(innermost(Object.assign(new Error('outer'), { original: failing('inner') }))).toBe('inner');
  });
  test('is one line, and found even where an error is its own cause', () => {
    const own = failing('one\ntwo');
    own.cause = own;
    expect(innermost(own)).toBe('one two');
    expect(innermost('text')).toBe('text');
    expect(innermost(failing('', 'ECONNRESET'))).toBe('ECONNRESET');
  });
});
