import { expect, test } from 'vitest';
import { actions, button, choose, inMessage, inView, message, option, options, plain, x } from './samples.js';

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

const limits: Row[] = [
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
];

test.each(limits)('%s: %i are taken, one more is refused', (_, most, where, make) => {
  const check = (payload: object) => ('title' in payload ? inView(payload) : inMessage({ ...payload }));
  expect(check(make(most))).toEqual([]);
  expect(check(make(most + 1))).toContainEqual(expect.stringContaining(`${where}: `));
});
