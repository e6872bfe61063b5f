import { answer } from '../../src/answer/answer.js';
import type { Answer } from '../../src/answer/answer-shape.js';
import { linkPages, type Pages, readKnowledge } from '../../src/knowledge/read.js';
import { pages } from '../knowledge/tiny.js';

export const knowledge = readKnowledge();
export const today = '2026-11-20';

/** Answers a question to the real knowledge. */
export const ask = (question: string, after?: string): Answer => answer(knowledge, { question, after, today });

/** The pages of a tiny knowledge on two animals, that questions can be asked to. */
export function zoo(changes: Readonly<Record<string, string>> = {}): Pages {
  const all = new Map(pages());
  const own = {
    'knowledge/facts/page.md': `# Page

## Feed the heron fish

- id: page/heron
- kind: note
- source: doc › Heading
- asks: what does the heron eat

It likes trout best.

## Brush the camel every day

- id: page/camel
- kind: limit
- when
  - kind: big
- must
  - version: 20 or later
- source: doc › Heading
- asks
  - how often is the camel brushed
  - may I brush the camel

Its coat grows fast.

## A big one has a size

- id: page/size
- kind: definition
- when
  - kind: big
- must
  - size: yes
`,
    'knowledge/questions/synonyms.md':
      '# Words\n\n## Animals\n\n- camel: dromedary, ship of the desert\n\n## Nothing\n\nthe, a, is, of, what, how, may, i, does\n',
    'knowledge/questions/signs.md':
      '# Signs\n\n## All\n\n- previews: preview\n- troubles: not work\n- releases of others: windows\n- earlier releases: before\n- kind\n  - big: camel; giant\n  - small: tiny - giant\n- count\n  - #: # animals\n',
    'knowledge/questions/elsewhere.md':
      '# Elsewhere\n\n## Tickets\n\n- asks\n  - what does a ticket for the zoo cost\n  - where is the cash desk\n',
    'knowledge/questions/unclear.md': '# Unclear\n\n## Which animal\n\n- word: kind\n- asks: how do I look after it\n',
    ...changes,
  };
  for (const [page, text] of Object.entries(own)) all.set(page, text);
  return all;
}

/** Answers a question to a tiny knowledge. */
export const askZoo = (question: string, changes?: Readonly<Record<string, string>>, after?: string): Answer =>
  answer(linkPages(zoo(changes)), { question, after, today });
