import type { Broken } from '../guide/broken.js';
import { fixesOf } from '../guide/fixes.js';
import type { Judged } from '../guide/judged.js';
import { statement } from '../guide/wording.js';
import type { Fact } from '../knowledge/facts.js';
import type { Source } from '../knowledge/sources.js';
import { escapeMarkdown } from '../text/inline.js';
import type { Answer } from './answer-shape.js';
import { judgedOf, type Situation } from './candidates.js';
import { given, opening } from './opening.js';
import type { Question } from './question.js';
import { stepsShown } from './steps.js';

/** About how many characters an answer may have. */
const most = 1200;

/** What an answer is made from. */
interface Told {
  readonly question: Question;
  readonly facts: readonly Fact[];
  readonly broken: readonly Broken[];
  /** What everything said is judged to, settings too. */
  readonly everything: Judged;
  /** The answer to the sentence of the first fact that is as good as the question's own words. */
  readonly reply: 'yes' | 'no' | null;
  /** Whether the question is close to a sentence of the first fact. */
  readonly isClose: boolean;
  /** How near the question is to a text, 0 to 1. */
  readonly near: (text: string) => number;
}

/** Answers with facts: yes, no or what it depends on first, then the facts, each with its source. */
export function answered(
  situation: Situation,
  { question, facts, broken, everything, reply, isClose, near }: Told,
): Answer {
  const { knowledge } = situation.judged;
  const sourcesOf = (fact: Fact): readonly Source[] => knowledge.sources[fact.index] ?? [];
  const parts: string[] = [];
  const linked = new Set<string>();
  for (const [at, fact] of facts.entries()) {
    const judged = judgedOf(situation, fact) ?? situation.judged;
    const start = at === 0 ? opening(judged, question, fact, broken, reply, isClose) : '';
    const end = at === 0 ? waysOut(everything, fact, broken) : '';
    const cited = sourcesOf(fact).slice(0, at === 0 ? 2 : 1);
    const whole = `${start}${told(fact, near)}${where(judged, fact)} ${cite(cited, linked)}${end}`;
    const short = `${fact.heading}. ${cite(cited, linked)}`;
    const room = most - parts.join('\n\n').length - 2;
    const part = at === 0 || whole.length <= room ? whole : short.length <= room ? short : null;
    if (part === null) continue;
    parts.push(part.replace(/\n +/g, (gap) => (gap.length > 2 ? gap : '\n')).trim());
    for (const { url } of cited) linked.add(url ?? '');
  }
  return {
    status: 'answered',
    answer: parts.join('\n\n'),
    read: Object.fromEntries(question.said),
    facts: facts.map((fact) => ({ id: fact.id, text: statement(fact), sources: sourcesOf(fact) })),
    clarify: null,
  };
}

/** A fact's heading and text on one line, then its steps as far as the question is about them. */
function told(fact: Fact, near: (text: string) => number): string {
  const text = statement(fact).replace(/\s+/g, ' ');
  if (fact.steps.length === 0) return text;
  return `${text}\n\n${stepsShown(fact, near).join('\n')}\n\n`;
}

/** Answers what a fact's settings are called and where they stand, as far as its text doesn't say so. */
function where({ knowledge }: Judged, fact: Fact): string {
  const text = statement(fact).toLowerCase();
  const parts = fact.must.flatMap(({ word: id, cell }) => {
    const word = knowledge.wordById.get(id);
    if (word?.role !== 'set' || !('values' in cell)) return [];
    const place = word.page === '' || text.includes(word.page.toLowerCase()) ? '' : `${word.where} › ${word.page}`;
    const choices = word.type === 'choice' || word.type === 'schedule' ? word.values : [];
    const wanted = choices
      .filter((value) => cell.values.includes(value.id) === (cell.kind === 'one-of'))
      .filter(({ label }) => !text.includes(label.toLowerCase()));
    const labels = wanted.map(({ label }) => `**${label}**`).join(' or ');
    if (labels !== '') return [`**${word.label}**: ${labels}${place === '' ? '' : ` (${place})`}.`];
    return place === '' ? [] : [`Where: ${place}.`];
  });
  return parts.length === 0 ? '' : ` ${[...new Set(parts)].join(' ')}`;
}

/** Answers what works instead where a fact is broken. */
function waysOut(judged: Judged, lead: Fact, broken: readonly Broken[]): string {
  const own = broken.find(({ fact }) => fact === lead);
  if (!own) return '';
  const { wordById } = judged.knowledge;
  const ways = fixesOf(judged, own).map((fix) =>
    Object.entries(fix)
      .flatMap(([id, value]) => {
        const word = wordById.get(id);
        return word ? [given(word, value)] : [];
      })
      .join(' with '),
  );
  return ways.length === 0 ? '' : `\n\nWhat works: ${ways.join('; ')}.`;
}

/** Answers the sources as links; one that is linked already is only named. */
function cite(sources: readonly Source[], linked: ReadonlySet<string>): string {
  const links = sources.map(({ heading, url, document, inferred }) => {
    const title = escapeMarkdown(heading);
    const name = url === null ? `${title} (${document})` : linked.has(url) ? title : `[${title}](${url})`;
    return `${name}${inferred ? ', inferred' : ''}`;
  });
  return links.length === 0 ? '' : `*(${links.join('; ')})*`;
}
