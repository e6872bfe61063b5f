import fc from 'fast-check';
import { readPostedText } from '../../src/config/recognise.js';
import type { Reading } from '../../src/guide/reading.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import type { Word } from '../../src/knowledge/vocabulary.js';

export const knowledge = readKnowledge();

/** Answers the reading of a text. */
export const readingOf = async (text: string): Promise<Reading> => (await readPostedText(knowledge, text)).reading;

/** Answers what the subjects of a text state, each as word → value. */
export const statedIn = async (text: string): Promise<Record<string, string>[]> =>
  (await readingOf(text)).subjects.map(({ stated }) =>
    Object.fromEntries(stated.map(({ word, value }) => [word, String(value)])),
  );

/** Answers the faults of a text as "rule line". */
export const faultsIn = async (text: string): Promise<string[]> =>
  (await readingOf(text)).subjects.flatMap(({ faults }) => faults.map(({ rule, line }) => `${rule} ${line}`));

/** The words that a config may state. */
export const givable: readonly Word[] = knowledge.words.filter(({ role }) => role === 'asked' || role === 'set');

const times = ['2026-12-01T22:00', '2027-03-28T02:30'];
const texts = ['PS100012', 'Branch office', 'all of Berlin'];

function anyValue(word: Word): fc.Arbitrary<string> {
  const ids = word.values.map(({ id }) => id);
  switch (word.type) {
    case 'number':
      return fc.integer({ min: 0, max: 5000 }).map(String);
    case 'date':
      return fc.constantFrom(...times);
    case 'text':
      return fc.constantFrom(...texts);
    case 'schedule':
      return fc
        .uniqueArray(fc.constantFrom(...times, ...ids.filter((id) => id !== 'date' && id !== 'none')), {
          minLength: 1,
          maxLength: 3,
        })
        .map((elements) => elements.join(','));
    default:
      return fc.constantFrom(...ids);
  }
}

/** One word with a value that it may have. */
export const anyPair: fc.Arbitrary<readonly [word: Pick<Word, 'id' | 'label' | 'type'>, value: string]> = fc
  .constantFrom(...givable)
  .chain((word) =>
    anyValue(word).map((value) => [{ id: word.id, label: word.label, type: word.type }, value] as const),
  );

/** Several words, each with a value that it may have. */
export const anyPairs = fc.uniqueArray(anyPair, { selector: ([word]) => word.id, minLength: 1, maxLength: 12 });

const tokens = fc.oneof(
  fc.constantFrom(...givable.flatMap(({ id, label, aliases }) => [id, label, ...aliases])),
  fc.constantFrom(...givable.flatMap(({ values }) => values.flatMap(({ id, label }) => [id, label]))),
  fc.constantFrom(
    '\n',
    '\n',
    '\n',
    ': ',
    ': ',
    '=',
    ' ',
    '\t',
    ',',
    '"',
    "'",
    '“',
    '”',
    '’',
    '`',
    '```',
    '```yaml\n',
    '{',
    '}',
    '[',
    ']',
  ),
  fc.constantFrom(
    '- ',
    '* ',
    '> ',
    '[x] ',
    '|',
    '#',
    '//',
    '&a ',
    '*a',
    '---\n',
    '? ',
    '!',
    '<',
    '>',
    '<b>',
    '\\',
    '$(x)',
    '%',
    '\u202e',
    '…',
  ),
  fc.constantFrom(
    '@',
    'hi',
    'thanks',
    'true',
    'null',
    '2010',
    'on',
    '{"',
    '":',
    '},{',
    '\u0007',
    '\u001b[31m',
    '😀',
    'ﬁ',
    '　',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** Any text, most often one that looks a little like a config. */
export const anyText = fc.oneof(
  { weight: 5, arbitrary: fc.array(tokens, { maxLength: 40 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
