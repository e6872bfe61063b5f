import { readPostedText } from '../config/recognise.js';
import type { Judged } from '../formats/reports.js';
import type { Answers } from '../guide/answers.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';

/** What a config is called that was judged against a plan. */
const name = 'Posted in Slack';

/** Answers what the facts say of a config beside the answers of its plan; null where it can't be used any more. */
export async function judgeConfig(
  knowledge: Knowledge,
  posted: string,
  answers: Answers,
  today: string,
): Promise<Judged | null> {
  try {
    const { reading, text } = await readPostedText(knowledge, posted);
    return { name, report: validate(knowledge, name, reading, answers, today), text };
  } catch (error) {
    if (error instanceof Unusable) return null;
    throw error;
  }
}
