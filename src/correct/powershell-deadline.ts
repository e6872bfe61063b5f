import { fill } from '../formats/powershell-values.js';
import type { Subject } from '../guide/reading.js';
import type { Settled } from '../guide/settle.js';
import { targetOf } from '../knowledge/cmdlet-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { operand } from './powershell-code.js';
import { all, type Desk, type Group } from './powershell-group.js';
import { nameWritten, type Passing, renamed } from './powershell-passed.js';
import { remark } from './remarks.js';

/** Answers the mend of a parameter whose name misleads: it was passed for another word, which the call lacks. */
export function misledGroups(
  knowledge: Knowledge,
  { source }: Desk,
  passing: Passing,
  { stated }: Subject,
  { mends }: Settled,
): Group[] {
  const { call, bound, whole } = passing;
  if (!whole) return [];
  return call.signature.takenFor.flatMap(({ parameter, word: meant }): Group[] => {
    const passed = bound.filter((one) => one.parameter.name === parameter);
    const [one] = passed;
    const mend = mends.find(({ word }) => word.id === meant);
    const word = knowledge.wordById.get(meant);
    const own = knowledge.wordById.get(one?.parameter.word ?? '');
    // A name that doesn't mislead is taken at its word; a time in UTC takes more than another name.
    const misled = one && parameter.toLowerCase().startsWith(nameWritten(one, source).toLowerCase());
    const inUtc = stated.some((given) => given.word === own?.utc);
    const given = bound.some((other) => other.parameter.word === meant);
    const target = targetOf(word?.values.find(({ id }) => id === 'date')?.powershell ?? null);
    if (!one || passed.length > 1 || !mend || !misled || inUtc || given || !target || one.from === null) return [];
    const time = operand(source.slice(one.from, one.end));
    const edits =
      time &&
      all([renamed(one, source, target.parameter), { from: one.from, to: one.end, text: fill(target.template, time) }]);
    if (!edits) return [];
    const change = { what: meant, from: parameter, to: target.parameter, fact: mend.fact.id };
    const why = `-${parameter} was taken for the ${word?.aliases[0] ?? meant}, but sets: ${own?.label ?? parameter}. It is -${target.parameter} now`;
    return [{ passing, edits, remark: remark(`${why}. ${mend.fact.heading}. (${mend.fact.id})`), change }];
  });
}
