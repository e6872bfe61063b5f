import type { Fact, Force } from '../knowledge/facts.js';
import { valuesIn } from '../knowledge/knowledge.js';
import type { Source } from '../knowledge/sources.js';
import type { Word } from '../knowledge/vocabulary.js';
import { allowedMask } from './allowed.js';
import { inUtc, type Judged } from './judged.js';
import type { Setting } from './plan-shape.js';
import { canBeGiven, unknown } from './value.js';
import { labelOf } from './wording.js';

/** Answers the words of wizard and console that holding facts name or a person gave, in wizard order. */
export function settings(judged: Judged, naming: ReadonlyMap<number, readonly Fact[]>): Setting[] {
  return judged.knowledge.words.flatMap((word) => {
    if (!word.listed || judged.state.hidden[word.index]) return [];
    const given = judged.answers.get(word.id);
    const facts = naming.get(word.index) ?? [];
    const stated = given !== undefined && given !== unknown;
    return stated || (word.role === 'set' && facts.length > 0) ? [setting(judged, word, facts)] : [];
  });
}

/** Answers the holding facts that name each word in what they ask for, by the word's index. */
export function namedBy(judged: Judged): Map<number, Fact[]> {
  const naming = new Map<number, Fact[]>();
  for (const fact of judged.holding) {
    if (fact.kind === 'note') continue;
    for (const { word } of judged.knowledge.rules[fact.index]?.must ?? []) {
      const facts = naming.get(word);
      if (facts) facts.push(fact);
      else naming.set(word, [fact]);
    }
  }
  return naming;
}

function setting(judged: Judged, word: Word, facts: readonly Fact[]): Setting {
  const shown = shownValues(judged, word, facts);
  const values = shown.filter((value) => canBeGiven(word, value));
  const free = shown.find((value) => !canBeGiven(word, value));
  const utc = word.utc !== null && inUtc(judged.knowledge, judged.answers, word.id);
  const [first] = values;
  return {
    word: word.id,
    label: word.label,
    where: word.where,
    page: word.page,
    values,
    valueLabels: values.map((value) =>
      word.utc === null ? labelOf(word, value) : timeLabel(labelOf(word, value), utc),
    ),
    ...(free === undefined ? {} : { free: { value: free, label: labelOf(word, free) } }),
    ...(utc && first !== undefined ? { moment: `${first}:00Z` } : {}),
    force: strongest(facts),
    facts: facts.map(({ id }) => id),
    sources: distinct(facts.flatMap(({ index }) => judged.knowledge.sources[index] ?? [])),
  };
}

const timeLabel = (time: string, utc: boolean) => (utc ? `${time} UTC` : `${time} in each device's own local time`);

/** The values still allowed; advice narrows what is shown, unless something else was given. */
function shownValues(judged: Judged, word: Word, facts: readonly Fact[]): readonly string[] {
  const given = judged.answers.get(word.id);
  if (given !== undefined) return typeof given === 'string' ? [given] : given;
  return valuesIn(word, advisedMask(judged, word, facts)).map(({ id }) => id);
}

/** The bits of the values of a word that facts allow and advice leaves. */
function advisedMask(judged: Judged, word: Word, facts: readonly Fact[]): number {
  let advised = allowedMask(judged, word);
  for (const fact of facts) {
    if (fact.force !== 'recommended') continue;
    for (const test of judged.knowledge.rules[fact.index]?.must ?? [])
      if (test.kind === 'values' && test.word === word.index && (advised & test.mask) !== 0) advised &= test.mask;
  }
  return advised;
}

/** Answers whether the settings show anyway what a fact asks for, by facts and advice that hold. */
export function shownAnyway(judged: Judged, fact: Fact, naming: ReadonlyMap<number, readonly Fact[]>): boolean {
  const must = judged.knowledge.rules[fact.index]?.must ?? [];
  return (
    must.length > 0 &&
    must.every((test) => {
      const word = judged.knowledge.words[test.word];
      const facts = word && naming.get(word.index);
      return (
        test.kind === 'values' &&
        word !== undefined &&
        facts !== undefined &&
        judged.state.fixed[word.index] === 0 &&
        (advisedMask(judged, word, facts) & ~test.mask) === 0
      );
    })
  );
}

function strongest(facts: readonly Fact[]): Force {
  const has = (force: Force) => facts.some((fact) => fact.force === force);
  return has('required') ? 'required' : has('recommended') ? 'recommended' : 'optional';
}

/** Answers the sources without repeats; what one fact infers and another finds stated counts as stated. */
function distinct(sources: readonly Source[]): Source[] {
  const byPlace = new Map<string, Source>();
  for (const source of sources) {
    const key = `${source.document} › ${source.heading}`;
    if (!source.inferred || !byPlace.has(key)) byPlace.set(key, source);
  }
  return [...byPlace.values()];
}
