import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readPostedText } from '../../src/config/recognise.js';
import { Unusable } from '../../src/text/problem.js';
import { patience, runs } from '../campaign.js';
import { anyPairs, anyText, givable, knowledge, statedIn } from '../config/any-config.js';
import { anyWrongConfig } from '../formats/any-report.js';
import { anySituation } from '../guide/any-answers.js';
import { fixed, mendable, remarksIn, reportOf } from './correcting.js';

type Pair = readonly [word: { readonly id: string; readonly label: string }, value: string];

const shapes: readonly ((pairs: readonly Pair[]) => string)[] = [
  (pairs) => pairs.map(([word, value]) => `${word.id}: ${value}\n`).join(''),
  (pairs) => pairs.map(([word, value]) => `${word.label} = ${value}\n`).join(''),
  (pairs) => JSON.stringify(Object.fromEntries(pairs.map(([word, value]) => [word.id, value])), null, 2),
  (pairs) => `# mine\nsettings:\n${pairs.map(([word, value]) => `  ${word.id}: "${value}" # kept\n`).join('')}`,
  (pairs) => `hello\n\`\`\`\n${pairs.map(([word, value]) => `${word.id}: ${value}\n`).join('')}\`\`\`\nthanks`,
  (pairs) => `${pairs.map(([word, value]) => `- ${word.id}: ${value}\n`).join('')}`,
];

const situations = anySituation.map((answers): Pair[] =>
  [...answers].flatMap(([id, value]) => {
    const word = knowledge.wordById.get(id);
    return word && word.type !== 'text' && value !== 'unknown' ? [[word, String(value)] as const] : [];
  }),
);
const anyConfig = fc
  .tuple(fc.oneof(anyPairs, situations), fc.constantFrom(...shapes))
  .filter(([pairs]) => pairs.length > 0)
  .map(([pairs, shape]) => shape(pairs));
const typo = fc.tuple(anyConfig, fc.nat(), fc.constantFrom('', 'x', '-', 'e')).map(([text, at, letter]) => {
  const place = at % text.length;
  return text.slice(0, place) + letter + text.slice(place + 1);
});

async function holds(text: string): Promise<void> {
  let before: Awaited<ReturnType<typeof reportOf>>;
  try {
    before = await reportOf(text);
  } catch (error) {
    if (error instanceof Unusable) return;
    throw error;
  }
  const { text: out, left, report } = await fixed(text);
  const errors = left.filter(({ level }) => level === 'error');
  expect(errors.length).toBeLessThanOrEqual(before.summary.errors);
  expect(mendable(report).filter(({ fact }) => !fact.startsWith('input/'))).toEqual([]);
  const told = remarksIn(out);
  for (const { fact } of errors) expect([fact, told.some((line) => line.endsWith(`(${fact})`))]).toEqual([fact, true]);
  for (const document of parseAllDocuments(out, { schema: 'failsafe', uniqueKeys: false }))
    expect(document.errors).toEqual([]);
  // A text of comments alone states nothing.
  if (Object.keys(report.read).length > 0 && report.input === 'config') expect((await fixed(out)).text).toBe(out);
}

test(
  'a corrected config has no more errors, none that a setting mends, names the others, and stays as it is',
  async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(anyConfig, typo), holds), runs(150));
  },
  patience,
);

test(
  'whatever is posted is corrected or refused',
  async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(anyText, anyWrongConfig), holds), runs(150));
  },
  patience,
);

test(
  'a config with nothing wrong comes out stating the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyConfig, async (text) => {
        const { subjects } = (await readPostedText(knowledge, text)).reading;
        if ((await reportOf(text)).findings.length > 0 || subjects.every(({ stated }) => stated.length === 0)) return;
        expect(await statedIn((await fixed(text)).text)).toEqual(await statedIn(text));
      }),
      runs(150),
    );
  },
  patience,
);

test(
  'what the world is stays as it was given',
  async () => {
    const world = new Set(
      givable.filter(({ role, powershell, listed }) => role === 'asked' && !listed && !powershell).map(({ id }) => id),
    );
    await fc.assert(
      fc.asyncProperty(anyConfig, async (text) => {
        const given = async (one: string) =>
          (await statedIn(one)).map((words) =>
            Object.entries(words)
              .filter(([word]) => world.has(word))
              .sort(),
          );
        const before = await given(text);
        if (before.length === 1) expect((await given((await fixed(text)).text)).flat()).toEqual(before.flat());
      }),
      runs(150),
    );
  },
  patience,
);
