import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePlan } from '../../src/guide/plan.js';
import { linkPages, readPages } from '../../src/knowledge/read.js';
import { type AcknowledgeRule, acknowledged, gateOf, isOpen } from '../../src/plans/gate.js';
import type { KeptPlan } from '../../src/plans/kept-plan.js';
import { confirmedName, titleOf } from '../../src/plans/names.js';
import { runs } from '../campaign.js';
import { answersOf, anySituation, knowledge, planOf, today } from '../guide/any-answers.js';
import { at, fresh, later, risky } from './kept.js';

const anyone: AcknowledgeRule = { may: () => true, otherPerson: false };
const named = `${risky} collection="Branch PCs"`;

function accepted(path: string, kept: KeptPlan = fresh, by = 'UBOB', rule = anyone): KeptPlan {
  const outcome = acknowledged(
    kept,
    planOf(path),
    confirmedName(knowledge, answersOf(path)),
    'Branch PCs',
    by,
    at,
    rule,
  );
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.kept;
}

const stateOf = (path: string, kept: KeptPlan, rule = anyone) =>
  gateOf(planOf(path), confirmedName(knowledge, answersOf(path)), kept, rule).state;

const refusal = (path: string, typed: string, by = 'UBOB', rule = anyone) => {
  const outcome = acknowledged(fresh, planOf(path), confirmedName(knowledge, answersOf(path)), typed, by, at, rule);
  return 'refused' in outcome ? outcome.refused : null;
};

test('a plan that is high-risk for certain or perhaps waits; one that is not for certain is free', () => {
  expect(planOf(named).verdict).toBe('ready');
  expect(stateOf(named, fresh)).toBe('waiting');
  expect(stateOf('purpose=unknown', fresh)).toBe('nameless');
  expect(stateOf(named.replace('purpose=required', 'purpose=available'), fresh)).toBe('free');
  fc.assert(
    fc.property(anySituation, (answers) => {
      const plan = makePlan(knowledge, answers, today);
      const { state } = gateOf(plan, confirmedName(knowledge, answers), fresh, anyone);
      if (plan.derived['high-risk'] !== 'no' || plan.warnings.some(({ level }) => level === 'high-risk'))
        expect(state).not.toBe('free');
      else expect(state).toBe('free');
    }),
    runs(100),
  );
});

test('an acknowledgement takes down who, when, and the facts that were named', () => {
  const kept = accepted(named);
  const gate = gateOf(planOf(named), 'Branch PCs', kept, anyone);
  expect(isOpen(gate)).toBe(true);
  const [one] = kept.acknowledgements;
  expect(one).toMatchObject({ by: 'UBOB', at, collection: 'Branch PCs' });
  expect(one?.facts).toContain('high-risk/general');
  expect(one?.facts).toEqual(gate.state === 'acknowledged' ? gate.risks.map(({ fact }) => fact) : []);
});

test('who acknowledges the same once more stands there once, with the last time; a second person stands beside', () => {
  const twice = acknowledged(accepted(named), planOf(named), 'Branch PCs', 'Branch PCs', 'UBOB', later, anyone);
  if ('refused' in twice) throw new Error(twice.refused);
  expect(twice.kept.acknowledgements.map(({ by, at: when }) => [by, when])).toEqual([['UBOB', later]]);
  expect(accepted(named, twice.kept, 'UCAT').acknowledgements.map(({ by }) => by)).toEqual(['UBOB', 'UCAT']);
  const smaller = named.replace('collection-size=20', 'collection-size=19');
  expect(accepted(smaller, twice.kept).acknowledgements).toHaveLength(2);
});

test('nobody acknowledges with another name, without the role, or before the collection is named', () => {
  expect(refusal(named, 'Branch')).toBe('another-name');
  expect(refusal(named, ' Branch PCs ')).toBeNull();
  expect(refusal(named, 'Branch PCs', 'UEVE', { may: (person) => person === 'UBOB', otherPerson: false })).toBe(
    'not-permitted',
  );
  expect(refusal(risky, '')).toBe('no-collection');
  expect(refusal('scenario=intranet purpose=required collection=A', 'A')).toBe('not-ready');
  expect(refusal(named.replace('required', 'available'), 'Branch PCs')).toBe('not-needed');
});

test('where a second person is required, the owner cannot acknowledge, and did not count before', () => {
  const second: AcknowledgeRule = { may: () => true, otherPerson: true };
  expect(refusal(named, 'Branch PCs', 'UANN', second)).toBe('other-person-needed');
  const own = accepted(named, fresh, 'UANN');
  expect(stateOf(named, own)).toBe('acknowledged');
  expect(stateOf(named, own, second)).toBe('waiting');
  expect(stateOf(named, accepted(named, own, 'UBOB', second), second)).toBe('acknowledged');
});

test('any other answer, and any other collection, withdraws an acknowledgement', () => {
  const kept = accepted(named);
  for (const other of [
    named.replace('collection-size=20', 'collection-size=21'),
    named.replace('site-version=2509', 'site-version=2503'),
    named.replace('default-size=100', 'default-size=unknown'),
    `${named} wake-up=on`,
    named.replace('Branch PCs', 'branch PCs'),
  ])
    expect(stateOf(other, kept), other).toBe('waiting');
  expect(stateOf(named, kept)).toBe('acknowledged');
});

test('any other word in a fact of the plan withdraws an acknowledgement', () => {
  const kept = accepted(named);
  const pages = new Map(readPages());
  const page = 'knowledge/facts/high-risk.md';
  const text = pages.get(page) ?? '';
  const [fact] = knowledge.facts.filter(({ id }) => id === 'high-risk/general');
  expect(text).toContain(fact?.heading);
  pages.set(page, text.replace(fact?.heading ?? '', `${fact?.heading ?? ''} indeed`));
  const plan = makePlan(linkPages(pages), answersOf(named), today);
  expect(gateOf(plan, 'Branch PCs', kept, anyone).state).toBe('waiting');
});

test('a note that comes with the date alone withdraws nothing', () => {
  const kept = accepted(named);
  const nextYear = planOf(named, '2027-09-01');
  expect(nextYear.warnings.length).toBeGreaterThan(planOf(named).warnings.length);
  expect(gateOf(nextYear, 'Branch PCs', kept, anyone).state).toBe('acknowledged');
});

test('a title names the collection and the first answers', () => {
  expect(titleOf(knowledge, answersOf(named))).toMatch(/^Branch PCs · 2509 · /);
  expect(titleOf(knowledge, new Map())).toBe('A plan without answers');
});
