import type { Broken } from '../guide/broken.js';
import type { Judged } from '../guide/judged.js';
import { whenOf } from '../guide/undecided.js';
import { labelOf } from '../guide/wording.js';
import type { Condition, Fact } from '../knowledge/facts.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { preview, type Word } from '../knowledge/vocabulary.js';
import { judge } from '../logic/judge.js';
import type { Question } from './question.js';

/** What a yes-or-no question comes to under what it says. */
export type Verdict =
  | { readonly kind: 'no'; readonly fact: Fact; readonly rows: readonly Condition[] }
  | { readonly kind: 'yes'; readonly rows: readonly Condition[] }
  | { readonly kind: 'depends'; readonly rows: readonly Condition[] }
  | { readonly kind: 'none' };

/** Answers whether the limits of the lead fact hold, are broken, or hang on something that isn't said. */
export function verdictOf(
  judged: Judged,
  { said, unlisted }: Question,
  fact: Fact,
  broken: readonly Broken[],
): Verdict {
  const own = broken.find((one) => one.fact === fact);
  if (own) return { kind: 'no', fact, rows: own.rows };
  const { knowledge, state } = judged;
  const must = knowledge.rules[fact.index]?.must ?? [];
  const limits = fact.must.flatMap((row, at) => {
    const test = must[at];
    // A preview's own release is what the question is about.
    const own = fact.preview !== null && row.word === knowledge.version.id;
    const asked = !own && knowledge.wordById.get(row.word)?.role === 'asked';
    return test && asked ? [{ row, truth: (unlisted && ofUnlisted(row, unlisted)) ?? judge(test, state) }] : [];
  });
  const wrong = limits
    .filter(({ row, truth }) => truth === 'no' && (said.has(row.word) || unlisted !== null))
    .map(({ row }) => row);
  if (wrong.length > 0 && whenOf(judged, fact) !== 'no') return { kind: 'no', fact, rows: wrong };
  if (limits.length === 0 || limits.length < fact.must.length || fact.kind === 'definition') return { kind: 'none' };
  const open = limits.filter(({ truth }) => truth === 'maybe').map(({ row }) => row);
  if (open.length > 0) return whenOf(judged, fact) === 'no' ? { kind: 'none' } : { kind: 'depends', rows: open };
  const stated = limits.filter(({ row }) => said.has(row.word) || unlisted !== null).map(({ row }) => row);
  return stated.length > 0 && limits.every(({ truth }) => truth === 'yes')
    ? { kind: 'yes', rows: stated }
    : { kind: 'none' };
}

/** Releases are in the order of their digits, also those that the vocabulary hasn't. */
function ofUnlisted({ cell }: Condition, release: string): 'yes' | 'no' | null {
  if (cell.kind === 'or-later') return release >= cell.value ? 'yes' : 'no';
  if (cell.kind === 'or-earlier') return release <= cell.value ? 'yes' : 'no';
  return null;
}

/** Answers both sides of what a row leaves open: "2010 or later: yes; 2006 or earlier: no". */
export function sides(knowledge: Knowledge, row: Condition): string {
  const word = knowledge.wordById.get(row.word);
  if (!word) return row.text;
  const { cell } = row;
  if (cell.kind === 'or-later' || cell.kind === 'or-earlier') {
    const releases = word.values.filter((value) => !preview(value)).map(({ id }) => id);
    const other = releases[releases.indexOf(cell.value) + (cell.kind === 'or-later' ? -1 : 1)];
    const opposite = cell.kind === 'or-later' ? 'or earlier' : 'or later';
    return `with ${row.text} yes${other === undefined ? '' : `, with ${other} ${opposite} no`}`;
  }
  if (!('values' in cell)) return `yes if it is ${row.text}`;
  const named = labels(word, cell.values);
  const others = labels(
    word,
    word.values.map(({ id }) => id).filter((id) => !cell.values.includes(id)),
  );
  return cell.kind === 'one-of' ? `with ${named} yes, with ${others} no` : `with ${others} yes, with ${named} no`;
}

const labels = (word: Word, ids: readonly string[]) => ids.map((id) => `“${labelOf(word, id)}”`).join(' or ');
