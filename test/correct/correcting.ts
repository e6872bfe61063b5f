import { readPostedText } from '../../src/config/recognise.js';
import { correct } from '../../src/correct/correct.js';
import type { Corrected } from '../../src/correct/corrected.js';
import type { Answers } from '../../src/guide/answers.js';
import { readAnswers } from '../../src/guide/answers.js';
import type { Report } from '../../src/guide/report-shape.js';
import { isSetting } from '../../src/guide/settle.js';
import { validate } from '../../src/guide/validate.js';
import { knowledge } from '../config/any-config.js';

export const today = '2026-11-20';

/** Answers the answers of words given beside a text. */
export const setOf = (pairs: Readonly<Record<string, string>>): Answers =>
  readAnswers(knowledge, Object.entries(pairs)).answers;

/** Answers a text corrected. */
export const fixed = async (text: string, set: Readonly<Record<string, string>> = {}): Promise<Corrected> =>
  correct(knowledge, 'a', await readPostedText(knowledge, text), setOf(set), today);

/** Answers what the facts say of a text. */
export const reportOf = async (text: string, set: Readonly<Record<string, string>> = {}): Promise<Report> =>
  validate(knowledge, 'a', (await readPostedText(knowledge, text)).reading, setOf(set), today);

/** Answers the errors of a report whose way out changes nothing but settings of the text. */
export const mendable = ({ findings }: Report, set: Readonly<Record<string, string>> = {}) =>
  findings.filter(
    ({ level, fix }) =>
      level === 'error' &&
      fix !== null &&
      Object.keys(fix).every((id) => {
        const word = knowledge.wordById.get(id);
        return word !== undefined && isSetting(word) && !(id in set);
      }),
  );

/** Answers the comments of a text, without their marks. */
export const remarksIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => (/^\s*# /.test(line) ? [line.trim().slice(2)] : []));
