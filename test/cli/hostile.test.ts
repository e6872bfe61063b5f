import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { longTexts } from '../../src/bench/long-texts.js';
import { inputs } from '../../src/guide/reading.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { tried } from '../campaign.js';
import { fileOf } from './call.js';
import { hostile } from './hostile-texts.js';
import { callSpending, type Spent } from './spent.js';

/** So many times the work of a config of one line, and its memory, a hostile text may take. */
const work = 12;
const memory = 3.5;

const spent: (readonly [name: string, spent: Spent])[] = [];

function validated(name: string, content: string | Uint8Array): Spent & { readonly file: string } {
  const file = fileOf(content, 'posted.txt');
  const found = callSpending(['validate', file]);
  rmSync(dirname(file), { recursive: true });
  spent.push([name, found]);
  return { ...found, file };
}

const plain = Array.from({ length: 3 }, () => validated('one line', 'scenario: intranet\n'));
const least = { work: Math.min(...plain.map((one) => one.work)), memory: Math.min(...plain.map((one) => one.memory)) };

afterAll(() => {
  if (process.env.SPENT)
    for (const [name, one] of spent) console.log(`${name}: ${one.work | 0} ms, ${one.memory | 0} MB`);
});

for (const [reader, texts] of Object.entries(hostile))
  describe(`Of hostile ${reader}`, () => {
    test.each(tried(texts))(
      '%s: %s, with no more than so many times the work and memory of a line',
      (name, manner, make) => {
        const found = validated(`${reader}: ${name}`, make());
        if (manner === 'refused') {
          expect([found.code, found.out.trim()]).toEqual([2, '']);
          expect(found.err).toMatch(/^\S[^\n]{20,400}\n$/);
          expect(found.err).not.toContain('defect');
        } else {
          expect(found.err).toBe('');
          expect([0, 1]).toContain(found.code);
          expect(found.out).toContain(found.file);
        }
        expect(found.work / least.work).toBeLessThan(work);
        expect(found.memory / least.memory).toBeLessThan(memory);
      },
    );
  });

describe('A long text that means no harm', () => {
  const texts = longTexts(readKnowledge());

  test.each(inputs)('of the format %s is read to its last line, or says what is left', (input) => {
    const text = texts[input](1_000_000);
    const { err, code, out } = validated(input, text);
    expect([err, [0, 1].includes(code ?? 2)]).toEqual(['', true]);
    expect(out).not.toContain('too long to be read');
  });
});
