import type { Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { valuesIn } from '../knowledge/knowledge.js';
import type { Source } from '../knowledge/sources.js';
import type { Word } from '../knowledge/vocabulary.js';
import { type Answers, writePath } from './answers.js';
import { againstAdvice, type Broken, blocking } from './broken.js';
import { fixesOf } from './fixes.js';
import { hint } from './hints.js';
import { type Judged, judgeAnswers } from './judged.js';
import { openQuestions } from './open.js';
import type { Blocker, ChecklistItem, Holds, Plan, Procedure, Warning } from './plan-shape.js';
import { namedBy, settings, shownAnyway } from './settings.js';
import { definitionsByWord, type Hanging, hangingOf, implied, isSingle, undecidedRows, whenOf } from './undecided.js';
import { unknown } from './value.js';
import { givenIn, rowWords, statement } from './wording.js';

/** Answers the plan that the answers make on a day (YYYY-MM-DD). */
export function makePlan(knowledge: Knowledge, answers: Answers, today: string): Plan {
  const judged = judgeAnswers(knowledge, answers, today);
  const broken = blocking(judged);
  const open = openQuestions(judged);
  const naming = namedBy(judged);
  const told = knowledge.facts.flatMap((fact) => tell(judged, fact, naming));
  const given = knowledge.words.flatMap(({ id }) => (answers.has(id) ? [id] : []));
  return {
    verdict: broken.length > 0 ? 'blocked' : open.length > 0 ? 'open' : 'ready',
    answers: Object.fromEntries(
      given.flatMap((id) => (answers.get(id) === unknown ? [] : [[id, text(answers.get(id))]])),
    ),
    unknown: given.filter((id) => answers.get(id) === unknown),
    derived: derived(judged),
    open,
    blockers: broken.map((one) => blocker(judged, one)),
    settings: settings(judged, naming),
    checklist: told.flatMap((one) => checklistItem(one)),
    warnings: [
      ...told.flatMap((one) => warning(one)),
      ...againstAdvice(judged).map((one) => caution(judged, one)),
    ].sort(byLevel),
    procedures: told.flatMap((one) => procedure(one)),
    path: writePath(knowledge, answers),
  };
}

/** A fact that is told, for certain or as hanging on something. */
interface Told {
  readonly fact: Fact;
  readonly holds: Holds;
  readonly text: string;
  readonly sources: readonly Source[];
}

const text = (given: string | readonly string[] | undefined) =>
  typeof given === 'string' ? given : (given ?? []).join(',');
const sourcesOf = (judged: Judged, fact: Fact): readonly Source[] => judged.knowledge.sources[fact.index] ?? [];

function tell(judged: Judged, fact: Fact, naming: ReadonlyMap<number, readonly Fact[]>): Told[] {
  if (fact.kind === 'note' || fact.kind === 'definition') return [];
  const when = whenOf(judged, fact);
  if (when === 'no' || implied(judged, fact)) return [];
  const sources = sourcesOf(judged, fact);
  if (undecidedRows(judged, fact).length === 0) return [{ fact, holds: 'yes', text: statement(fact), sources }];
  if (when === 'maybe' && shownAnyway(judged, fact, naming)) return [];
  const hanging = hangingOf(judged, fact);
  if (hanging.unanswered.size > 0)
    return when === 'yes' ? [{ fact, holds: 'yes', text: statement(fact), sources }] : [];
  if (ownInference(fact, hanging, naming)) return [];
  return [{ fact, holds: 'maybe', text: `${statement(fact)} ${hint(judged, fact, hanging)}`.trim(), sources }];
}

/** What was only inferred about a choice that nobody made, or that the plan doesn't offer, is left untold until it is made. */
function ownInference(fact: Fact, hanging: Hanging, naming: ReadonlyMap<number, readonly Fact[]>): boolean {
  if (hanging.unknown.size > 0 || !fact.citations.every(({ inferred }) => inferred)) return false;
  return (
    fact.kind === 'setting' || (fact.kind === 'warning' && [...hanging.chosen].every(({ index }) => !naming.has(index)))
  );
}

function checklistItem({ fact, holds, text, sources }: Told): ChecklistItem[] {
  const { id, kind, force, steps, must } = fact;
  if (kind !== 'prerequisite' && kind !== 'limit' && !(kind === 'setting' && holds === 'maybe')) return [];
  const words = must.map(({ word }) => word);
  return [{ fact: id, kind, words, text, steps: steps.length > 0 ? steps : null, force, holds, sources }];
}

function warning({ fact, holds, text, sources }: Told): Warning[] {
  return fact.level === null ? [] : [{ fact: fact.id, level: fact.level, text, holds, sources }];
}

function procedure({ fact, holds, text, sources }: Told): Procedure[] {
  if (fact.kind !== 'procedure') return [];
  const own = text.slice(`${fact.heading}.`.length).trim();
  return [{ fact: fact.id, title: fact.heading, text: own, steps: fact.steps, holds, sources }];
}

const loudness: readonly string[] = ['high-risk', 'caution', 'note'];
const byLevel = (a: Warning, b: Warning) =>
  loudness.indexOf(a.level) - loudness.indexOf(b.level) || certain(b) - certain(a);
const certain = ({ holds }: Warning) => (holds === 'yes' ? 1 : 0);

function blocker(judged: Judged, broken: Broken): Blocker {
  const { fact } = broken;
  const { knowledge, answers } = judged;
  const given = givenIn([...fact.when, ...fact.must], knowledge, answers);
  const needed = broken.rows.map((row) => rowWords(row, knowledge)).join(' and ');
  const because = [
    ...(needed === '' ? [] : [`Needed: ${needed}.`]),
    ...(given === '' ? [] : [`Given: ${given}.`]),
  ].join(' ');
  return {
    fact: fact.id,
    text: `${statement(fact)} ${because}`.trim(),
    fixes: fixesOf(judged, broken),
    sources: sourcesOf(judged, fact),
  };
}

function caution(judged: Judged, { fact, rows }: Broken): Warning {
  const given = givenIn(rows, judged.knowledge, judged.answers);
  return {
    fact: fact.id,
    level: 'caution',
    text: `${statement(fact)} Given: ${given}.`,
    holds: 'yes',
    sources: sourcesOf(judged, fact),
  };
}

/** The derived words, and an asked word that follows from others. */
function derived(judged: Judged): Record<string, string> {
  const { knowledge, state, answers } = judged;
  const defined = definitionsByWord(knowledge);
  const single = (word: Word): string | undefined => {
    const mask = state.masks[word.index] ?? 0;
    return isSingle(mask) ? valuesIn(word, mask)[0]?.id : undefined;
  };
  return Object.fromEntries(
    knowledge.words.flatMap((word) => {
      if (word.role === 'derived') return [[word.id, single(word) ?? unknown]];
      if (word.role !== 'asked' || !defined.has(word.index) || answers.has(word.id)) return [];
      const value = single(word);
      return value === undefined ? [] : [[word.id, value]];
    }),
  );
}
