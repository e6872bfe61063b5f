import type { Broken } from '../guide/broken.js';
import type { Judged } from '../guide/judged.js';
import { givenLabel, labelOf } from '../guide/wording.js';
import type { Condition, Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { judge } from '../logic/judge.js';
import type { Question } from './question.js';
import { sides, type Verdict, verdictOf } from './verdict.js';

/** Answers how an answer opens: yes, no, or what it depends on; nothing where none was asked for, or none can be told. */
export function opening(
  judged: Judged,
  question: Question,
  fact: Fact,
  broken: readonly Broken[],
  reply: 'yes' | 'no' | null,
  isClose: boolean,
): string {
  const verdict = verdictOf(judged, question, fact, broken);
  if (verdict.kind === 'none' && question.form === 'yes-no' && reply !== null) return `**${capital(reply)}.** `;
  if (question.form === 'told' || question.complains || verdict.kind === 'none') return '';
  if (question.form === 'open' && verdict.kind !== 'no') return '';
  const { knowledge } = judged;
  const condition = conditionOf(judged, fact);
  if (verdict.kind === 'yes' && !isClose) return condition === '' ? supported(judged, question) : '';

  const told =
    verdict.kind === 'depends'
      ? `depends on ${verdict.rows.map((row) => `${nameOf(knowledge, row)}: ${sides(knowledge, row)}`).join('; ')}`
      : `${verdict.kind}${stated(knowledge, fact, verdict, question)}`;
  return `**${condition === '' ? capital(told) : `With ${condition}: ${told}`}.** `;
}

/** Answers that the release that is said is new enough for the fact: all that can be told where a question asks for more than the fact says. */
function supported({ knowledge: { version } }: Judged, { said }: Question): string {
  const release = said.get(version.id);
  return release === undefined ? '' : `**Supported with version ${labelOf(version, release)}:** `;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Answers the labels under which a fact holds, as far as the question leaves open whether they do. */
function conditionOf({ knowledge, state }: Judged, fact: Fact): string {
  const { when } = knowledge.rules[fact.index] ?? { when: [] };
  // A fact's own rows stand behind the row of its branch.
  const own = when.length - fact.when.length;
  return fact.when
    .flatMap((row, at) => {
      const test = when[own + at];
      const word = knowledge.wordById.get(row.word);
      if (!test || !word || judge(test, state) !== 'maybe' || !('values' in row.cell)) return [];
      const { values } = row.cell;
      const labels = values.map((value) => given(word, value)).join(' or ');
      return [row.cell.kind === 'one-of' ? labels : `anything but ${labels}`];
    })
    .join(' and ');
}

const nameOf = ({ wordById }: Knowledge, { word }: Condition) => lowered(wordById.get(word)?.label ?? word);

/** A label in the middle of a sentence; names such as CMG stay as they are. */
const lowered = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? `the ${label[0]?.toLowerCase()}${label.slice(1)}` : label;

/** Answers ", not with version 2006" or ", with wired": what was said of the words that decided. */
function stated({ wordById, version }: Knowledge, fact: Fact, verdict: Verdict, { said, unlisted }: Question): string {
  const releases = fact.when.filter(({ word }) => word === version.id);
  const rows = [...releases, ...('rows' in verdict ? verdict.rows : [])];
  const parts = rows.flatMap(({ word: id }) => {
    const word = wordById.get(id);
    const value = said.get(id) ?? (id === version.id && unlisted !== null ? unlisted : undefined);
    return word && value !== undefined ? [given(word, value)] : [];
  });
  return parts.length === 0 ? '' : `, ${verdict.kind === 'no' ? 'not ' : ''}with ${parts.join(' and ')}`;
}

/** Answers a word's value in quotes, or "version 2006"; a bare yes or no would say nothing without its label. */
export const given = (word: Word, value: string): string => {
  if (word.type === 'version') return `version ${labelOf(word, value)}`;
  return word.type === 'yes-no' ? `“${givenLabel(word, value)}”` : `“${labelOf(word, value)}”`;
};
