import { linkPages, type Pages } from '../../src/knowledge/read.js';
import { Unusable } from '../../src/text/problem.js';

/** The pages of a knowledge that is as small as one can be. */
const whole: Readonly<Record<string, string>> = {
  'knowledge/vocabulary/words.md': `# Words

## Version

- word: version
- role: asked
- type: version
- values
  - tp10: Preview 10

| version | available | end of support | build |
| --- | --- | --- | --- |
| 10 | 2010-01-01 | 2011-07-01 | 9010 |
| 20 | 2020-01-01 | 2021-07-01 | 9020 |

## Kind

- word: kind
- role: asked
- type: choice
- values
  - big: Big one
  - small: Small one

## Count

- word: count
- role: asked
- type: number
- fix: never

## Box

- word: box
- role: set
- type: on-off
- where: Wizard › Page

## Size

- word: size
- role: derived
- type: yes-no
`,
  'knowledge/facts/page.md': `# Page

## Tick the box for a big one

- id: page/box
- kind: setting
- when
  - kind: big
- must
  - box: on
- source: doc › Heading

Because.

## A big one has a size

- id: page/size
- kind: definition
- when
  - kind: big
- must
  - size: yes
`,
  'knowledge/sources/doc.md': '# Document\n\n- document: doc\n- url: https://example.com/doc\n',
  'knowledge/cmdlets.md': '# Cmdlets\n',
  'flows/plan.md': `# Plan

## Which version?

- asks: version

## Which kind?

- asks: kind

## How many?

- asks: count
`,
};

/** Answers the small knowledge's pages with words of one page exchanged, or a page added. */
export function pages(page?: string, from?: string, to?: string): Pages {
  const all = new Map(Object.entries(whole));
  if (page === undefined || to === undefined) return all;
  const text = all.get(page) ?? '';
  if (from !== undefined && !text.includes(from)) throw new Error(`${page} doesn't hold ${from}`);
  return all.set(page, from === undefined ? to : text.replace(from, to));
}

/** Answers the lines that say what is wrong in the pages. */
export function wrong(all: Pages): readonly string[] {
  try {
    linkPages(all);
    return [];
  } catch (error) {
    if (error instanceof Unusable) return error.lines;
    throw error;
  }
}
