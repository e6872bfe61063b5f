import { expect, test } from 'vitest';
import { formBody } from '../../src/desk/delivery.js';
import { envelope } from '../../src/desk/events.js';
import { commandPayload } from '../../src/desk/payloads.js';
import { signatureHeaders } from '../../src/desk/signatures.js';
import { openOffice, secret } from './office.js';
import { person } from './person.js';

const form = 'application/x-www-form-urlencoded';
const seconds = () => Math.floor(Date.now() / 1000);

async function door() {
  const { desk, bot, log } = await openOffice('http');
  const body = (line = '/tsdeploy help') =>
    formBody('slash_commands', commandPayload(desk.state, 'UANN', 'CDEPLOY', line));
  const knock = async (body: string, headers: Record<string, string>, type = form) => {
    const response = await fetch(bot.address, {
      method: 'POST',
      body: new TextEncoder().encode(body),
      headers: { 'content-type': type, ...headers },
    });
    return { status: response.status, text: await response.text() };
  };
  return { desk, bot, log, body, knock };
}

test('a signed, fresh, well-formed request is answered', async () => {
  const { body, knock } = await door();
  const sent = body();
  expect(await knock(sent, signatureHeaders(secret, sent))).toMatchObject({
    status: 200,
    text: expect.stringContaining('/tsdeploy plan'),
  });
});

test('a request without a signature, or with a wrong one, is refused', async () => {
  const { body, knock } = await door();
  const sent = body();
  const { 'x-slack-signature': signature = '', ...stamp } = signatureHeaders(secret, sent);
  const wrong = [
    {},
    stamp,
    { 'x-slack-signature': signature },
    signatureHeaders('another secret', sent),
    signatureHeaders(secret, `${sent}&text=plan`),
    { ...stamp, 'x-slack-signature': signature.replace('v0=', 'v1=') },
    { ...stamp, 'x-slack-signature': 'v0=' },
    { ...stamp, 'x-slack-signature': signature.slice(0, -1) },
    { 'x-slack-signature': signature, 'x-slack-request-timestamp': 'soon' },
  ];
  for (const headers of wrong) expect(await knock(sent, headers)).toEqual({ status: 401, text: '' });
});

test('a request older than five minutes, or from the future, is refused', async () => {
  const { body, knock } = await door();
  const sent = body();
  for (const away of [-301, 301, 86_400])
    expect((await knock(sent, signatureHeaders(secret, sent, seconds() + away))).status).toBe(401);
  expect((await knock(sent, signatureHeaders(secret, sent, seconds() - 290))).status).toBe(200);
});

test('the very same request is refused the second time, and acts once', async () => {
  const { desk, body, knock } = await door();
  const sent = body('/tsdeploy plan');
  const headers = signatureHeaders(secret, sent);
  const [first, second] = await Promise.all([knock(sent, headers), knock(sent, headers)]);
  expect([first.status, second.status].sort()).toEqual([200, 401]);
  await desk.state.until(() => desk.openView('UANN'), 'a modal');
  expect(desk.state.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1);
});

test('an event that Slack sends once more within the second is taken, and acts once', async () => {
  const { desk, knock } = await door();
  const { ts } = await desk.say('UANN', 'CDEPLOY', 'help');
  const event = { type: 'app_mention', user: 'UANN', channel: 'CDEPLOY', ts, text: '<@U0BOT> help' };
  const sent = JSON.stringify(envelope(desk.state, event));
  const headers = signatureHeaders(secret, sent);
  const retry = { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' };
  const statuses: number[] = [];
  for (const one of [headers, retry, retry]) statuses.push((await knock(sent, one, 'application/json')).status);
  expect(statuses).toEqual([200, 200, 200]);
  await desk.state.until(() => person(desk).message('/tsdeploy plan'), 'the help');
  expect(desk.state.calls.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1);
});

test('a malformed request is refused, even if it is signed, and the app goes on', async () => {
  const { desk, bot, log, knock } = await door();
  const malformed: [string, string][] = [
    ['', form],
    ['payload=%7B', form],
    ['payload=null', form],
    ['payload=%5B%5D', form],
    ['payload=%7B%7D', form],
    ['hello', form],
    ['null', 'application/json'],
    ['{"type":', 'application/json'],
    ['{"type":1}', 'application/json'],
    ['[]', 'application/json'],
    ['{"type":"event_callback"}', 'text/plain'],
    ['\u0000\uFFFF', 'application/octet-stream'],
  ];
  for (const [sent, type] of malformed)
    expect([sent, await knock(sent, signatureHeaders(secret, sent), type)]).toEqual([sent, { status: 400, text: '' }]);
  const long = `payload=${'x'.repeat(2 * 1024 * 1024)}`;
  expect((await knock(long, signatureHeaders(secret, long))).status).toBe(413);
  expect((await fetch(bot.address)).status).toBe(405);
  expect((await fetch(bot.address.replace('/slack/events', '/elsewhere'), { method: 'POST' })).status).toBe(404);
  await person(desk).open();
  expect(log).toEqual([]);
});

test('a signed payload that lacks its parts is refused too', async () => {
  const { desk, knock } = await door();
  const user = { id: 'UANN' };
  const lacking = [
    { type: 'block_actions' },
    { type: 'block_actions', user, actions: [] },
    { type: 'block_actions', user, actions: [{ action_id: 7 }] },
    { type: 'block_actions', user: 'UANN', actions: [{ action_id: 'back' }] },
    { type: 'shortcut', user, trigger_id: 'a' },
    { type: 'message_action', user, callback_id: 'a', trigger_id: 'a' },
    { type: 'message_action', user, callback_id: 'a', trigger_id: 'a', channel: { id: 'C1' } },
    { type: 'view_submission', user },
    { type: 'view_submission', user, view: { private_metadata: 7 } },
    { type: 'view_submission', view: { private_metadata: 'a.1' } },
    { type: 'view_submission', user, view: { private_metadata: 'a.1' } },
    { type: 'view_submission', user, view: { private_metadata: 'a.1', state: {} } },
    ...[{ value: 7 }, { selected_option: { value: 7 } }, { selected_option: 'a' }, { selected_options: [7] }].map(
      (answer) => ({
        type: 'view_submission',
        user,
        view: { private_metadata: 'a.1', state: { values: { 'field.1': { answer } } } },
      }),
    ),
  ];
  for (const payload of lacking) {
    const sent = formBody('interactive', payload);
    expect([payload, await knock(sent, signatureHeaders(secret, sent))]).toEqual([payload, { status: 400, text: '' }]);
  }
  const bare = 'command=%2Ftsdeploy';
  expect((await knock(bare, signatureHeaders(secret, bare))).status).toBe(400);
  await person(desk).open();
});

test('a payload of a type that nothing listens to is refused at once, and leaves no trace in the log', async () => {
  const { log, knock } = await door();
  const user = { id: 'UANN' };
  const unheard = ['view_closed', 'block_suggestion', 'constructor', 'brand_new'].map((type) =>
    formBody('interactive', { type, user, callback_id: 'a', trigger_id: 'a' }),
  );
  const start = performance.now();
  for (const sent of unheard)
    expect([sent, await knock(sent, signatureHeaders(secret, sent))]).toEqual([sent, { status: 400, text: '' }]);
  for (const event of [
    '{"type":"event_callback","event":{"type":"message"}}',
    '{"type":"event_callback","event_id":"E"}',
  ])
    expect((await knock(event, signatureHeaders(secret, event), 'application/json')).status).toBe(400);
  expect(performance.now() - start).toBeLessThan(2_500);
  expect(log).toEqual([]);
});

test('Slack’s question whether the address is ours is answered', async () => {
  const { knock } = await door();
  const sent = '{"type":"url_verification","challenge":"abc"}';
  const answer = await knock(sent, signatureHeaders(secret, sent), 'application/json');
  expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('abc') });
});
