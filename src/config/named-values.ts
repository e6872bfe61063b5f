import type { Reading, Stated, Subject } from '../guide/reading.js';
import { valueNamed } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** Answers a reading whose subjects also state what a name in them tells: the collection All Systems is a built-in one. */
export const withNamed = (knowledge: Knowledge, reading: Reading): Reading => ({
  ...reading,
  subjects: reading.subjects.map((subject) => ({
    ...subject,
    stated: [...subject.stated, ...told(knowledge, subject)],
  })),
});

const told = ({ wordById }: Knowledge, { stated, faults }: Subject): Stated[] =>
  stated.flatMap((one) => {
    const word = wordById.get(wordById.get(one.word)?.names ?? '');
    if (!word || [...stated, ...faults].some((other) => other.word === word.id)) return [];
    const value = valueNamed(word, one.text.trim());
    return value ? [{ ...one, word: word.id, value: value.id, inferred: true }] : [];
  });
