import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { passages } from '../../src/knowledge/passages.js';
import type { Pages } from '../../src/knowledge/read.js';

/** A document of our own, small enough to be read at a glance. */
export const document = `# Paint

## Red things

The box **Paint it** must be on for all 7 red things.

## Blue things

Only release 1002 can paint blue things, and nobody has ever asked the painter why that is so.

Blue looks fine.
`;

/** Answers the hash of the passage that begins with these words. */
export function hashOf(start: string, source: string = document): string {
  const found = passages(source).find(({ text }) => text.startsWith(start.toLowerCase()));
  if (!found) throw new Error(`no passage begins with "${start}"`);
  return found.hash;
}

const vocabulary = `# Words

## Release

- word: release
- role: asked
- type: version
- values
  - tp3: Preview 3

The release of the paint.

| version | available | end of support | build |
| --- | --- | --- | --- |
| 1001 | 2020-01-01 | 2021-07-01 | 8001 |
| 1002 | 2021-01-01 | 2022-07-01 | 8002 |

## Colour

- word: colour
- role: asked
- type: choice
- values
  - red: Red
  - blue: Blue

## Count

- word: count
- role: asked
- type: number

## Most

- word: most
- role: asked
- type: number

## Box

- word: box
- role: set
- type: on-off
- where: Painter › Box

## Risk

- word: risk
- role: derived
- type: yes-no
`;

const flow = `# Questions

${['release', 'colour', 'most', 'count'].map((word) => `## Which ${word}?\n\n- asks: ${word}\n\nLook at it.\n`).join('\n')}`;

/** What a fact's section may hold. */
export interface FactText {
  readonly id: string;
  readonly kind?: string;
  readonly rows?: readonly string[];
  readonly when?: readonly string[];
  readonly must?: readonly string[];
  readonly source?: string;
  readonly passage?: string;
  readonly text?: string;
}

/** Answers the section of a fact. */
export function fact({
  id,
  kind = 'setting',
  rows = [],
  when = [],
  must = [],
  source = 'paint › Red things',
  passage,
  text = 'So it is.',
}: FactText): string {
  const under = (name: string, conditions: readonly string[]) =>
    conditions.length === 0 ? [] : [`- ${name}`, ...conditions.map((row) => `  - ${row}`)];
  const lines = [
    `- id: facts/${id}`,
    `- kind: ${kind}`,
    ...rows.map((row) => `- ${row}`),
    ...under('when', when),
    ...under('must', must),
  ];
  if (kind !== 'definition')
    lines.push(`- source: ${source}`, ...(passage === undefined ? [] : [`  - passage: ${passage}`]));
  return `## ${id.replaceAll('-', ' ')}\n\n${lines.join('\n')}\n\n${text}\n`;
}

/** The facts of the tiny knowledge, by id; all checks pass on them. */
export const soundFacts: Readonly<Record<string, string>> = {
  red: fact({ id: 'red', kind: 'definition', when: ['colour: red'], must: ['risk: yes'] }),
  blue: fact({ id: 'blue', kind: 'definition', when: ['colour: blue'], must: ['risk: no'] }),
  box: fact({
    id: 'box',
    when: ['colour: red'],
    must: ['box: on'],
    passage: hashOf('The box'),
    text: 'Tick **Paint it** for each of the 7.',
  }),
  release: fact({
    id: 'release',
    kind: 'limit',
    when: ['colour: blue'],
    must: ['release: 1002 or later'],
    source: 'paint › Blue things',
    passage: hashOf('Only release'),
    text: 'Older paint has no blue.',
  }),
  many: fact({
    id: 'many',
    kind: 'warning',
    rows: ['level: caution'],
    when: ['risk: yes', 'most: more than 0', 'count: more than most'],
  }),
  fine: fact({
    id: 'fine',
    kind: 'note',
    source: 'paint › Blue things',
    passage: hashOf('Blue looks'),
    text: 'It is a good colour.',
  }),
};

/** What may be changed in the tiny knowledge: facts by id (null takes one away), and text added to its other pages. */
export interface Changes {
  readonly facts?: Readonly<Record<string, string | null>>;
  readonly words?: string;
  readonly questions?: string;
  readonly leftOut?: readonly string[];
}

/** Answers the pages of a tiny knowledge with changes. */
export function tinyPages({ facts = {}, words = '', questions = '', leftOut = [] }: Changes = {}): Pages {
  const sections = Object.values({ ...soundFacts, ...facts }).filter((section) => section !== null);
  const rows = leftOut.length === 0 ? '' : `- left out\n${leftOut.map((row) => `  - ${row}\n`).join('')}`;
  return new Map([
    ['knowledge/vocabulary/words.md', `${vocabulary}\n${words}`],
    ['knowledge/facts/facts.md', `# Facts\n\n${sections.join('\n')}`],
    ['knowledge/sources/paint.md', `# Paint\n\n- document: paint\n- file: paint.md\n- file: colours/paint.md\n${rows}`],
    ['flows/flow.md', `${flow}\n${questions}`],
  ]);
}

/** Answers a new folder that holds these files until the test ends. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-documents-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
