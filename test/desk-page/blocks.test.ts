import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepMessage } from '../../src/desk/messages.js';
import { runs } from '../campaign.js';
import { button, choose, field, message as messageOf, option, options, plain, section } from '../desk/samples.js';
import { atDesk, message } from './browser.js';

const text = (type: string, words: string) => ({ type, text: words });
const rich = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'A point', style: { bold: true } },
            { type: 'user', user_id: 'UANN' },
          ],
        },
      ],
    },
  ],
};
const card = {
  type: 'card',
  title: text('mrkdwn', 'A card'),
  body: text('mrkdwn', 'Its body'),
  actions: [{ ...button, action_id: 'card' }],
};
const pickers = [
  'datepicker',
  'timepicker',
  'datetimepicker',
  'users_select',
  'channels_select',
  'conversations_select',
  'multi_users_select',
];

const everything = [
  section,
  {
    type: 'section',
    fields: [text('mrkdwn', '*One*'), plain('Two')],
    accessory: { type: 'overflow', action_id: 'more', options: options(2) },
  },
  { type: 'header', text: plain('A header') },
  { type: 'divider' },
  { type: 'context', elements: [plain('Small print')] },
  {
    type: 'actions',
    elements: [
      button,
      { ...choose, action_id: 'a' },
      { type: 'checkboxes', action_id: 'b', options: options(2) },
      { type: 'radio_buttons', action_id: 'c', options: [option('r')] },
    ],
  },
  { type: 'actions', elements: pickers.map((type) => ({ type, action_id: type })) },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        positive_button: { text: plain('Good'), value: '1' },
        negative_button: { text: plain('Bad'), value: '0' },
      },
      { type: 'icon_button', icon: 'trash', text: plain('Delete') },
    ],
  },
  field({ type: 'plain_text_input', action_id: 'typed', multiline: true }),
  field({ type: 'number_input', action_id: 'size', is_decimal_allowed: false }),
  rich,
  { type: 'markdown', text: '# Title\n\n- **bold** `code` [a link](https://example.com)\n\n```\nfence\n```' },
  { type: 'table', rows: [[{ type: 'raw_text', text: 'Head' }], [{ type: 'raw_text', text: 'Cell' }]] },
  card,
  { type: 'carousel', elements: [card] },
  { type: 'container', title: plain('A container'), child_blocks: [section], is_collapsible: true },
];

test('every block and element that Slack takes in a message is shown', async () => {
  const { page, served } = await atDesk();
  const { state } = served.desk;
  const unlike = everything.map((block, at) => ({ ...block, block_id: `b${at}` }));
  expect([
    keepMessage(state, messageOf(...unlike), { channel: 'CDEPLOY', to: null, via: 'test' }),
    state.refusals,
  ]).toEqual([expect.anything(), []]);
  const shown = message(page, 'A header');
  for (const words of [
    'Hello',
    'Small print',
    'A point',
    '@Ann Keller',
    'Title',
    'Cell',
    'Its body',
    'A container',
    'Good',
  ])
    expect(await shown.innerText()).toContain(words);
  expect(await shown.locator('.unknown').count()).toBe(0);
  expect(
    await shown.locator('input[type=date], input[type=time], input[type=datetime-local], select, textarea').count(),
  ).toBe(9);
});

test('text with marks is shown as Slack shows it', async () => {
  const { page, served } = await atDesk();
  const words =
    '*bold* _it_ ~no~ `code *x*` a*b*c <https://example.com/?a=1&amp;b=2|a link> <javascript:alert(1)|not one> <@UBEN> <!channel> &lt;b&gt;\n&gt; quoted\n```fence\n*x*```\n<!date^1795000000^{date_short}|then> :warning:';
  keepMessage(served.desk.state, messageOf({ type: 'section', text: { type: 'mrkdwn', text: words } }), {
    channel: 'CDEPLOY',
    to: null,
    via: 'test',
  });
  const body = message(page, 'bold').locator('.message-body');
  await body.waitFor();
  expect(await body.locator('strong').allInnerTexts()).toEqual(['bold']);
  expect(await body.locator('em, s, blockquote, pre, code').allInnerTexts()).toEqual([
    'it',
    'no',
    'code *x*',
    'quoted',
    'fence\n*x*',
  ]);
  expect(
    await body.locator('a').evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.textContent])),
  ).toEqual([['https://example.com/?a=1&b=2', 'a link']]);
  expect(await body.innerText()).toContain('not one @Ben Okafor @channel <b>');
  expect(await body.innerText()).toMatch(/\d{4} ⚠️$/);
});

test('whatever text comes stays text: no element, link or script comes of it, and no word is lost', async () => {
  const { page, served } = await atDesk();
  const nasty = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<',
        '>',
        '*',
        '_',
        '`',
        '```',
        '~',
        '&lt;',
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<javascript:alert(1)|x>',
        '|',
        '<!date^1^{x}',
        '\n>',
        ':x:',
      ),
    ),
    { minLength: 1, maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(nasty, async (parts) => {
      const words = `start ${parts.join('')} end`.slice(0, 2_900);
      const kept = keepMessage(
        served.desk.state,
        messageOf({ type: 'section', text: { type: 'mrkdwn', text: words } }),
        { channel: 'CDEPLOY', to: null, via: 'test' },
      );
      const body = page.locator(`[data-ts="${kept?.ts}"] .message-body`);
      await body.waitFor();
      const found = await body.evaluate((part) => ({
        tags: [...part.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase()),
        links: [...part.querySelectorAll('a')].map((link) => link.protocol),
        text: part.textContent ?? '',
      }));
      expect(
        found.tags.filter(
          (tag) => !['div', 'span', 'strong', 'em', 's', 'code', 'pre', 'br', 'blockquote', 'a', 'time'].includes(tag),
        ),
      ).toEqual([]);
      expect(found.links.filter((protocol) => !/^(https?|mailto):$/.test(protocol))).toEqual([]);
      expect([found.text.startsWith('start'), found.text.trimEnd().endsWith('end')]).toEqual([true, true]);
    }),
    runs(40),
  );
}, 60_000);
