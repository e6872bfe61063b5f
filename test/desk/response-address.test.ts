import { describe, expect, test } from 'vitest';
import { stubbed } from './app-stub.js';
import { section } from './samples.js';
import { impatientLimits } from './slack-limits.js';

const asked = () => stubbed().then(async (stub) => ({ ...stub, stub, sent: await sent(stub) }));
const sent = async ({ desk, received }: Awaited<ReturnType<typeof stubbed>>) => {
  await desk.command('UANN', '/tsdeploy plan');
  return received.at(-1) ?? {};
};

describe('a response address', () => {
  test('takes five answers', async () => {
    const { respond, sent } = await asked();
    for (let use = 0; use < 5; use += 1)
      expect(await respond(sent.response_url, { text: 'a' })).toMatchObject({ status: 200 });
    expect(await respond(sent.response_url, { text: 'a' })).toEqual({
      status: 404,
      body: { ok: false, error: 'used_url' },
    });
  });

  test('takes answers for thirty minutes', async () => {
    const { respond, sent, pass } = await asked();
    pass(29 * 60_000);
    expect(await respond(sent.response_url, { text: 'a' })).toMatchObject({ status: 200 });
    pass(2 * 60_000);
    expect(await respond(sent.response_url, { text: 'a' })).toEqual({
      status: 404,
      body: { ok: false, error: 'expired_url' },
    });
  });

  test('refuses a message that Slack refuses, and one without text', async () => {
    const { respond, sent, desk } = await asked();
    expect((await respond(sent.response_url, { blocks: [section] })).body).toEqual({
      ok: false,
      error: 'invalid_blocks',
    });
    expect(desk.state.refusals[0]?.in).toBe('response_url');
    expect((await respond(`${desk.apiUrl.replace('/api/', '/respond/')}made-up`, { text: 'a' })).body).toEqual({
      ok: false,
      error: 'invalid_url',
    });
  });

  test('answers the one person, or the channel where it says so', async () => {
    const { respond, sent, desk } = await asked();
    await respond(sent.response_url, { text: 'for Ann' });
    await respond(sent.response_url, { text: 'for all', response_type: 'in_channel' });
    expect(desk.messagesSeenBy('UANN').map(({ text }) => text)).toEqual(['for Ann', 'for all']);
    expect(desk.messagesSeenBy('UBEN').map(({ text }) => text)).toEqual(['for all']);
  });
});

test('an app that answers with an error, or not in time, is taken down', async () => {
  const stub = await stubbed(impatientLimits);
  const { desk } = stub;
  stub.answer = 500;
  expect(await desk.command('UANN', '/tsdeploy help')).toEqual({ ack: 'refused', status: 500 });
  stub.answer = null;
  expect(await desk.command('UANN', '/tsdeploy help')).toEqual({ ack: 'timed-out' });
  expect(desk.state.timeouts).toEqual(['/tsdeploy']);
});

test('a payload that is sent again carries its number and the same trigger', async () => {
  const { desk, received, sent } = await asked();
  await desk.again();
  expect(received.at(-1)).toMatchObject({ trigger_id: sent.trigger_id, headers: { 'x-slack-retry-num': '1' } });
});
