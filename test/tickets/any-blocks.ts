import fc from 'fast-check';
import type { Block, Item, Words } from '../../src/tickets/blocks.js';

/** What some system or format would obey. */
const obeyed = [
  '@channel',
  '@ann',
  'ann@example.com',
  '[code]<b>x</b>[/code]',
  '<script>alert(1)</script>',
  '{code}',
  '{color:red}',
  '[~ann]',
  '[a|https://evil.example]',
  '\\\\server\\share',
  '\\',
  '!picture.png!',
  '/close',
  '#12',
  'GH-12',
  '!7',
  '`',
  '``',
  '**',
  '__',
  '- [x] done',
  '1. one',
  'h1. big',
  'bq. quoted',
  '----',
  '||',
  '|',
  ':)',
  '(/)',
  '&lt;',
  '&#91;',
  '](https://evil.example)',
  '<!-- tsdeploy:0 -->',
  '😀',
  'ä',
  '\u202e',
  '\u200b',
  ' ',
  '~~',
  '$x$',
  '???',
  '+',
  '=',
  '>',
  "'",
  '"',
  'a',
  'word',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...obeyed), fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join('').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' '))
  .filter((one) => one.trim() !== '');

const words: fc.Arbitrary<Words[]> = fc.array(
  fc.record({
    text,
    style: fc.constantFrom<Words['style']>('plain', 'plain', 'strong', 'emphasis', 'code'),
    url: fc.constantFrom(null, null, null, 'https://example.com/a?b=c&d=(e)|f'),
  }),
  { minLength: 1, maxLength: 4 },
);

const leaf: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }), words }),
  fc.record({ kind: fc.constant('paragraph' as const), words }),
  fc.record({ kind: fc.constant('code' as const), text }),
);

const item = (inside: fc.Arbitrary<Block[]>): fc.Arbitrary<Item> =>
  fc.record({ box: fc.constantFrom<Item['box']>(null, 'todo', 'done'), words, inside });

const list = (inside: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> =>
  fc.record({
    kind: fc.constant('list' as const),
    first: fc.constantFrom(null, null, 1, 3),
    items: fc.array(item(inside), { minLength: 1, maxLength: 4 }),
  });

/** Any document: blocks with strange text in them. */
export const anyBlocks: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(leaf, list(fc.constant([])), list(fc.array(list(fc.constant([])), { maxLength: 1 }))),
  { minLength: 1, maxLength: 8 },
);

/** Any line of text that somebody may have typed. */
export const anyText = text;

/** Answers all the text of blocks, in order, without its white space. */
export function lettersOf(blocks: readonly Block[]): string {
  const of = (block: Block): string => {
    if (block.kind === 'code') return block.text;
    if (block.kind !== 'list') return block.words.map((one) => one.text).join('');
    return block.items
      .map(({ words: own, inside }) => own.map((one) => one.text).join('') + inside.map(of).join(''))
      .join('');
  };
  return bare(blocks.map(of).join(''));
}

/** Answers a text without white space and what can't be seen. */
export const bare = (shown: string): string => shown.replace(/[\s\p{Cf}]/gu, '');
