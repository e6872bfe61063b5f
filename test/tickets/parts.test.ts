import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adf } from '../../src/tickets/adf.js';
import { type Block, blocksOf } from '../../src/tickets/blocks.js';
import { githubMarkdown } from '../../src/tickets/github-markdown.js';
import { html } from '../../src/tickets/html.js';
import { partsOf } from '../../src/tickets/parts.js';
import { plainText } from '../../src/tickets/plain-text.js';
import { wiki } from '../../src/tickets/wiki.js';
import { fuzz } from '../campaign.js';
import { anyBlocks, lettersOf } from './any-blocks.js';

const formats = { adf, wiki, html, plainText, githubMarkdown };
const names = ['adf', 'wiki', 'html', 'plainText', 'githubMarkdown'] as const;

test('every part fits, and together they hold all of the text in its order', () => {
  fc.assert(
    fc.property(
      anyBlocks,
      fc.constantFrom(...names),
      fc.integer({ min: 1_500, max: 3_000 }),
      fc.nat({ max: 3 }),
      (some, name, most, more) => {
        const blocks: Block[] = Array.from({ length: more + 1 }, () => some).flat();
        const write = formats[name];
        const parts = partsOf({ title: 'Title', stamp: 'NOT ACKNOWLEDGED', blocks }, { write, most });
        for (const part of parts) expect(write(part).length).toBeLessThanOrEqual(most);
        const heads = /^NOTACKNOWLEDGED(·part\d+of\d+)?Title/;
        const all = parts.map((part) => lettersOf(part).replace(heads, '')).join('');
        expect(strip(all, blocks)).toBe(strip(lettersOf(blocks), blocks));
      },
    ),
    fuzz,
  );
});

/** Without headings, which a part repeats, and without the mark of what goes on. */
function strip(text: string, blocks: readonly Block[]): string {
  const headings = blocks.filter(({ kind }) => kind === 'heading').map((block) => lettersOf([block]));
  let left = text.replaceAll('(continued)', '').replaceAll('…', '');
  for (const heading of [...headings].sort((a, b) => b.length - a.length))
    left = left.replaceAll(heading.replaceAll('…', ''), '');
  return left;
}

test('what fits in one stays whole, and isn’t called a part', () => {
  const [part, ...more] = partsOf(
    { title: 'T', stamp: null, blocks: blocksOf('a') },
    { write: plainText, most: 4_000 },
  );
  expect(more).toEqual([]);
  expect(plainText(part ?? [])).toBe('=== T\n\na');
});

test('parts are cut between items, number themselves, and repeat the heading they go on under', () => {
  const items = Array.from({ length: 40 }, (_, at) => `- item ${at} ${'x'.repeat(60)}`).join('\n');
  const parts = partsOf(
    { title: 'T', stamp: null, blocks: blocksOf(`## Settings\n\n${items}`) },
    { write: plainText, most: 1_500 },
  );
  const texts = parts.map(plainText);
  expect(texts.length).toBe(3);
  for (const [at, text] of texts.entries()) {
    const heading = at === 0 ? '== Settings' : '== Settings (continued)';
    expect(text.startsWith(`part ${at + 1} of 3\n\n=== T\n\n${heading}\n\n- item`), text).toBe(true);
  }
  expect(texts.join('').match(/- item \d+ x{60}\n?/g)).toHaveLength(40);
});

test('a heading is never the last of a part', () => {
  for (let most = 800; most < 1_400; most += 7) {
    const blocks = blocksOf(`${'word '.repeat(120)}\n\n## Next\n\n${'more '.repeat(60)}`);
    for (const part of partsOf({ title: 'T', stamp: null, blocks }, { write: plainText, most }))
      expect(part.at(-1)?.kind).not.toBe('heading');
  }
});
