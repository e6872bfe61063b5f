import type { State } from '../../check/walk.js';
import { unknown } from '../../guide/value.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Word } from '../../knowledge/vocabulary.js';

/** A number that facts compare a word's value with: its name for a person, and its value on a path. */
interface Bound {
  readonly name: string;
  readonly at: number;
}

/**
 * Answers words for groups of numbers, such as "0" and "more than 0", or "fewer than Maximum size": by the first bound
 * that tells them apart. Where none does, the numbers themselves.
 */
export function numberNames(
  knowledge: Knowledge,
  word: Word,
  state: State,
  groups: readonly (readonly string[])[],
): string[] {
  if (groups.length === 1) return ['any number'];
  for (const bound of boundsOf(knowledge, word, state)) {
    const sides = groups.map((values) => new Set(values.map((value) => Math.sign(Number(value) - bound.at))));
    if (new Set(sides.flatMap((side) => [...side])).size !== sides.reduce((sum, side) => sum + side.size, 0)) continue;
    return sides.map((side) => nameOf(bound, side));
  }
  return groups.map((values) => values.join(', '));
}

/** Plain numbers first, then words whose value is given. */
function boundsOf(knowledge: Knowledge, word: Word, { judged }: State): Bound[] {
  const numbers = new Set([0]);
  const words = new Set<Word>();
  for (const test of knowledge.rules.flatMap(({ when, must }) => [...when, ...must])) {
    if (test.kind !== 'compare') continue;
    const other = 'word' in test.than ? knowledge.words[test.than.word] : undefined;
    const own = knowledge.words[test.word];
    if (own === word && 'number' in test.than) numbers.add(test.than.number);
    if (own === word && other) words.add(other);
    if (other === word && own) words.add(own);
  }
  return [
    ...[...numbers].sort((a, b) => a - b).map((at) => ({ name: String(at), at })),
    ...[...words].flatMap(({ id, label }) => {
      const given = judged.answers.get(id);
      return given === undefined || given === unknown ? [] : [{ name: label, at: Number(given) }];
    }),
  ];
}

function nameOf({ name, at }: Bound, sides: ReadonlySet<number>): string {
  const [below, same, above] = [sides.has(-1), sides.has(0), sides.has(1)];
  if (below && above) return same ? 'any number' : `not ${name}`;
  if (above) return same ? `at least ${name}` : `more than ${name}`;
  if (below) return same ? `at most ${name}` : `fewer than ${name}`;
  return at === 0 && name === '0' ? '0' : `exactly ${name}`;
}
