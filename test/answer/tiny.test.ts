import { describe, expect, test } from 'vitest';
import { linkPages } from '../../src/knowledge/read.js';
import { askZoo, zoo } from './asked.js';

const ids = ({ facts }: ReturnType<typeof askZoo>) => facts.map(({ id }) => id);
const page = zoo().get('knowledge/facts/page.md') ?? '';

describe('a tiny knowledge', () => {
  test('answers a question with the fact that has a sentence like it', () => {
    const { status, answer, facts } = askZoo('What does a heron eat?');
    expect(status).toBe('answered');
    expect(answer).toMatch(/^Feed the heron fish\. It likes trout best\. \*\(/);
    expect(facts[0]).toEqual({
      id: 'page/heron',
      text: 'Feed the heron fish. It likes trout best.',
      sources: [{ document: 'doc', heading: 'Heading', url: 'https://example.com/doc#heading' }],
    });
  });

  test('understands a synonym, a plural and a typing error', () => {
    for (const question of [
      'how often is the dromedary brushed',
      'brush camels?',
      'how ofen is the ship of the desert brushd',
    ])
      expect(ids(askZoo(question)), question).toEqual(['page/camel']);
  });

  test('says that a topic of elsewhere is not covered', () => {
    expect(askZoo('what does the ticket cost').status).toBe('not-covered');
    expect(askZoo('stock exchange news').status).toBe('not-covered');
  });

  test('asks for the word of an unclear topic, with the labels of its values', () => {
    const { status, clarify } = askZoo('how do I look after it');
    expect(status).toBe('clarify');
    expect(clarify).toEqual({ question: 'Which kind?', options: ['Big one', 'Small one'] });
  });

  test('a fact that is added answers with no change to the program', () => {
    const question = 'do both sides of the zebra have stripes';
    expect(askZoo(question).status).toBe('not-covered');
    const added = `${page}\n## Both sides of a zebra have stripes\n\n- id: page/zebra\n- kind: note\n- source: doc › Heading\n\nCount them.\n`;
    expect(ids(askZoo(question, { 'knowledge/facts/page.md': added }))).toEqual(['page/zebra']);
  });

  test('a sentence that is added answers with no change to the program', () => {
    const question = 'which bird wants trout for dinner';
    const before = askZoo('menu of the tall bird');
    expect(before.status).toBe('not-covered');
    const added = page.replace(
      '- asks: what does the heron eat',
      '- asks: what does the heron eat\n- asks: menu of the tall bird',
    );
    expect(ids(askZoo('menu of the tall bird', { 'knowledge/facts/page.md': added }))).toEqual(['page/heron']);
    expect(askZoo(question).status).not.toBe('clarify');
  });
});

describe('yes, no and what it depends on', () => {
  test('no comes first where what is said breaks the fact, and what works instead is told', () => {
    const { answer, read } = askZoo('version 10: may I brush the camel?');
    expect(read).toEqual({ kind: 'big', version: '10' });
    expect(answer).toMatch(/^\*\*No, not with version 10\.\*\* Brush the camel/);
    expect(answer).toContain('What works: version 20');
  });

  test('yes comes first where what is said meets it', () => {
    expect(askZoo('version 20: may I brush the camel?').answer).toMatch(/^\*\*Yes, with version 20\.\*\* /);
  });

  test('both sides are told where the question leaves open what it hangs on', () => {
    expect(askZoo('may I brush the camel?').answer).toMatch(
      /^\*\*Depends on the version: with 20 or later yes, with 10 or earlier no\.\*\* /,
    );
  });

  test('a question that asks for neither gets neither', () => {
    expect(askZoo('how often is the camel brushed?').answer).toMatch(/^Brush the camel/);
  });

  test('a follow-up keeps what was said and changes what it says anew', () => {
    const after = 'version 10: may I brush the camel?';
    expect(askZoo('and on 20?', {}, after).answer).toMatch(/^\*\*Yes, with version 20/);
    expect(askZoo('and on 20?', {}, after).read).toEqual({ kind: 'big', version: '20' });
  });
});

describe('the pages on how people ask', () => {
  const broken = (changes: Readonly<Record<string, string>>) => () => linkPages(zoo(changes)).speech;

  test('are read when they are first asked for, and name the file and line of what is wrong', () => {
    const bad = { 'knowledge/questions/signs.md': '# Signs\n\n## All\n\n- knd\n  - big: camel\n' };
    expect(() => linkPages(zoo(bad))).not.toThrow();
    expect(broken(bad)).toThrow('knowledge/questions/signs.md:5: unknown word "knd". Did you mean "kind"?');
  });

  test.each([
    [
      'signs.md',
      '# S\n\n## A\n\n- kind\n  - bigg: camel\n',
      'signs.md:6: kind has no value "bigg". Did you mean "big"?',
    ],
    ['synonyms.md', '# S\n\n## A\n\n- camel\n', 'synonyms.md:5: "camel" has no other ways to write it'],
    ['elsewhere.md', '# E\n\n## Tickets\n', 'elsewhere.md:3: a topic needs ways to ask for it'],
    ['unclear.md', '# U\n\n## It\n\n- word: box\n- asks: what\n', 'unclear.md:3: "box" is no word that is asked'],
  ])('%s: %j', (name, text, message) => {
    expect(broken({ [`knowledge/questions/${name}`]: text })).toThrow(message);
  });
});
