import type { Value, Word } from '../../knowledge/vocabulary.js';
import type { EdgeLook } from '../chart.js';
import type { Step, Way } from './steps.js';

/** The text of an arrow, and what it stands for. */
export interface AnswerLabel {
  readonly look: EdgeLook;
  readonly label: string;
}

/** Answers whose names take more characters are told as "any other answer", where the others are named. */
const listed = 45;

/** Answers the arrows of a way: answers that block and "I don't know" apart, where others lead there too. */
export function answerLabels(word: Word, step: Step, way: Way): AnswerLabel[] {
  const fine = [...way.answers].filter((answer) => !way.blocking.has(answer));
  const whole = step.ways.length === 1 && way.blocking.size === 0;
  const labels: AnswerLabel[] = [];
  if (way.blocking.size > 0) labels.push({ look: 'blocks', label: `blocks: ${answersText(word, [...way.blocking])}` });
  if (whole && way.unknown) labels.push({ look: 'answer', label: 'any answer' });
  else if (fine.length > 0) labels.push({ look: 'answer', label: fineText(word, step, way, fine) });
  else if (way.unknown) labels.push({ look: 'unknown', label: "I don't know" });
  return labels;
}

/** The largest group isn't named where that takes long. */
function fineText(word: Word, step: Step, way: Way, fine: readonly string[]): string {
  const largest = step.ways.every((other) => other === way || other.answers.size < way.answers.size);
  const text = word.type === 'number' && way.blocking.size > 0 ? 'any other number' : answersText(word, fine);
  if (!way.unknown) return text;
  return largest && text.length > listed ? 'any other answer' : `${text}, or I don't know`;
}

/** Answers values as a person reads them: labels, releases in a row as a span. */
export function answersText(word: Word, answers: readonly string[]): string {
  if (word.type === 'number') return answers.join(', or ');
  const values = word.values.filter(({ id }) => answers.includes(id));
  return word.type === 'version' ? spans(word, values) : values.map(({ label }) => label).join(', ');
}

function spans(word: Word, values: readonly Value[]): string {
  const releases = word.values.filter(({ release }) => release !== null);
  const runs: Value[][] = [];
  for (const value of values.filter(({ release }) => release !== null)) {
    const run = runs.at(-1);
    const before = releases[releases.indexOf(value) - 1];
    if (run && before && run.at(-1) === before) run.push(value);
    else runs.push([value]);
  }
  const texts = runs.map((run) => {
    const [first, last] = [run[0]?.label ?? '', run.at(-1)?.label ?? ''];
    if (run.length === releases.length) return 'any release';
    if (run.length > 1 && run.at(-1) === releases.at(-1)) return `${first} or later`;
    return run.length > 2 ? `${first} to ${last}` : run.map(({ label }) => label).join(', ');
  });
  return [...texts, ...values.filter(({ release }) => release === null).map(({ label }) => label)].join(', ');
}
