import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, readAnswers } from '../../src/guide/answers.js';
import { blocking } from '../../src/guide/broken.js';
import { fixesOf as allFixes, fixFor } from '../../src/guide/fixes.js';
import { judgeAnswers } from '../../src/guide/judged.js';
import { makePlan } from '../../src/guide/plan.js';
import type { Fix } from '../../src/guide/plan-shape.js';
import { runs } from '../campaign.js';
import { anySituation, knowledge, planOf, today } from './any-answers.js';

const plan = (answers: Answers, on = today) => makePlan(knowledge, answers, on);
const fixesOf = (path: string, fact: string, on?: string) =>
  planOf(path, on).blockers.find((one) => one.fact === fact)?.fixes;

/** Answers the answers with a way out taken, as a person would give it. */
function taken(answers: Answers, fix: Fix): Answers {
  const read = readAnswers(knowledge, Object.entries(fix));
  expect(read.problems).toEqual([]);
  return new Map([...answers, ...read.answers]);
}

describe('every way out', () => {
  test('clears its blocker and raises no other', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const { blockers } = plan(answers);
        const before = blockers.map(({ fact }) => fact);
        for (const { fact, fixes } of blockers)
          for (const fix of fixes) {
            const after = plan(taken(answers, fix)).blockers.map((one) => one.fact);
            expect(after).not.toContain(fact);
            expect(before).toEqual(expect.arrayContaining(after));
          }
      }),
      runs(200),
    );
  });

  test('that is told for a word changes that word alone if one does, else that word with others, else anything', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const judged = judgeAnswers(knowledge, answers, today);
        for (const broken of blocking(judged)) {
          const fixes = allFixes(judged, broken);
          for (const { word } of broken.rows) {
            const own = fixes.filter((fix) => word in fix);
            const wanted = own.find((fix) => Object.keys(fix).length === 1) ?? own[0] ?? fixes[0] ?? null;
            expect(fixFor(judged, broken, word)).toEqual(wanted);
          }
        }
      }),
      runs(100),
    );
  });

  test('changes something, is offered once, and never changes a fact of the world', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        for (const { fixes } of plan(answers).blockers) {
          expect(new Set(fixes.map((fix) => JSON.stringify(fix))).size).toBe(fixes.length);
          for (const fix of fixes) {
            expect(Object.entries(fix).some(([word, value]) => String(answers.get(word)) !== value)).toBe(true);
            for (const word of Object.keys(fix)) expect(knowledge.wordById.get(word)?.changeable, word).toBe(true);
          }
        }
      }),
    );
  });

  test('is shown only: the settings of the plan are those of what was given', () => {
    const blocked = planOf('scenario=boot-media-over-cmg deployment-option=all-first');
    expect(blocked.settings.find(({ word }) => word === 'deployment-option')?.values).toEqual(['all-first']);
    expect(blocked.path).toContain('deployment-option=all-first');
  });
});

describe('the way out of', () => {
  test('a version that is too old is the lowest that works, and the lowest that works and is supported', () => {
    const path = 'site-version=2002 scenario=boot-media-over-cmg';
    expect(fixesOf(path, 'boot-media-over-cmg/first-version', '2026-11-20')).toEqual(
      expect.arrayContaining([{ 'site-version': '2010' }, { 'site-version': '2509' }]),
    );
    expect(fixesOf(path, 'boot-media-over-cmg/first-version', '2021-01-01')).toContainEqual({ 'site-version': '2010' });
  });

  test('a version whose successor has a rule of its own passes over it, or mends that too', () => {
    const fixes = fixesOf(
      'site-version=2006 scenario=boot-media-over-cmg mp-connections=internet-only',
      'boot-media-over-cmg/first-version',
    );
    for (const fix of fixes ?? [])
      if (['2010', '2103'].includes(fix['site-version'] ?? '')) expect(fix).toHaveProperty('mp-connections');
    expect(fixes?.some((fix) => Number(fix['site-version']) > 2103 && Object.keys(fix).length === 1)).toBe(true);
  });

  test('a preview is a release of the current branch', () => {
    const [blocker] = planOf('site-version=tp2009').blockers;
    expect(blocker?.fixes).toEqual([{ 'site-version': '2010' }, { 'site-version': '2509' }]);
  });

  test('a wrong setting is its right value', () => {
    const path = 'scenario=boot-media-over-cmg deployment-option=all-first';
    expect(fixesOf(path, 'boot-media-over-cmg/deployment-option')).toEqual([{ 'deployment-option': 'when-needed' }]);
    expect(fixesOf('scenario=in-place-upgrade start-from=boot-media', 'in-place-upgrade/software-center')).toEqual([
      { 'start-from': 'software-center' },
    ]);
  });

  test('an internet-only management point is another choice for it, or a version without that limit', () => {
    const fixes = fixesOf(
      'site-version=2103 scenario=boot-media-over-cmg mp-connections=internet-only',
      'boot-media-over-cmg/mp-not-internet-only',
    );
    expect(fixes).toContainEqual({ 'mp-connections': 'intranet-and-internet' });
    expect(fixes).toContainEqual({ 'site-version': '2107' });
  });

  test('a collection that is too large is Available, and another collection in words', () => {
    const path =
      'scenario=in-place-upgrade purpose=required collection-type=custom maximum-size=100 collection-size=100';
    const blocker = planOf(path).blockers.find(({ fact }) => fact === 'high-risk/maximum-size');
    expect(blocker?.fixes).toEqual([{ purpose: 'available' }]);
    expect(blocker?.text).toMatch(/smaller collection/);
  });
});
