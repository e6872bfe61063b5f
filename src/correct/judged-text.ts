import { readPostedText } from '../config/recognise.js';
import type { Reading } from '../guide/reading.js';
import type { Report } from '../guide/report-shape.js';
import { validate } from '../guide/validate.js';
import { Unusable } from '../text/problem.js';
import type { Setting } from './guesses.js';
import { isLeftRemark } from './remarks.js';

/** A text of a correction is read once, however often it is asked for. */
const readings = new WeakMap<Setting, Map<string, Promise<Reading>>>();

/** Answers what a corrected text states; one of comments alone states nothing. */
export function readAgain(setting: Setting, text: string): Promise<Reading> {
  const known = readings.get(setting) ?? new Map<string, Promise<Reading>>();
  readings.set(setting, known);
  const reading = known.get(text) ?? read(setting, text);
  known.set(text, reading);
  return reading;
}

async function read({ knowledge }: Setting, text: string): Promise<Reading> {
  try {
    return (await readPostedText(knowledge, text)).reading;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { input: 'config', subjects: [], unread: [] };
  }
}

/** Answers what a corrected text states, and what the facts say of it. */
export async function judgedText(
  setting: Setting,
  name: string,
  text: string,
): Promise<{ readonly reading: Reading; readonly report: Report }> {
  const reading = await readAgain(setting, text);
  return { reading, report: validate(setting.knowledge, name, reading, setting.set, setting.today) };
}

/** Answers a text without what an earlier correction said was left: it is judged anew. */
export const withoutLeft = ({ knowledge }: Setting, text: string): string =>
  text
    .split('\n')
    .filter((line) => !isLeftRemark(knowledge, line))
    .join('\n');
