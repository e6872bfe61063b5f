import type { Condition, Fact } from '../knowledge/facts.js';
import { valuesIn } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { againstAdvice, type Broken, blocking } from './broken.js';
import { computed } from './computed.js';
import { fixesOf } from './fixes.js';
import type { Judged } from './judged.js';
import type { Fault, Stated, Subject } from './reading.js';
import type { Finding } from './report-shape.js';
import { whenOf } from './undecided.js';
import { givenIn, givenLabel, labelOf, statement } from './wording.js';

type Places = ReadonlyMap<string, Stated>;

/** Answers what is wrong in one call, object or config, and what is to be known about it. */
export function findingsOf(judged: Judged, subject: Subject, places: Places): Finding[] {
  return [
    ...subject.faults.map((fault) => faultFinding(judged, fault)),
    ...blocking(judged).flatMap((broken) => brokenFindings(judged, broken, places, 'error')),
    ...againstAdvice(judged).flatMap((broken) => brokenFindings(judged, broken, places, 'warning')),
    ...judged.knowledge.facts.flatMap((fact) => warningFinding(judged, fact, places)),
  ];
}

function faultFinding(judged: Judged, { rule, line, column, ...fault }: Fault): Finding {
  return { fact: rule, ...fault, ...describe(judged.knowledge.wordById.get(fault.word ?? '')), line, column, sources: [] };
}

/** One finding for each broken row; a contradiction is laid on the stated word that leads to it. */
function brokenFindings(judged: Judged, broken: Broken, places: Places, level: 'error' | 'warning'): Finding[] {
  const { fact } = broken;
  const rows = broken.rows.length > 0 ? broken.rows : fact.when.filter((row) => places.has(row.word)).slice(-1);
  const fixes = fixesOf(judged, broken);
  return rows.flatMap((row) => {
    const word = judged.knowledge.wordById.get(row.word);
    if (!word) return [];
    const expected = broken.rows.length > 0 ? allowed(judged, fact, word) : [];
    const own = fixes.find((fix) => Object.keys(fix).length === 1 && word.id in fix) ?? fixes.find((fix) => word.id in fix) ?? fixes[0];
    return [finding(judged, fact, level, word, expected, own ?? null, places, row)];
  });
}

function warningFinding(judged: Judged, fact: Fact, places: Places): Finding[] {
  if (fact.level === null || whenOf(judged, fact) !== 'yes') return [];
  const last = lastStated(judged, fact.when, places);
  return last ? [finding(judged, fact, fact.level === 'note' ? 'note' : 'warning', last, [], null, places, undefined)] : [];
}

/** The stated word that a warning hangs on and that stands last in the text, behind derived and computed words too. */
function lastStated(judged: Judged, rows: readonly Condition[], places: Places): Word | null {
  const stated = [...roots(judged, rows)].flatMap((id) => places.get(id) ?? []);
  const last = stated.sort((a, b) => a.line - b.line || a.column - b.column).at(-1);
  return last ? (judged.knowledge.wordById.get(last.word) ?? null) : null;
}

/** Answers the words that rows name, and those that derived and computed words among them come from. */
export function roots(judged: Judged, rows: readonly Condition[], seen = new Set<string>()): Set<string> {
  for (const { word, cell } of rows) {
    for (const id of cell.kind === 'compare' ? [word, cell.than] : [word]) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const input of computed.get(id)?.reads ?? []) seen.add(input);
      for (const fact of judged.knowledge.facts)
        if (fact.kind === 'definition' && fact.must.some((row) => row.word === id) && whenOf(judged, fact) !== 'no') roots(judged, fact.when, seen);
    }
  }
  return seen;
}

function allowed(judged: Judged, fact: Fact, word: Word): string[] {
  const must = judged.knowledge.rules[fact.index]?.must.find((test) => test.word === word.index);
  return must?.kind === 'values' ? valuesIn(word, must.mask).map(({ id }) => id) : [];
}

function finding(
  judged: Judged,
  fact: Fact,
  level: Finding['level'],
  word: Word,
  expected: readonly string[],
  fix: Finding['fix'],
  places: Places,
  row: Condition | undefined,
): Finding {
  const place = places.get(word.id);
  const given = judged.answers.get(word.id);
  const reasons = givenIn(row ? [...fact.when, row] : fact.when, judged.knowledge, judged.answers);
  const wanted = expected.length > 0 ? ` Allowed: ${expected.map((value) => labelOf(word, value)).join(', ')}.` : '';
  const concluded = place?.inferred ? ` ${givenLabel(word, given ?? '')} is inferred from the text.` : '';
  return {
    fact: fact.id,
    level,
    word: word.id,
    ...describe(word),
    actual: given === undefined ? '' : String(given),
    expected,
    message: `${statement(fact)}${wanted}${reasons === '' ? '' : ` Given: ${reasons}.`}${concluded}`,
    fix,
    line: place?.line ?? null,
    column: place?.column ?? null,
    sources: judged.knowledge.sources[fact.index] ?? [],
  };
}

/** Answers a word's console label and where it is changed: place, page and PowerShell parameter. */
function describe(word: Word | undefined): { label: string | null; where: string | null } {
  if (!word) return { label: null, where: null };
  const console = [word.where, word.page].filter((part) => part !== '').join(' › ');
  const where = [...(console === '' ? [] : [console]), ...(word.powershell === null ? [] : [word.powershell])].join('; ');
  return { label: word.label, where: where === '' ? null : where };
}
