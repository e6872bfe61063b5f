import { isDeepStrictEqual } from 'node:util';
import { readPostedText } from '../config/recognise.js';
import type { Reading } from '../guide/reading.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { day } from './answer-sets.js';
import { yamlConfigs } from './configs.js';
import { type Lint, lintOf, parsed } from './lint.js';
import { type LintFact, lintFacts } from './lint-facts.js';
import { type LintForm, withFilter, withFunction, withSchema } from './lint-form.js';
import { atLeast, noTarget, type Row } from './row.js';
import type { Size } from './size.js';
import { median, milliseconds, pairs } from './timing.js';

/** How long a config takes to be judged beside Spectral with the same facts as its rules. */
export async function validateSpeed(knowledge: Knowledge, size: Size): Promise<Row[]> {
  const facts = lintFacts(knowledge);
  const texts = yamlConfigs(knowledge, facts, size.sets, 1);
  const rows: Row[] = [];
  for (const form of [withFilter, withSchema, withFunction]) {
    const lint = lintOf(facts, form);
    await mustFindTheSame(knowledge, facts, lint, texts);
    rows.push(...(await besideLint(knowledge, texts, lint, { form, facts: facts.length, size })));
  }
  return rows;
}

const none = new Map();
const report = (knowledge: Knowledge, reading: Reading) => validate(knowledge, '', reading, none, day);
const read = async (knowledge: Knowledge, text: string) => (await readPostedText(knowledge, text)).reading;

/** Throws where Spectral finds anything else in one of the texts than our own judge does by the same facts. */
export async function mustFindTheSame(
  knowledge: Knowledge,
  facts: readonly LintFact[],
  lint: Lint,
  texts: readonly string[],
): Promise<void> {
  const ids = new Set(facts.map(({ id }) => id));
  for (const text of texts) {
    const { findings } = report(knowledge, await read(knowledge, text));
    const wrong = findings.filter(({ fact, level }) => level === 'error' && ids.has(fact));
    const ours = wrong.map(({ fact, word, line }) => `${fact} ${word} ${line}`).sort();
    const theirs = (await lint(parsed(text))).sort();
    if (!isDeepStrictEqual(ours, theirs))
      throw new Error(`Spectral disagrees on\n${text}judge: ${ours.join('; ')}\npeer: ${theirs.join('; ')}`);
  }
}

interface Beside {
  readonly form: LintForm;
  readonly facts: number;
  readonly size: Size;
}

async function besideLint(
  knowledge: Knowledge,
  texts: readonly string[],
  lint: Lint,
  { form, facts, size }: Beside,
): Promise<Row[]> {
  const readings = await Promise.all(texts.map((text) => read(knowledge, text)));
  const documents = texts.map(parsed);
  const whole = await ratio(
    size,
    async () => {
      for (const text of texts) report(knowledge, await read(knowledge, text));
    },
    async () => {
      for (const text of texts) await lint(parsed(text));
    },
  );
  const judged = await ratio(
    size,
    async () => {
      for (const reading of readings) report(knowledge, reading);
    },
    async () => {
      for (const document of documents) await lint(document);
    },
  );
  const told = (name: string, { ours, peer }: Ratio) => ({
    name,
    unit: 'times',
    peer: form.name,
    measured: `${(ours / texts.length).toFixed(2)} against ${(peer / texts.length).toFixed(2)} ms a config; ${facts} facts as rules, the same findings in ${texts.length} configs`,
  });
  const row = (least: number, name: string, one: Ratio) =>
    form === withFilter
      ? atLeast(least, one.peer / one.ours, told(name, one))
      : noTarget(one.peer / one.ours, told(name, one));
  return [
    row(1.5, 'configs judged a second, from YAML text', whole),
    row(10, 'configs judged a second, parsed', judged),
  ];
}

interface Ratio {
  readonly ours: number;
  readonly peer: number;
}

async function ratio(size: Size, ours: () => Promise<void>, peers: () => Promise<void>): Promise<Ratio> {
  const timed = (work: () => Promise<void>) => () => milliseconds(work);
  await pairs(2 * size.warmUps, timed(ours), timed(peers));
  const found = await pairs(size.rounds, timed(ours), timed(peers));
  return { ours: median(found.map((pair) => pair.ours)), peer: median(found.map((pair) => pair.peer)) };
}
