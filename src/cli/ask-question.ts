import { autocomplete, type CommonOptions, isCancel, select, text } from '@clack/prompts';
import type { Question } from '../guide/question.js';
import { readValue, unknown, valueNamed } from '../guide/value.js';
import type { Word } from '../knowledge/vocabulary.js';

/** Where a person is asked; the terminal, if nothing is named. */
export type Streams = Pick<CommonOptions, 'input' | 'output'>;

/** What a person chose instead of a value. */
export const change = ' change';
/** A list longer than this is searched by typing. */
export const longList = 10;

/** How a question is asked: what was given already, and whether an earlier answer may be changed instead. */
export interface Asking {
  readonly given: string | undefined;
  readonly changeable: boolean;
  readonly streams: Streams;
}

/** Asks for the value of a word; answers the text of it, `unknown`, `change`, or null if the person pressed Esc or Ctrl+C. */
export async function askQuestion(word: Word, question: Question, asking: Asking): Promise<string | null> {
  return question.type === 'choice' ? askChoice(word, question, asking) : askTyped(word, question, asking);
}

async function askChoice(
  word: Word,
  question: Question,
  { given, changeable, streams }: Asking,
): Promise<string | null> {
  const named = (typed: string) => valueNamed(word, typed)?.id;
  const options = [
    ...question.options.map(({ value, label }) => ({ value, label })),
    { value: unknown, label: question.unknownLabel },
    ...(changeable ? [{ value: change, label: 'Change an earlier answer…' }] : []),
  ];
  const preselected = given === undefined ? {} : { initialValue: given };
  const chosen = await (options.length > longList
    ? autocomplete({
        message: `${question.question} (type to search)`,
        options,
        maxItems: longList,
        filter: (search, { value, label = '' }) =>
          label.toLowerCase().includes(search.trim().toLowerCase()) || named(search) === value,
        validate: (value) => (value === undefined ? 'Nothing in the list is called that. Type less.' : undefined),
        ...preselected,
        ...streams,
      })
    : select({ message: question.question, options, ...preselected, ...streams }));
  return isCancel(chosen) ? null : chosen;
}

async function askTyped(
  word: Word,
  question: Question,
  { given, changeable, streams }: Asking,
): Promise<string | null> {
  const leaveOpen = question.unknownLabel.toLowerCase().replace(/^i don't/, "if you don't");
  const hints = [
    question.type === 'number' ? 'a number' : 'a text',
    leaveOpen.startsWith('if') ? `? ${leaveOpen}` : `? to ${leaveOpen}`,
    ...(changeable ? ['< to change an earlier answer'] : []),
  ];
  const isChange = (typed: string | undefined) => changeable && typed?.trim() === '<';
  const typed = await text({
    message: `${question.question} (${hints.join('; ')})`,
    validate: (one) => {
      if (isChange(one)) return undefined;
      const read = readValue(word, one ?? '');
      return 'message' in read ? read.message : undefined;
    },
    ...(given === undefined ? {} : { initialValue: given === unknown ? '?' : given }),
    ...streams,
  });
  if (isCancel(typed)) return null;
  return isChange(typed) ? change : typed;
}
