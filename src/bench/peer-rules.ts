import type { NestedCondition } from 'json-rules-engine';
import type { Knowledge } from '../knowledge/knowledge.js';
import { binding } from '../knowledge/link.js';
import type { Comparison } from '../logic/cell.js';
import type { Bound, Test } from '../logic/judge.js';
import { type Form, given, number, type PeerRules } from './peer-form.js';

/** Answers the rules for all required facts that ask something: conditions from `when` and `must`, the fact's index in the event. */
export function peerRules(knowledge: Knowledge, form: Form): PeerRules {
  const facts = knowledge.facts.filter((fact) => binding(fact) && fact.must.length > 0);
  const struck = new Set(facts.flatMap(({ index }) => knowledge.rules[index]?.strikes.map(({ word }) => word) ?? []));
  const rules: PeerRules = { settled: [], moving: [], blocking: [] };
  for (const { index } of facts) {
    const { when, must, strikes } = knowledge.rules[index] ?? { when: [], must: [], strikes: [] };
    const params = { fact: index };
    const holds = when.map((test) => holding(test, knowledge, form));
    const broken = must.map((test) => breaking(test, knowledge, form));
    const waits = when.some((test) => wordsOf(test).some((word) => struck.has(word)));
    if (strikes.length > 0)
      rules[waits ? 'moving' : 'settled'].push({ conditions: { all: holds }, event: { type: 'holds', params } });
    rules.blocking.push({ conditions: { all: [...holds, { any: broken }] }, event: { type: 'blocks', params } });
  }
  return rules;
}

const wordsOf = (test: Test): number[] =>
  test.kind === 'compare' && 'word' in test.than ? [test.word, test.than.word] : [test.word];

const comparing: Readonly<Record<Comparison, readonly [holds: string, breaks: string]>> = {
  'more than': ['greaterThan', 'lessThanInclusive'],
  'at least': ['greaterThanInclusive', 'lessThan'],
  'fewer than': ['lessThan', 'greaterThanInclusive'],
  'at most': ['lessThanInclusive', 'greaterThan'],
};

const wordAt = ({ words }: Knowledge, index: number) => {
  const word = words[index];
  if (!word) throw new Error(`no word ${index}`);
  return word;
};

const bound = (than: Bound, knowledge: Knowledge) =>
  'number' in than ? than.number : { fact: number(wordAt(knowledge, than.word)) };

function holding(test: Test, knowledge: Knowledge, form: Form): NestedCondition {
  const word = wordAt(knowledge, test.word);
  if (test.kind === 'values') return form.within(word, test.mask);
  if (test.kind === 'not-shown') throw new Error('"not shown" stands in `must` alone.');
  return { fact: number(word), operator: comparing[test.how][0], value: bound(test.than, knowledge) };
}

/** Only what a person gave can be broken. */
function breaking(test: Test, knowledge: Knowledge, form: Form): NestedCondition {
  const word = wordAt(knowledge, test.word);
  if (test.kind === 'values') return form.outside(word, test.mask);
  if (test.kind === 'not-shown') return { fact: given(word), operator: 'stated', value: true };
  return { fact: number(word), operator: comparing[test.how][1], value: bound(test.than, knowledge) };
}
