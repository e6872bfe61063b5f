import type { Fact } from '../knowledge/facts.js';
import { judge } from '../logic/judge.js';
import { escapeMarkdown } from '../text/inline.js';
import { againstAdvice, type Broken, blocking } from './broken.js';
import { describe, expectedOf, finding, type Places } from './finding.js';
import { fixFor } from './fixes.js';
import { isGiven, type Judged, settingsGiven } from './judged.js';
import type { Fault, Subject } from './reading.js';
import type { Finding } from './report-shape.js';
import { lastStated } from './roots.js';
import { whenOf } from './undecided.js';

/** Answers what is wrong in one call, object or config, and what is to be known about it. */
export function findingsOf(judged: Judged, subject: Subject, places: Places): Finding[] {
  return [
    ...subject.faults.map((fault) => faultFinding(judged, fault)),
    ...blocking(judged).flatMap((broken) => brokenFindings(judged, broken, places, 'error')),
    ...againstAdvice(judged).flatMap((broken) => brokenFindings(judged, broken, places, 'warning')),
    ...againstOffers(judged).flatMap((broken) => brokenFindings(judged, broken, places, 'note')),
    ...judged.knowledge.facts.flatMap((fact) => warningFinding(judged, fact, places)),
  ];
}

/** A fault's message is plain text; a finding's is Markdown. */
function faultFinding(judged: Judged, { rule, line, column, message, ...fault }: Fault): Finding {
  const about = describe(judged.knowledge.wordById.get(fault.word ?? ''));
  return { fact: rule, ...fault, ...about, message: escapeMarkdown(message), line, column, sources: [] };
}

/** Answers the optional facts that hold while something else was given than they offer. */
function againstOffers(judged: Judged): Broken[] {
  return judged.knowledge.facts.flatMap((fact) => {
    if (fact.force !== 'optional' || fact.kind === 'note' || whenOf(judged, fact) !== 'yes') return [];
    const { must } = judged.knowledge.rules[fact.index] ?? { must: [] };
    const rows = fact.must.filter((row, at) => {
      const test = must[at];
      return test !== undefined && isGiven(judged, row.word) && judge(test, judged.state) === 'no';
    });
    return rows.length > 0 ? [{ fact, rows }] : [];
  });
}

/** One finding for each broken row; a contradiction is laid on the stated word that leads to it. */
function brokenFindings(judged: Judged, broken: Broken, places: Places, level: Finding['level']): Finding[] {
  const { fact } = broken;
  if (broken.rows.length === 0) {
    const word = lastStated(judged, fact.when, places);
    const why = contradiction(judged, fact);
    const fix = word && fixFor(judged, broken, word.id);
    return word ? [finding(judged, fact, level, word, { places, fix, also: why })] : [];
  }
  return broken.rows.flatMap((row) => {
    const word = judged.knowledge.wordById.get(row.word);
    if (!word) return [];
    const expected = expectedOf(judged, fact, word);
    return [finding(judged, fact, level, word, { places, fix: fixFor(judged, broken, word.id), expected, row })];
  });
}

/** The word that a fact and others leave no value, and what those others say. */
function contradiction(judged: Judged, fact: Fact): string {
  return judged.contradictions
    .filter(({ rules }) => rules.includes(fact.index))
    .map(({ word, rules }) => {
      const others = rules.flatMap((index) =>
        index === fact.index ? [] : (judged.knowledge.facts[index]?.heading ?? []),
      );
      return `Nothing is left for ${judged.knowledge.words[word]?.label ?? 'a word'}, because of: ${others.join('; ')}.`;
    })
    .join(' ');
}

function warningFinding(judged: Judged, fact: Fact, places: Places): Finding[] {
  if (fact.level === null || whenOf(judged, fact) !== 'yes' || !settingsGiven(judged, fact)) return [];
  const last = lastStated(judged, fact.when, places);
  return last ? [finding(judged, fact, fact.level === 'note' ? 'note' : 'warning', last, { places })] : [];
}
