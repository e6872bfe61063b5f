import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { render, words } from '../../src/slack/mrkdwn.js';
import { replier, responseLimits } from '../../src/slack/reply.js';

const message = (text: string) => ({ text: render([words(text)]), blocks: [] });
const letters = (count: number) => Array.from({ length: count }, (_, at) => message(`part ${at}`));

/** A place to answer, and what is sent to it: in the channel or as a direct message. */
function post(statuses: readonly number[] = []) {
  const sent: string[] = [];
  const note = (where: string, body: string) => sent.push(`${where}: ${/"text":"([^"]*)"/.exec(body)?.[1] ?? ''}`);
  const left = [...statuses];
  let now = 0;
  const reply = replier(
    () => now,
    async (_, init) => {
      note('here', String(init?.body));
      return new Response(null, { status: left.shift() ?? 200 });
    },
  );
  const client = new webApi.WebClient('xoxb', {
    fetch: async (_, init) => {
      sent.push(`direct: ${new URLSearchParams(String(init?.body)).get('text')}`);
      return Response.json({ ok: true });
    },
  });
  const place = { user: 'UANN', spoke: null, url: 'https://hooks.slack.com/commands/1', since: 0, uses: { count: 0 } };
  return {
    sent,
    place,
    reply: (count: number) => reply(place, letters(count), client),
    pass: (ms: number) => (now += ms),
  };
}

const note = (text: string) => `here: You find ${text} in your direct messages with me.`;

test('five messages are sent in the channel, and six as direct messages with a note', async () => {
  const five = post();
  await five.reply(5);
  expect(five.sent).toEqual(letters(5).map(({ text }) => `here: ${text}`));
  const six = post();
  await six.reply(6);
  expect(six.sent).toEqual([note('6 parts of it'), ...letters(6).map(({ text }) => `direct: ${text}`)]);
});

test('an address is used five times at most, whatever becomes of them', async () => {
  const { sent, reply } = post([200, 200, 200, 200, 500]);
  await reply(5);
  expect(sent.filter((line) => line.startsWith('here'))).toHaveLength(5);
  expect(sent.at(-1)).toBe('direct: part 4');
  await reply(1);
  expect(sent.at(-1)).toBe('direct: part 0');
});

test('what is left goes as direct messages where the address fails on the way', async () => {
  const { sent, reply } = post([200, 404]);
  await reply(3);
  expect(sent).toEqual(['here: part 0', 'here: part 1', note('2 parts of it'), 'direct: part 1', 'direct: part 2']);
});

test('an address that is too old is left alone', async () => {
  const { sent, reply, pass } = post();
  pass(responseLimits.ms + 1);
  await reply(1);
  expect(sent).toEqual(['direct: part 0']);
});
