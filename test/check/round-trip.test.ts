import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { coveringPaths } from '../../src/check/covering-paths.js';
import { walkDay } from '../../src/check/moments.js';
import { planConfig } from '../../src/check/plan-config.js';
import { roundTrip, roundTripOn } from '../../src/check/round-trip.js';
import { subjectOf } from '../../src/check/subject.js';
import { makePlan } from '../../src/guide/plan.js';
import { readPages } from '../../src/knowledge/read.js';
import { tried as inThisRun, patience, runs } from '../campaign.js';
import { statedIn } from '../config/any-config.js';
import { anySituation, knowledge, today } from '../guide/any-answers.js';
import { outcomes } from './outcomes.js';
import { type Changes, fact, tinyPages } from './tiny.js';

const real = subjectOf(readPages());
const day = walkDay(knowledge);
const messages = ({ findings }: { findings: readonly { message: string }[] }) => findings.map(({ message }) => message);
const tried = (changes: Changes) => messages(roundTrip.check(subjectOf(tinyPages(changes))));

test('on paths of every two classes of answers that can meet, the validator agrees with the plan', {
  timeout: 3 * patience,
}, () => {
  const firsts = runs(1).numRuns === 1 ? 'one' : 'each';
  const paths = inThisRun(coveringPaths(real.walked(), 'each pair of classes'));
  expect(paths.length).toBeGreaterThan(0);
  expect(messages(roundTripOn(knowledge, day, paths, firsts))).toEqual([]);
});

test('on paths on which the facts strike different settings, the validator agrees with the plan', {
  timeout: 3 * patience,
}, () => {
  const paths = outcomes(knowledge, day, runs(40, 1000).numRuns);
  expect(paths.length).toBeGreaterThanOrEqual(40);
  expect(messages(roundTripOn(knowledge, day, paths, 'one'))).toEqual([]);
});

test('a plan written as YAML is read back as the same words', async () => {
  await fc.assert(
    fc.asyncProperty(anySituation, async (answers) => {
      const config = Object.fromEntries(planConfig(makePlan(knowledge, answers, today)));
      expect(await statedIn(stringify(config))).toEqual([config]);
    }),
    runs(50),
  );
});

test('a fact that forbids what the plan leaves open is told', () => {
  const lid = '## Lid\n\n- word: lid\n- role: set\n- type: on-off\n';
  const limit = fact({ id: 'lid', kind: 'limit', when: ['lid: on'], must: ['colour: blue'] });
  expect(tried({ words: lid, facts: { lid: limit } })).toEqual([
    expect.stringMatching(/^facts\/lid: after .*colour=red.* a config with lid: on breaks it/),
  ]);
});

test('a fact that holds only until the value it strikes is given is told', () => {
  const dates =
    '## Expires\n\n- word: expires\n- role: set\n- type: date\n\n## Stated\n\n- word: expiry-stated\n- role: computed\n- type: yes-no\n';
  const hidden = fact({ id: 'hidden', when: ['expiry-stated: no'], must: ['expires: not shown'] });
  expect(tried({ words: dates, facts: { hidden } })).toEqual([expect.stringMatching(/^expires: \S+ is struck after/)]);
});

test('facts that block the plan and are no fault of anything stated are told', () => {
  const facts = { on: fact({ id: 'on', must: ['box: on'] }), off: fact({ id: 'off', must: ['box: off'] }) };
  expect(tried({ facts })).toEqual(
    expect.arrayContaining([expect.stringMatching(/^facts\/off: .* doesn't break it, though it blocks the plan/)]),
  );
});

test('a value that is not read back is told', () => {
  const tone = '## Tone\n\n- word: tone\n- role: set\n- type: choice\n- values\n  - dark #2: Deep\n  - light: Light\n';
  const dark = fact({ id: 'dark', when: ['colour: blue'], must: ['tone: dark #2'] });
  expect(tried({ words: tone, facts: { dark } })).toEqual([expect.stringContaining("isn't read back from lines")]);
});
