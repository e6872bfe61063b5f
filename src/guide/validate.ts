import type { Knowledge } from '../knowledge/knowledge.js';
import type { Answers } from './answers.js';
import { findingsOf } from './findings.js';
import { judgeAnswers } from './judged.js';
import type { Reading, Stated, Subject } from './reading.js';
import type { Finding, Report, Unstated } from './report-shape.js';
import { unstatedIn } from './unstated.js';
import { statement } from './wording.js';

/** Answers what the facts say of a text on a day (YYYY-MM-DD); `set` adds words, and beats what the text states. */
export function validate(knowledge: Knowledge, name: string, reading: Reading, set: Answers, today: string): Report {
  const found: Finding[] = [];
  const waiting: Unstated[][] = [];
  for (const subject of reading.subjects) {
    const stated = placesOf(subject, set);
    const judged = judgeAnswers(knowledge, new Map([...valuesOf(subject), ...set]), today);
    found.push(...findingsOf(judged, subject, stated));
    waiting.push(unstatedIn(judged, stated, set));
  }
  const findings = distinct([...found, ...postedFindings(knowledge, reading)]).sort(byLevel);
  const unstated = mostAwaited(waiting);
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  return {
    name,
    input: reading.input,
    read: agreed(reading.subjects),
    unread: reading.unread,
    findings,
    unstated,
    summary: { errors: count('error'), warnings: count('warning'), notes: count('note'), unstated: unstated.length },
  };
}

/** What several calls share is told once. */
const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((one) => [JSON.stringify([one.fact, one.line, one.column, one.message]), one])).values(),
];

/** Facts about a text that must not stand there, whatever it is given for. */
const postedFindings = (knowledge: Knowledge, { posted = [] }: Reading): Finding[] =>
  posted.flatMap(({ fact: id, text, line, column }) => {
    const fact = knowledge.facts.find((one) => one.id === id);
    if (!fact) return [];
    const sources = knowledge.sources[fact.index] ?? [];
    const about = { word: null, label: null, where: null, expected: [], fix: null };
    return [{ fact: id, level: 'warning', ...about, actual: text, message: statement(fact), line, column, sources }];
  });

const valuesOf = (subject: Subject): Answers => new Map(subject.stated.map(({ word, value }) => [word, value]));

/** The places of the words that the text itself gives a value that counts. */
const placesOf = (subject: Subject, set: Answers): ReadonlyMap<string, Stated> =>
  new Map(subject.stated.flatMap((one) => (set.has(one.word) ? [] : [[one.word, one]])));

const loudness: readonly string[] = ['error', 'warning', 'note'];
const byLevel = (a: Finding, b: Finding) =>
  loudness.indexOf(a.level) - loudness.indexOf(b.level) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0);

/** What several subjects agree on. */
function agreed(subjects: readonly Subject[]): Record<string, string> {
  const [first, ...others] = subjects.map(
    (subject) => new Map([...valuesOf(subject)].map(([word, value]) => [word, String(value)])),
  );
  return Object.fromEntries(
    [...(first ?? [])].filter(([word, value]) => others.every((other) => other.get(word) === value)),
  );
}

/** One row a word, with the first fact that needs it; the word that most facts wait for stands first. */
function mostAwaited(waiting: readonly (readonly Unstated[])[]): Unstated[] {
  const rows = new Map<string, { first: Unstated; facts: Set<string> }>();
  for (const row of waiting.flat()) {
    const entry = rows.get(row.word) ?? { first: row, facts: new Set<string>() };
    entry.facts.add(row.fact);
    rows.set(row.word, entry);
  }
  return [...rows.values()].sort((a, b) => b.facts.size - a.facts.size).map(({ first }) => first);
}
