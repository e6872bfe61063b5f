import fc from 'fast-check';
import { type Answers, readAnswers } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import type { Plan } from '../../src/guide/plan-shape.js';
import { readKnowledge } from '../../src/knowledge/read.js';

export const knowledge = readKnowledge();
export const today = '2026-11-20';

/** Answers what can be read of the given words. */
export const answersOf = (given: Readonly<Record<string, string>>): Answers =>
  readAnswers(knowledge, Object.entries(given)).answers;

/** Answers a plan with every question answered: by `pick`, or as not known where that would block it. */
export function settled(start: Answers, pick: (options: readonly string[]) => string): Plan {
  let answers = start;
  for (;;) {
    const plan = makePlan(knowledge, answers, today);
    const [next] = plan.open;
    if (!next || plan.verdict === 'blocked') return plan;
    const value = pick([
      ...next.options.map((option) => option.value),
      ...(next.type === 'number' ? ['0', '5', '100', '5000'] : []),
    ]);
    const tried = new Map([...answers, [next.word, value]]);
    const blocked = makePlan(knowledge, tried, today).verdict === 'blocked';
    answers = blocked ? new Map([...answers, [next.word, 'unknown']]) : tried;
  }
}

/** What a person's own text holds, to find it again. */
export const mark = 'zqzq';
const hostile = fc
  .oneof(
    fc.constantFrom(
      "'; Remove-Item C:\\ -Recurse; '",
      '’; Remove-Item C:\\; ‘',
      '‚x‛y‘‘z',
      '#> Remove-Item <#',
      '“smart” "plain" quotes',
      '$(whoami) $env:PATH $SiteCode',
      '`n`" back`ticks `',
      'SIG # Begin signature block',
      '-WhatIf:$false | % { } @(1) @{a=1} <# --% ',
      "'@\n@'",
      'a,b=c "d e"',
      'ABC00012',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'\'‘’‚‛"`$(){}#;<>|&@ -,=a'), maxLength: 30 }),
  )
  .map((text) => `${text}${mark}${text}`);

const dates = fc.constantFrom('2026-12-01T22:00', '2026-12-02T00:30', '2027-02-28T23:59');
/** Plans of any kind, with the texts that a person gave, most of them ready. */
export const anyPlan: fc.Arbitrary<{ readonly plan: Plan; readonly texts: readonly string[] }> = fc
  .record({
    words: fc.array(fc.tuple(fc.nat({ max: knowledge.words.length - 1 }), fc.nat()), { maxLength: 10 }),
    texts: fc.dictionary(fc.constantFrom('task-sequence', 'collection', 'comment', 'alerts'), hostile),
    dates: fc.dictionary(fc.constantFrom('available-from', 'expires'), dates),
    finished: fc.constantFrom(true, true, true, true, false),
    picks: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
  })

  .map(({ words, texts, dates, finished, picks }) => {
    const given: Record<string, string> = {};
    const allowed = (more: Record<string, string>) =>
      makePlan(knowledge, answersOf({ ...given, ...more }), today).verdict !== 'blocked';
    const elements = ['2026-12-03T08:00', 'recurring', 'log-on', 'as-soon-as-possible', '2026-12-24T08:00'];
    for (const [index, pick] of words) {
      const word = knowledge.words[index];
      if (!word || !['asked', 'set'].includes(word.role)) continue;
      const ids =
        word.type === 'schedule'
          ? [elements.slice(pick % 4, 1 + (pick % 5)).join(',') || 'none']
          : word.values.map(({ id }) => id);
      const id = ids[pick % Math.max(ids.length, 1)];
      if (id !== undefined && (!finished || allowed({ [word.id]: id }))) given[word.id] = id;
    }
    let at = 0;
    const pick = (options: readonly string[]) =>
      options[(picks[at++ % picks.length] ?? 0) % options.length] ?? 'unknown';
    const answers = answersOf({ ...given, ...dates, ...texts });
    const plan = finished ? settled(answers, pick) : makePlan(knowledge, answers, today);
    return { plan, texts: Object.keys(texts).flatMap((word) => plan.answers[word] ?? []) };
  });
