import { expect, test } from 'vitest';
import {
  actions,
  button,
  choose,
  field,
  inMessage,
  inView,
  marked,
  message,
  modal,
  option,
  options,
  plain,
  section,
} from './samples.js';

type Pair = [rule: string, taken: Record<string, unknown>, refused: Record<string, unknown>, where: string];
const image = { type: 'image', image_url: 'https://a.example', alt_text: 'A' };
const groups = [{ label: plain('a'), options: options(2) }];

const inMessages: Pair[] = [
  ['has a top-level text', { text: 'Hello' }, { blocks: [section] }, '/text'],
  ['has a top-level text that is not empty', { text: 'Hello' }, { text: '' }, '/text'],
  ['has at least one block if any', message(section), message(), '/blocks'],
  ['has a list of blocks', message(section), { text: 'a', blocks: 'section' }, '/blocks'],
  ['has known blocks', message({ type: 'divider' }), message({ type: 'chart' }), '/blocks/0'],
  ['has blocks that are objects', message(section), message('Hello'), '/blocks/0'],
  ['has known fields', message(section), message({ ...section, colour: 'red' }), '/blocks/0/colour'],
  ['has no type of another thing’s', message(section), message({ type: 'toString' }), '/blocks/0'],
  [
    'has section text that is not empty',
    message(section),
    message({ type: 'section', text: marked('') }),
    '/blocks/0/text/text',
  ],
  [
    'has section text that is not blank',
    message(section),
    message({ type: 'section', text: marked(' \n') }),
    '/blocks/0/text/text',
  ],
  [
    'has text that is text',
    message(section),
    message({ type: 'section', text: marked(Object(7)) }),
    '/blocks/0/text/text',
  ],
  ['has a section with text or fields', message(section), message({ type: 'section' }), '/blocks/0'],
  [
    'has plain headers',
    message({ type: 'header', text: plain('a') }),
    message({ type: 'header', text: marked('a') }),
    '/blocks/0/text/type',
  ],
  [
    'has texts and images in a context',
    message({ type: 'context', elements: [marked('a'), image] }),
    message({ type: 'context', elements: [button] }),
    '/blocks/0/elements/0',
  ],
  ['has at least one element of actions', message(actions(button)), message(actions()), '/blocks/0/elements'],
  [
    'has different action_ids in a block',
    message(actions(button, { ...button, action_id: 'b' })),
    message(actions(button, button)),
    '/blocks/0',
  ],
  [
    'has different block_ids',
    message({ ...section, block_id: 'a' }, { ...section, block_id: 'b' }),
    message({ ...section, block_id: 'a' }, { ...section, block_id: 'a' }),
    '/blocks',
  ],
  [
    'has plain text on buttons',
    message(actions(button)),
    message(actions({ ...button, text: marked('a') })),
    '/blocks/0/elements/0/text/type',
  ],
  [
    'has a known style',
    message(actions({ ...button, style: 'danger' })),
    message(actions({ ...button, style: 'loud' })),
    '/blocks/0/elements/0/style',
  ],
  [
    'has no text field among actions',
    message(actions(button)),
    message(actions({ type: 'plain_text_input' })),
    '/blocks/0/elements/0',
  ],
  [
    'has addresses in overflow menus alone',
    message(actions({ type: 'overflow', options: [{ ...option('a'), url: 'https://a.example' }] })),
    message(actions({ ...choose, options: [{ ...option('a'), url: 'https://a.example' }] })),
    '/blocks/0/elements/0/options/0/url',
  ],
  [
    'has at least one option',
    message(actions(choose)),
    message(actions({ ...choose, options: [] })),
    '/blocks/0/elements/0/options',
  ],
  [
    'has options or groups of them',
    message(actions({ type: 'static_select', option_groups: groups })),
    message(actions({ ...choose, option_groups: groups })),
    '/blocks/0/elements/0',
  ],
  [
    'has different option values',
    message(actions(choose)),
    message(actions({ ...choose, options: [option('a'), option('a')] })),
    '/blocks/0/elements/0',
  ],
  [
    'starts with an option that is offered',
    message(actions({ ...choose, initial_option: option('1') })),
    message(actions({ ...choose, initial_option: option('7') })),
    '/blocks/0/elements/0',
  ],
  [
    'has a description for every image',
    message(image),
    message({ type: 'image', image_url: 'https://a.example' }),
    '/blocks/0',
  ],
  [
    'has one place for an image',
    message({ type: 'image', slack_file: { id: 'F1' }, alt_text: 'A' }),
    message({ ...image, slack_file: { id: 'F1' } }),
    '/blocks/0',
  ],
  [
    'has emoji with plain text alone',
    message({ type: 'section', text: { ...plain('a'), emoji: true } }),
    message({ type: 'section', text: { ...marked('a'), emoji: true } }),
    '/blocks/0/text/emoji',
  ],
  [
    'has verbatim with mark-up alone',
    message({ type: 'section', text: { ...marked('a'), verbatim: true } }),
    message({ type: 'section', text: { ...plain('a'), verbatim: true } }),
    '/blocks/0/text/verbatim',
  ],
  [
    'has flags that are true or false',
    message({ ...section, expand: true }),
    message({ ...section, expand: 'yes' }),
    '/blocks/0/expand',
  ],
];

const inModals: Pair[] = [
  ['has a title', modal([section]), modal([section], { title: undefined }), '/'],
  ['has a button to send inputs', modal([field(choose)]), modal([field(choose)], { submit: undefined }), '/'],
  ['has known fields', modal([section]), modal([section], { hash: 'a' }), '/hash'],
  ['is a modal', modal([section]), modal([section], { type: 'page' }), '/type'],
  ['has no Markdown block', modal([section]), modal([{ type: 'markdown', text: 'a' }]), '/blocks/0'],
  ['has no button as a field', modal([field(choose)]), modal([field(button)]), '/blocks/0/element'],
  [
    'lets an entry have one character',
    modal([field({ type: 'plain_text_input', max_length: 1 })]),
    modal([field({ type: 'plain_text_input', max_length: 0 })]),
    '/blocks/0/element/max_length',
  ],
  [
    'says whether a number may have decimals',
    modal([field({ type: 'number_input', is_decimal_allowed: false })]),
    modal([field({ type: 'number_input' })]),
    '/blocks/0/element',
  ],
  [
    'starts with boxes that are offered',
    modal([field({ type: 'checkboxes', options: options(2), initial_options: [option('1')] })]),
    modal([field({ type: 'checkboxes', options: options(2), initial_options: [option('7')] })]),
    '/blocks/0/element',
  ],
];

test.each(inMessages)('a message %s', (_, taken, refused, where) => {
  expect(inMessage(taken)).toEqual([]);
  expect(inMessage(refused)).toContainEqual(expect.stringContaining(`${where}: `));
});

test.each(inModals)('a modal %s', (_, taken, refused, where) => {
  expect(inView(taken)).toEqual([]);
  expect(inView(refused)).toContainEqual(expect.stringContaining(`${where}: `));
});

test('what is no view at all is refused', () => {
  for (const view of [undefined, null, 'a view', []]) expect(inView(view)).toEqual(['/: must be an object']);
});
