import { allowedMask } from '../guide/allowed.js';
import { computed } from '../guide/computed.js';
import { type Judged, judgeAnswers } from '../guide/judged.js';
import { canBeGiven, unknown } from '../guide/value.js';
import { type Knowledge, maskOf } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Classes } from './classes.js';
import { someTime } from './moments.js';
import type { Config } from './plan-config.js';

/** A setting given another value than a config gives it, and whether the rest of the config leaves it that value. */
export interface Change {
  readonly word: Word;
  readonly value: string;
  readonly allowed: boolean;
  /** The config with the change. */
  readonly changed: Config;
}

/** Answers every change of one setting of a config: each class of values that facts tell apart. */
export function* changesOf(knowledge: Knowledge, config: Config, classes: Classes, today: string): Generator<Change> {
  const whole = judgeAnswers(knowledge, config, today);
  for (const word of settingsInFacts(knowledge)) {
    const judged = config.has(word.id) ? judgeAnswers(knowledge, without(config, word.id), today) : whole;
    for (const id of idsOf(word, config, classes)) {
      const value = word.type === 'date' || !canBeGiven(word, id) ? someTime : id;
      if (value === config.get(word.id)) continue;
      yield { word, value, allowed: isAllowed(judged, word, id), changed: new Map(config).set(word.id, value) };
    }
  }
}

/** The settings that facts say something of; what the others are changes nothing. */
function settingsInFacts({ facts, words }: Knowledge): Word[] {
  const rows = facts.flatMap(({ when, must }) => [...when, ...must]);
  const named = new Set(rows.flatMap(({ word, cell }) => (cell.kind === 'compare' ? [word, cell.than] : [word])));
  for (const [id, { reads, compares = [] }] of computed)
    if (named.has(id)) for (const input of [...reads, ...compares]) named.add(input);
  return words.filter(({ id, role }) => role === 'set' && named.has(id));
}

function without(config: Config, word: string): Config {
  const rest = new Map(config);
  rest.delete(word);
  return rest;
}

/** One id of each class; of a word without values any text does, or any number. */
function idsOf(word: Word, config: Config, classes: Classes): string[] {
  if (word.full === 0) return ['1'];
  return classes(word, config).flatMap(({ value }) => (value === unknown ? [] : [value]));
}

const isAllowed = (judged: Judged, word: Word, id: string): boolean =>
  judged.state.hidden[word.index] === 0 && (word.full === 0 || (allowedMask(judged, word) & maskOf(word, [id])) !== 0);
