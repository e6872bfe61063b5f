import { describe, expect, test } from 'vitest';
import { linkPages, readKnowledge, readPages } from '../../src/knowledge/read.js';
import { Unusable } from '../../src/text/problem.js';
import { pages, wrong } from './tiny.js';

const facts = 'knowledge/facts/page.md';
const words = 'knowledge/vocabulary/words.md';
const flow = 'flows/plan.md';
const release = '| 10 | 2010-01-01 | 2011-07-01 | 9010 |';

test('the small knowledge that the others here are broken from is sound', () => {
  expect(wrong(pages())).toEqual([]);
});

test('the real knowledge is read, and nothing in it can be changed by accident', () => {
  const knowledge = readKnowledge();
  expect(knowledge.rules).toHaveLength(knowledge.facts.length);
  expect(knowledge.sources).toHaveLength(knowledge.facts.length);
  expect(knowledge.words.map(({ index }) => index)).toEqual(knowledge.words.map((_, at) => at));
  expect(Object.isFrozen(knowledge) && Object.isFrozen(knowledge.facts[0]?.when)).toBe(true);
});

test('a folder without knowledge is named, with what to do', () => {
  expect(() => readPages('/nowhere')).toThrow(Unusable);
  expect(() => readPages('/nowhere')).toThrow(/^knowledge\/vocabulary: can't be read/);
});

describe('a broken page is told by its place, what is wrong, and what is allowed', () => {
  const cases: [what: string, page: string, from: string, to: string, told: RegExp][] = [
    ['a kind that is none', facts, 'kind: setting', 'kind: settin', /page\.md:6: .*limit.*mean "setting"/],
    ['a fact with no id', facts, '- id: page/box\n', '', /page\.md:3: .*"- id: page\/name"/],
    ['an id of another page', facts, 'id: page/box', 'id: other/box', /page\.md:3: .*begin with .*page\//],
    ['an id that stands twice', facts, 'page/size', 'page/box', /page\.md:15: .*twice: also in .*page\.md:3/],
    ['a row nobody knows', facts, '- when', '- wenn', /page\.md:7: unknown row "wenn".*when.*mean "when"/],
    ['an unknown word', facts, '- kind: big', '- kimd: big', /page\.md:8: unknown word "kimd".*mean "kind"/],
    ['an unknown value', facts, 'kind: big', 'kind: bog', /page\.md:8: .*no value "bog".*mean "big".*big, small/],
    ['a version that never was', facts, 'kind: big', 'version: 15 or later', /page\.md:8: .*"15".*10, 20, tp10/],
    ['an order of what has none', facts, 'kind: big', 'kind: big or later', /page\.md:8: .*orders releases/],
    ['a comparison of what is no number', facts, 'box: on', 'box: at least 3', /page\.md:10: .*compares numbers/],
    ['a bound that is nothing', facts, 'box: on', 'count: at least lots', /page\.md:10: "lots" is neither/],
    ['a box that is not shown, as a condition', facts, 'kind: big', 'box: not shown', /page\.md:8: .*must only/],
    ['a row that stands twice', facts, '- must', '- when\n- must', /page\.md:9: row "when" stands twice/],
    ['a fact with no source', facts, '- source: doc › Heading\n', '', /page\.md:3: .*needs a source/],
    ['a source with no heading', facts, 'doc › Heading', 'doc', /page\.md:11: .*no heading.*document › heading/],
    ['an unknown document', facts, 'doc › ', 'dok › ', /page\.md:11: unknown document "dok".*mean "doc"/],
    ['a force that is none', facts, '- when', '- force: must\n- when', /page\.md:7: force "must".*recommended/],
    ['a level of what is no warning', facts, '- when', '- level: note\n- when', /page\.md:3: .*only a warning/],
    ['steps of what is no procedure', facts, 'Because.', '1. Step', /page\.md:3: .*only a procedure/],
    ['a block that no fact can hold', facts, 'Because.', '> Quote', /page\.md:13: .*Rewrite this block/],
    ['a heading too long to be shown', facts, 'Tick', 'T'.repeat(76), /page\.md:3: .*at most 75/],
    ['an unknown preview', facts, '# Page', '# Page\n\n- preview: tp9', /preview "tp9" isn't a value of version/],
    ['a way out by a fact of the world', facts, '- source', '- fix\n  - count: 3\n- source', /never changes count/],
    ['a way out that does not exist', facts, '- source', '- fix\n  - bux: on\n- source', /"bux" in a fix.*mean "box"/],
    ['a way out to no value', facts, '- source', '- fix\n  - box: onn\n- source', /no value "onn".*on, off/],
    ['a word with no name', words, '- word: box\n', '', /words\.md:32: "" can't be a word/],
    ['a word that is defined twice', words, 'word: box', 'word: kind', /words\.md:32: .*twice: also in .*words\.md:16/],
    ['a type that is none', words, 'type: on-off', 'type: onoff', /words\.md:36: type "onoff".*mean "on-off"/],
    ['a role that is none', words, 'role: set', 'role: sett', /words\.md:35: role "sett".*mean "set"/],
    ['a value that stands twice', words, '- small: Small', '- big: Small', /words\.md:16: "big" names both/],
    [
      'a label of two values',
      words,
      'small: Small one',
      'small: Big one',
      /words\.md:16: "big one" names both big and/,
    ],
    ['a label of two words', words, '## Count', '## Kind', /words\.md:25: "kind" names both kind and count/],
    ['a way of never changing that is misspelt', words, 'fix: never', 'fix: nevr', /words\.md:30: fix "nevr".*never/],
    ['a UTC box that does not exist', words, '- type: on-off', '- type: on-off\n- utc: bux', /utc "bux".*mean "box"/],
    [
      'a release on a day that never was',
      words,
      release,
      release.replace('07-01', '02-31'),
      /words\.md:13: end of supp/,
    ],
    [
      'a release with no end',
      words,
      release,
      release.replace('2011-07-01', ''),
      /words\.md:13: end of support "" of 10/,
    ],
    ['a release with no build', words, release, release.replace('9010', '90'), /words\.md:13: build "90"/],
    ['a release out of order', words, release, release.replace('| 10 ', '| 20 '), /words\.md:14: 20 stands behind 20/],
    ['a question of no word', flow, 'asks: kind', 'asks: kimd', /plan\.md:7: "kimd" is no word .*mean "kind"/],
    ['a word asked twice', flow, 'asks: kind', 'asks: version', /words\.md:3: version is asked by 2 questions/],
    ['a word that nobody asks', flow, '- asks: count\n', '', /words\.md:25: count is asked by 0 questions/],
  ];
  test.each(cases)('%s', (_, page, from, to, told) => {
    const lines = wrong(pages(page, from, to));
    expect(lines.join('\n')).toMatch(told);
    for (const line of lines) expect(line).toMatch(/^(knowledge|flows)\/[\w./-]+:\d+: \S/);
  });
});

test('everything that is wrong is told at once', () => {
  const all = new Map([...pages(facts, 'kind: big', 'kind: bog')]);
  all.set(flow, (all.get(flow) ?? '').replace('asks: kind', 'asks: kimd'));
  const lines = wrong(all);
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.join('\n')).toMatch(/page\.md:8[\s\S]*plan\.md:7/);
});

test('pages that are empty, binary or no Markdown are told, never crash', () => {
  for (const page of [facts, words, flow, 'knowledge/sources/doc.md', 'knowledge/cmdlets.md'])
    for (const text of [
      '',
      '\u0000\u0001\uFFFD',
      'just text',
      '- \n- :\n  - :',
      '#',
      '## \n\n- id:',
      '| a |\n| - |\n| | |',
    ])
      expect(Array.isArray(wrong(pages(page, undefined, text)))).toBe(true);
});

test('the order of pages and of the files in a folder changes no fact', () => {
  const turned = linkPages(new Map([...readPages()].reverse()));
  const ids = (knowledge: { facts: readonly { id: string }[] }) => knowledge.facts.map(({ id }) => id).sort();
  expect(ids(turned)).toEqual(ids(readKnowledge()));
});
