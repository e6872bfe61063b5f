import { expect, test } from 'vitest';
import { many, marked, message, modal, plain, refusedIn, section, x } from './samples.js';

const home = (blocks: unknown[], rest = {}) => ({ type: 'home', blocks, ...rest });
const image = { type: 'image', image_url: 'https://a.example', alt_text: 'A' };
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
const bin = { type: 'icon_button', icon: 'trash', text: plain('a') };

test.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
  [
    'an alert stands in a modal alone',
    modal([{ type: 'alert', text: plain('a') }]),
    message({ type: 'alert', text: plain('a') }),
    '/blocks/0',
  ],
  [
    'an alert has a known level',
    modal([{ type: 'alert', text: plain('a'), level: 'error' }]),
    modal([{ type: 'alert', text: plain('a'), level: 'loud' }]),
    '/blocks/0/level',
  ],
  ['a card has something to show', message(card), message({ type: 'card', subtitle: marked('a') }), '/blocks/0'],
  [
    'a card has one icon',
    message({ ...card, icon: image }),
    message({ ...card, icon: image, slack_icon: { name: 'a' } }),
    '/blocks/0',
  ],
  [
    'a container has a known width',
    message({ ...container, width: 'wide' }),
    message({ ...container, width: 'huge' }),
    '/blocks/0/width',
  ],
  [
    'a container holds no other container',
    message(container),
    message({ ...container, child_blocks: [container] }),
    '/blocks/0/child_blocks/0',
  ],
  [
    'an icon button has a known icon',
    message({ type: 'context_actions', elements: [bin] }),
    message({ type: 'context_actions', elements: [{ ...bin, icon: 'flag' }] }),
    '/blocks/0/elements/0/icon',
  ],
  ['a data table has a caption', message(dataTable), message({ ...dataTable, caption: undefined }), '/blocks/0'],
  [
    'a data table has a row below its header',
    message(dataTable),
    message({ ...dataTable, rows: rows(1) }),
    '/blocks/0/rows',
  ],
  [
    'a cell is text, a number or rich text',
    message({ type: 'table', rows: [[{ type: 'raw_number', value: 7, text: '7' }]] }),
    message({ type: 'table', rows: [[plain('a')]] }),
    '/blocks/0/rows/0/0',
  ],
  [
    'a video has a description for those who can’t see it',
    message(video),
    message({ ...video, alt_text: undefined }),
    '/blocks/0',
  ],
  [
    'rich text has known parts',
    message({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }] }),
    message({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'html', text: 'a' }] }] }),
    '/blocks/0/elements/0/elements/0',
  ],
  ['a Home tab has no button to send it', home([section]), home([section], { submit: plain('Send') }), '/submit'],
  ['a Home tab is one', home([section]), { ...modal([section]), type: 'home' }, '/title'],
  [
    'a Home tab has 250,000 bytes',
    home(many(80, { type: 'section', text: marked(x(3_000)) })),
    home(many(80, { type: 'section', text: marked('€'.repeat(1_100)) })),
    '/',
  ],
])('%s', (_, taken, refused, where) => {
  expect(refusedIn(taken)).toEqual([]);
  expect(refusedIn(refused)).toContainEqual(expect.stringContaining(`${where}: `));
});
