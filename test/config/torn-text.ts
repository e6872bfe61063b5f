import fc from 'fast-check';
import { expect } from 'vitest';
import type { Reading } from '../../src/guide/reading.js';
import { Unusable } from '../../src/text/problem.js';
import { knowledge } from './any-config.js';

/** Whole texts, marks and anything else, each perhaps cut off, up to four behind one another. */
export function tornText(whole: fc.Arbitrary<string>, marks: readonly string[], longest: number): fc.Arbitrary<string> {
  const piece = fc.oneof(whole, fc.constantFrom(...marks), fc.string({ maxLength: longest }));
  const cut = fc
    .tuple(piece, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, part]) => text.slice(0, text.length * part));
  return fc.array(fc.oneof(piece, cut), { maxLength: 4 }).map((pieces) => pieces.join(''));
}

/**
 * Expects that a text is read, its words known and its places in the text, or refused with a line. A place may lie
 * `behind` so many letters of its line.
 */
export function expectReadOrRefused(text: string, read: (text: string) => Reading, behind: number): void {
  try {
    const { subjects, unread } = read(text);
    const lines = text.split('\n');
    for (const { line, column } of subjects.flatMap(({ stated, faults }) => [...stated, ...faults])) {
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + behind);
    }
    for (const { line } of unread) expect(line).toBeLessThanOrEqual(lines.length);
    for (const { word } of subjects.flatMap(({ stated }) => stated)) expect(knowledge.wordById.has(word)).toBe(true);
  } catch (error) {
    expect(error).toBeInstanceOf(Unusable);
  }
}
