import type { Answer } from '../answer/answer-shape.js';
import type { BankQuestion } from './question-bank.js';

/** As much of an answer as is scored. */
export type Scored = Pick<Answer, 'status' | 'answer' | 'clarify'> & {
  readonly facts: readonly { readonly sources: readonly { readonly document: string; readonly heading: string }[] }[];
};

/** A longer answer is none. */
const most = 4000;

/** Answers whether an answer is right: its status, what it says and doesn't say, and what it cites. */
export function isRight(question: BankQuestion, { status, answer, facts, clarify }: Scored): boolean {
  const forms = [answer, plain(answer)];
  const matches = (pattern: RegExp) => forms.some((form) => pattern.test(form));
  if (!question.expect.includes(status) || question.mustNot.some(matches)) return false;
  if (status === 'clarify') return clarify !== null && clarify.question !== '' && clarify.options.length > 1;
  if (status === 'not-covered') return true;
  if (answer.trim() === '' || answer.length > most) return false;
  const cited = facts.flatMap(({ sources }) => sources);
  const isCited = question.sources.some(({ document, headings }) =>
    cited.some((source) => source.document === document && headings.includes(source.heading)),
  );
  return question.must.every((some) => some.some(matches)) && (question.sources.length === 0 || isCited);
}

/** Answers whether a question that the documents don't cover was answered. */
export const isFalseAnswer = ({ expect }: BankQuestion, { status }: Scored): boolean =>
  status === 'answered' && !expect.includes('answered');

/** Without emphasis, code ticks, escapes and curly apostrophes. */
const plain = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/\\([()[\]*_#`.!<>|-])/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/[ \t\u00a0]+/g, ' ');
