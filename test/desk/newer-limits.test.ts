import { expect, test } from 'vitest';
import { actions, button, field, many, marked, message, modal, plain, refusedIn, section, x } from './samples.js';

type Row = [what: string, most: number, where: string, make: (size: number) => object];

const first = (make: (size: number) => object) => (size: number) => message(make(size));
const home = (blocks: unknown[], rest = {}) => ({ type: 'home', blocks, ...rest });
const cell = (text = 'a') => ({ type: 'raw_text', text });
const rows = (count: number, columns = 1, text = 'a') => Array.from({ length: count }, () => many(columns, cell(text)));
const card = { type: 'card', title: marked('a') };
const container = { type: 'container', child_blocks: [section] };
const dataTable = { type: 'data_table', caption: 'A table', rows: rows(2) };
const video = {
  type: 'video',
  video_url: 'https://a.example',
  thumbnail_url: 'https://a.example',
  alt_text: 'A',
  title: plain('a'),
};
const thumb = (part: object) => ({ text: plain('a'), value: 'a', ...part });
const feedback = (part: object) => ({
  type: 'context_actions',
  elements: [{ type: 'feedback_buttons', positive_button: thumb(part), negative_button: thumb({}) }],
});
const bin = { type: 'icon_button', icon: 'trash', text: plain('a') };
const workflow = { type: 'workflow_button', text: plain('a'), workflow: { trigger: { url: 'https://a.example' } } };
const positive = '/blocks/0/elements/0/positive_button';

const limits: Row[] = [
  ['characters of an alert', 200, '/blocks/0/text/text', (size) => modal([{ type: 'alert', text: plain(x(size)) }])],
  ['characters of a card’s title', 150, '/blocks/0/title/text', first((size) => ({ ...card, title: marked(x(size)) }))],
  [
    'characters of a card’s subtitle',
    150,
    '/blocks/0/subtitle/text',
    first((size) => ({ ...card, subtitle: marked(x(size)) })),
  ],
  ['characters of a card’s body', 200, '/blocks/0/body/text', first((size) => ({ ...card, body: marked(x(size)) }))],
  [
    'characters of a card’s small print',
    200,
    '/blocks/0/subtext/text',
    first((size) => ({ ...card, subtext: marked(x(size)) })),
  ],
  ['buttons of a card', 3, '/blocks/0/actions', first((size) => ({ ...card, actions: many(size, button) }))],
  [
    'cards of a carousel',
    10,
    '/blocks/0/elements',
    first((size) => ({ type: 'carousel', elements: many(size, card) })),
  ],
  [
    'characters of a container’s title',
    150,
    '/blocks/0/title/text',
    first((size) => ({ ...container, title: plain(x(size)) })),
  ],
  [
    'characters of a container’s subtitle',
    150,
    '/blocks/0/subtitle/text',
    first((size) => ({ ...container, subtitle: plain(x(size)) })),
  ],
  [
    'blocks of a container',
    10,
    '/blocks/0/child_blocks',
    first((size) => ({ ...container, child_blocks: many(size) })),
  ],
  [
    'elements of context actions',
    5,
    '/blocks/0/elements',
    first((size) => ({ type: 'context_actions', elements: many(size, bin) })),
  ],
  ['characters of a feedback button', 75, `${positive}/text/text`, first((size) => feedback({ text: plain(x(size)) }))],
  [
    'characters of a feedback button’s value',
    2_000,
    `${positive}/value`,
    first((size) => feedback({ value: x(size) })),
  ],
  [
    'characters of a feedback button’s spoken name',
    75,
    `${positive}/accessibility_label`,
    first((size) => feedback({ accessibility_label: x(size) })),
  ],
  [
    'characters of an icon button’s value',
    2_000,
    '/blocks/0/elements/0/value',
    first((size) => ({ type: 'context_actions', elements: [{ ...bin, value: x(size) }] })),
  ],
  [
    'characters of an icon button’s spoken name',
    75,
    '/blocks/0/elements/0/accessibility_label',
    first((size) => ({ type: 'context_actions', elements: [{ ...bin, accessibility_label: x(size) }] })),
  ],
  [
    'characters of a workflow button',
    75,
    '/blocks/0/elements/0/text/text',
    first((size) => actions({ ...workflow, text: plain(x(size)) })),
  ],
  [
    'characters of a workflow button’s spoken name',
    75,
    '/blocks/0/elements/0/accessibility_label',
    first((size) => actions({ ...workflow, accessibility_label: x(size) })),
  ],
  ['rows of a table', 100, '/blocks/0/rows', first((size) => ({ type: 'table', rows: rows(size) }))],
  ['columns of a table', 20, '/blocks/0/rows/0', first((size) => ({ type: 'table', rows: rows(1, size) }))],
  [
    'settings of a table’s columns',
    20,
    '/blocks/0/column_settings',
    first((size) => ({ type: 'table', rows: rows(1), column_settings: many(size, { align: 'left' }) })),
  ],
  [
    'characters of a table',
    10_000,
    '/blocks/0/rows',
    first((size) => ({ type: 'table', rows: [...rows(4, 1, x(2_000)), [cell(x(size - 8_000))]] })),
  ],
  ['tables of a message', 1, '/blocks', (size) => message(...many(size, { type: 'table', rows: rows(1) }))],
  [
    'rows of a data table with its header',
    201,
    '/blocks/0/rows',
    first((size) => ({ ...dataTable, rows: rows(size) })),
  ],
  ['columns of a data table', 20, '/blocks/0/rows/0', first((size) => ({ ...dataTable, rows: rows(2, size) }))],
  ['rows on a data table’s page', 100, '/blocks/0/page_size', first((size) => ({ ...dataTable, page_size: size }))],
  [
    'characters of a data table',
    20_000,
    '/blocks/0/rows',
    (size) => home([{ ...dataTable, rows: [...rows(9, 1, x(2_000)), [cell(x(size - 18_000))]] }]),
  ],
  [
    'characters of a video’s title',
    199,
    '/blocks/0/title/text',
    first((size) => ({ ...video, title: plain(x(size)) })),
  ],
  [
    'characters of a video’s author',
    49,
    '/blocks/0/author_name',
    first((size) => ({ ...video, author_name: x(size) })),
  ],
  [
    'characters of a video’s description',
    199,
    '/blocks/0/description/text',
    first((size) => ({ ...video, description: plain(x(size)) })),
  ],
  [
    'lines that a rich text field must have',
    100,
    '/blocks/0/element/min_lines',
    (size) => modal([field({ type: 'rich_text_input', min_lines: size })]),
  ],
  [
    'lines that a rich text field may have',
    100,
    '/blocks/0/element/max_lines',
    (size) => modal([field({ type: 'rich_text_input', max_lines: size })]),
  ],
  [
    'files of a file field',
    10,
    '/blocks/0/element/max_files',
    (size) => modal([field({ type: 'file_input', max_files: size })]),
  ],
  ['blocks of a Home tab', 100, '/blocks', (size) => home(many(size))],
  [
    'characters of a Home tab’s private_metadata',
    3_000,
    '/private_metadata',
    (size) => home([section], { private_metadata: x(size) }),
  ],
  ['characters of a Home tab’s callback_id', 255, '/callback_id', (size) => home([section], { callback_id: x(size) })],
];

test.each(limits)('%s: %i are taken, one more is refused', (_, most, where, make) => {
  expect(refusedIn({ ...make(most) })).toEqual([]);
  expect(refusedIn({ ...make(most + 1) })).toContainEqual(expect.stringContaining(`${where}: `));
});
