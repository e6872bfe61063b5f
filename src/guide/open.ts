import type { Fact } from '../knowledge/facts.js';
import { preview, type Value, type Word } from '../knowledge/vocabulary.js';
import type { Judged } from './judged.js';
import type { OpenQuestion } from './plan-shape.js';
import { namedBy } from './settings.js';
import { hangingOf, implied, mustOf, undecidedFacts, whenOf } from './undecided.js';

/** Answers all that is still to be asked, in flow order: the words that an undecided fact waits for. */
export function openQuestions(judged: Judged): OpenQuestion[] {
  const { questions, wordById } = judged.knowledge;
  const waiting = waitedFor(judged);
  return questions.flatMap((question) => {
    const word = wordById.get(question.word);
    if (!word || !waiting.has(word)) return [];
    return [
      {
        word: word.id,
        label: word.label,
        question: question.heading,
        help: question.help,
        type: word.type === 'number' ? ('number' as const) : ('choice' as const),
        options: inAskedOrder(word).map(({ id, label }) => ({ value: id, label })),
      },
    ];
  });
}

/** Answers the values of a word as a person is offered them: releases newest first, previews last. */
export function inAskedOrder(word: Word): readonly Value[] {
  if (word.type !== 'version') return word.values;
  return [...word.values.filter((value) => !preview(value)).reverse(), ...word.values.filter(preview)];
}

function waitedFor(judged: Judged): Set<Word> {
  const waiting = new Set<Word>();
  let named: ReturnType<typeof namedBy> | undefined;
  for (const at of undecidedFacts(judged).keys()) {
    const fact = judged.knowledge.facts[at];
    if (!fact || fact.kind === 'note' || fact.kind === 'definition') continue;
    named ??= namedBy(judged);
    if (!changesNothing(judged, fact, named)) for (const word of hangingOf(judged, fact).unanswered) waiting.add(word);
  }
  return waiting;
}

/** A setting changes nothing where its value holds anyway and its words are named by holding facts already. */
function changesNothing(judged: Judged, fact: Fact, named: ReadonlyMap<number, readonly Fact[]>): boolean {
  if (fact.kind !== 'setting' || whenOf(judged, fact) === 'yes' || mustOf(judged, fact) !== 'yes') return false;
  return implied(judged, fact) && (judged.knowledge.rules[fact.index]?.must ?? []).every(({ word }) => named.has(word));
}
