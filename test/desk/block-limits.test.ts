import { expect, test } from 'vitest';
import {
  actions,
  button,
  choose,
  field,
  inMessage,
  inView,
  many,
  marked,
  message,
  modal,
  option,
  options,
  plain,
  section,
  x,
} from './samples.js';

type Row = [what: string, most: number, where: string, make: (size: number) => object];

const pressed = (make: (size: number) => object) => (size: number) => message(actions(make(size)));
const sure = (part: object) => ({
  title: plain('Sure?'),
  text: plain('It acts.'),
  confirm: plain('Yes'),
  deny: plain('No'),
  ...part,
});
const grouped = (label: string, count: number) => ({ label: plain(label), options: options(count) });
const alone = (at: number) => ({ label: plain('a'), options: [option(`${at}`)] });
const image = { type: 'image', image_url: 'https://a.example', alt_text: 'A' };

const limits: Row[] = [
  ['blocks of a message', 50, '/blocks', (size) => message(...many(size))],
  ['characters of top-level text', 40_000, '/text', (size) => ({ text: x(size) })],
  [
    'characters of text in all blocks',
    10_000,
    '/blocks',
    (size) => message(...many(4, { type: 'section', text: marked(x(size / 4)) }), ...(size > 10_000 ? [section] : [])),
  ],
  [
    'characters in all Markdown blocks',
    12_000,
    '/blocks',
    (size) => message({ type: 'markdown', text: x(6_000) }, { type: 'markdown', text: x(size - 6_000) }),
  ],
  ['characters of a Markdown block', 12_000, '/blocks/0/text', (size) => message({ type: 'markdown', text: x(size) })],
  [
    'characters of a section',
    3_000,
    '/blocks/0/text/text',
    (size) => message({ type: 'section', text: plain(x(size)) }),
  ],
  [
    'fields of a section',
    10,
    '/blocks/0/fields',
    (size) => message({ type: 'section', fields: many(size, marked('a')) }),
  ],
  [
    'characters of a field',
    2_000,
    '/blocks/0/fields/0/text',
    (size) => message({ type: 'section', fields: [marked(x(size))] }),
  ],
  ['characters of a header', 150, '/blocks/0/text/text', (size) => message({ type: 'header', text: plain(x(size)) })],
  ['levels of headers', 4, '/blocks/0/level', (size) => message({ type: 'header', text: plain('a'), level: size })],
  [
    'elements of a context',
    10,
    '/blocks/0/elements',
    (size) => message({ type: 'context', elements: many(size, marked('a')) }),
  ],
  [
    'elements of actions',
    25,
    '/blocks/0/elements',
    (size) => message(actions(...Array.from({ length: size }, (_, at) => ({ ...button, action_id: `${at}` })))),
  ],
  ['characters of a block_id', 255, '/blocks/0/block_id', (size) => message({ ...section, block_id: x(size) })],
  [
    'characters of an action_id',
    255,
    '/blocks/0/elements/0/action_id',
    pressed((size) => ({ ...button, action_id: x(size) })),
  ],
  [
    'characters of a button',
    75,
    '/blocks/0/elements/0/text/text',
    pressed((size) => ({ ...button, text: plain(x(size)) })),
  ],
  [
    'characters of a button’s value',
    2_000,
    '/blocks/0/elements/0/value',
    pressed((size) => ({ ...button, value: x(size) })),
  ],
  [
    'characters of a button’s address',
    3_000,
    '/blocks/0/elements/0/url',
    pressed((size) => ({ ...button, url: x(size) })),
  ],
  [
    'characters of a button’s spoken name',
    75,
    '/blocks/0/elements/0/accessibility_label',
    pressed((size) => ({ ...button, accessibility_label: x(size) })),
  ],
  [
    'entries of an overflow menu',
    5,
    '/blocks/0/elements/0/options',
    pressed((size) => ({ type: 'overflow', options: options(size) })),
  ],
  [
    'characters of an entry’s address',
    3_000,
    '/blocks/0/elements/0/options/0/url',
    pressed((size) => ({ type: 'overflow', options: [{ ...option('a'), url: x(size) }] })),
  ],
  [
    'options of a list',
    100,
    '/blocks/0/elements/0/options',
    pressed((size) => ({ ...choose, options: options(size) })),
  ],
  [
    'options of a list of several',
    100,
    '/blocks/0/elements/0/options',
    pressed((size) => ({ type: 'multi_static_select', options: options(size) })),
  ],
  [
    'groups of options',
    100,
    '/blocks/0/elements/0/option_groups',
    pressed((size) => ({ type: 'static_select', option_groups: Array.from({ length: size }, (_, at) => alone(at)) })),
  ],
  [
    'options of a group',
    100,
    '/blocks/0/elements/0/option_groups/0/options',
    pressed((size) => ({ type: 'static_select', option_groups: [grouped('a', size)] })),
  ],
  [
    'characters of a group’s label',
    75,
    '/blocks/0/elements/0/option_groups/0/label/text',
    pressed((size) => ({ type: 'static_select', option_groups: [grouped(x(size), 1)] })),
  ],
  [
    'characters of an option',
    75,
    '/blocks/0/elements/0/options/0/text/text',
    pressed((size) => ({ ...choose, options: [{ text: plain(x(size)), value: 'a' }] })),
  ],
  [
    'characters of an option’s value',
    150,
    '/blocks/0/elements/0/options/0/value',
    pressed((size) => ({ ...choose, options: [option(x(size))] })),
  ],
  [
    'characters of an option’s description',
    75,
    '/blocks/0/elements/0/options/0/description/text',
    pressed((size) => ({ ...choose, options: [{ ...option('a'), description: plain(x(size)) }] })),
  ],
  [
    'characters of a placeholder',
    150,
    '/blocks/0/elements/0/placeholder/text',
    pressed((size) => ({ ...choose, placeholder: plain(x(size)) })),
  ],
  [
    'radio buttons',
    10,
    '/blocks/0/elements/0/options',
    pressed((size) => ({ type: 'radio_buttons', options: options(size) })),
  ],
  [
    'boxes to tick',
    10,
    '/blocks/0/elements/0/options',
    pressed((size) => ({ type: 'checkboxes', options: options(size) })),
  ],
  [
    'characters of a question’s title',
    100,
    '/blocks/0/elements/0/confirm/title/text',
    pressed((size) => ({ ...button, confirm: sure({ title: plain(x(size)) }) })),
  ],
  [
    'characters of a question’s text',
    300,
    '/blocks/0/elements/0/confirm/text/text',
    pressed((size) => ({ ...button, confirm: sure({ text: plain(x(size)) }) })),
  ],
  [
    'characters of a question’s yes',
    30,
    '/blocks/0/elements/0/confirm/confirm/text',
    pressed((size) => ({ ...button, confirm: sure({ confirm: plain(x(size)) }) })),
  ],
  [
    'characters of a question’s no',
    30,
    '/blocks/0/elements/0/confirm/deny/text',
    pressed((size) => ({ ...button, confirm: sure({ deny: plain(x(size)) }) })),
  ],
  [
    'characters of an image’s description',
    2_000,
    '/blocks/0/alt_text',
    (size) => message({ ...image, alt_text: x(size) }),
  ],
  [
    'characters of an image’s address',
    3_000,
    '/blocks/0/image_url',
    (size) => message({ ...image, image_url: x(size) }),
  ],
  [
    'characters of an image’s title',
    2_000,
    '/blocks/0/title/text',
    (size) => message({ ...image, title: plain(x(size)) }),
  ],
  [
    'characters of a small image’s description',
    2_000,
    '/blocks/0/elements/0/alt_text',
    (size) => message({ type: 'context', elements: [{ ...image, alt_text: x(size) }] }),
  ],
  [
    'characters of a small image’s address',
    3_000,
    '/blocks/0/elements/0/image_url',
    (size) => message({ type: 'context', elements: [{ ...image, image_url: x(size) }] }),
  ],
  ['blocks of a modal', 100, '/blocks', (size) => modal(many(size))],
  ['characters of a modal’s title', 24, '/title/text', (size) => modal([section], { title: plain(x(size)) })],
  ['characters of its submit button', 24, '/submit/text', (size) => modal([section], { submit: plain(x(size)) })],
  ['characters of its close button', 24, '/close/text', (size) => modal([section], { close: plain(x(size)) })],
  [
    'characters of its private_metadata',
    3_000,
    '/private_metadata',
    (size) => modal([section], { private_metadata: x(size) }),
  ],
  ['characters of its callback_id', 255, '/callback_id', (size) => modal([section], { callback_id: x(size) })],
  ['characters of its external_id', 255, '/external_id', (size) => modal([section], { external_id: x(size) })],
  [
    'characters of a field’s label',
    2_000,
    '/blocks/0/label/text',
    (size) => modal([field(choose, { label: plain(x(size)) })]),
  ],
  [
    'characters of a field’s hint',
    2_000,
    '/blocks/0/hint/text',
    (size) => modal([field(choose, { hint: plain(x(size)) })]),
  ],
  [
    'characters that an entry must have',
    3_000,
    '/blocks/0/element/min_length',
    (size) => modal([field({ type: 'plain_text_input', min_length: size })]),
  ],
  [
    'characters that an entry may have',
    3_000,
    '/blocks/0/element/max_length',
    (size) => modal([field({ type: 'plain_text_input', max_length: size })]),
  ],
];

test.each(limits)('%s: %i are taken, one more is refused', (_, most, where, make) => {
  const check = (payload: object) => ('title' in payload ? inView(payload) : inMessage({ ...payload }));
  expect(check(make(most))).toEqual([]);
  expect(check(make(most + 1))).toContainEqual(expect.stringContaining(`${where}: `));
});

test('bytes of a modal: 250,000 are taken, more are refused', () => {
  expect(inView(modal(many(80, { type: 'section', text: marked(x(3_000)) })))).toEqual([]);
  expect(inView(modal(many(80, { type: 'section', text: marked('€'.repeat(1_100)) })))).toEqual([
    expect.stringContaining('view_too_large'),
  ]);
});
