import { didYouMean } from '../text/nearest.js';
import type { Fact } from './facts.js';
import type { Question } from './flow.js';
import type { Report } from './rows.js';
import type { SourceDocument } from './sources.js';
import type { Word } from './vocabulary.js';

/** A heading fits Slack's buttons and options up to this many characters. */
const headingLimit = 75;

/** Reports facts that can't be told apart, cited or shown, and ways out that don't exist. */
export function checkFacts(
  facts: readonly Fact[],
  words: ReadonlyMap<string, Word>,
  documents: ReadonlyMap<string, SourceDocument>,
  report: Report,
): void {
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    const page = fact.file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
    const twin = byId.get(fact.id);
    if (fact.id === '') report(fact, `a fact needs an id: "- id: ${page}/name".`);
    else if (!fact.id.startsWith(`${page}/`)) report(fact, `id "${fact.id}" must begin with the page's name: ${page}/`);
    if (twin) report(fact, `id "${fact.id}" stands twice: also in ${twin.file}:${twin.line}. Rename one.`);
    else byId.set(fact.id, fact);
    if (fact.heading.length > headingLimit)
      report(fact, `the heading has ${fact.heading.length} characters; at most ${headingLimit} can be shown.`);
    if (fact.citations.length === 0 && fact.kind !== 'definition')
      report(fact, 'a fact needs a source: "- source: document › heading".');
    for (const citation of fact.citations) {
      const document = documents.get(citation.document);
      if (!document)
        report(
          citation,
          `unknown document "${citation.document}".${didYouMean(citation.document, documents.keys())} Documents stand in knowledge/sources.`,
        );
      else if (document.articles.size > 0 && !document.articles.has(citation.heading))
        report(
          citation,
          `${document.id} has no article "${citation.heading}".${didYouMean(citation.heading, document.articles.keys())}`,
        );
    }
    for (const [id, value] of fact.fixes.flatMap((fix) => [...fix])) {
      const word = words.get(id);
      if (!word?.changeable)
        report(
          fact,
          word
            ? `a way out never changes ${id}: it is a fact of the world.`
            : `unknown word "${id}" in a fix.${didYouMean(id, words.keys())}`,
        );
      else if (!word.values.some((known) => known.id === value))
        report(fact, `${id} has no value "${value}". Values: ${word.values.map((known) => known.id).join(', ')}.`);
    }
  }
}

/** Reports asked words without a question and questions of other words. */
export function checkFlow(questions: readonly Question[], words: readonly Word[], report: Report): void {
  for (const question of questions) {
    const word = words.find(({ id }) => id === question.word);
    if (word?.role !== 'asked')
      report(
        question,
        `"${question.word}" is no word that is asked.${didYouMean(
          question.word,
          words.filter(({ role }) => role === 'asked').map(({ id }) => id),
        )}`,
      );
    if (question.heading.length > headingLimit)
      report(question, `the question has ${question.heading.length} characters; at most ${headingLimit} can be shown.`);
  }
  for (const word of words) {
    const asked = questions.filter((question) => question.word === word.id).length;
    if (word.role === 'asked' && asked !== 1)
      report(word, `${word.id} is asked by ${asked} questions; it needs exactly one in flows/.`);
  }
}
