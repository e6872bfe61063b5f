import { readPostedText } from '../config/recognise.js';
import { inputs } from '../guide/reading.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { day } from './answer-sets.js';
import { longTexts } from './long-texts.js';
import { atMost, type Row } from './row.js';
import type { Size } from './size.js';
import { median, milliseconds } from './timing.js';

/** How much longer than the short one a long text is. */
const times = 16;

/** Whether a text that is longer takes as long for each of its lines: a row a format. */
export async function lengthSpeed(knowledge: Knowledge, size: Size): Promise<Row[]> {
  const texts = longTexts(knowledge);
  const rows: Row[] = [];
  for (const input of inputs) {
    const perLine: number[] = [];
    for (const text of [texts[input](size.letters / times), texts[input](size.letters)]) {
      const found: number[] = [];
      for (let round = -size.warmUps; round < Math.min(size.rounds, 5); round++) {
        const time = await milliseconds(async () =>
          validate(knowledge, '', (await readPostedText(knowledge, text)).reading, new Map(), day),
        );
        if (round >= 0) found.push(time);
      }
      perLine.push((median(found) * 1000) / text.split('\n').length);
    }
    const [short = Number.NaN, whole = Number.NaN] = perLine;
    rows.push(
      atMost(2, whole / short, {
        name: `time a line of ${size.letters / 1000} kB, ${input}`,
        unit: 'times',
        peer: `a line of ${Math.floor(size.letters / times / 1000)} kB`,
        measured: `${whole.toFixed(1)} against ${short.toFixed(1)} microseconds a line`,
      }),
    );
  }
  return rows;
}
