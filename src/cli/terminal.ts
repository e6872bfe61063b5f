import { wrap } from '../text/wrap.js';
import type { Streams } from './ask-question.js';

/** What stands before a line of the guide. */
const lead = 3;

/** Answers a text wrapped between words, so that it fits beside the guide's line. */
export function wrapped(text: string, { output = process.stdout }: Streams): string {
  const columns = 'columns' in output && typeof output.columns === 'number' && output.columns > 0 ? output.columns : 80;
  return text
    .split('\n')
    .flatMap((line) => wrap('', line, Math.max(20, columns - lead)))
    .join('\n');
}

/** Answers what was asked, and whether it ended with Esc: the prompts tell Esc and Ctrl+C alike. */
export async function withEscape<Answer>(
  { input = process.stdin }: Streams,
  ask: () => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly escaped: boolean }> {
  let escaped = false;
  const watch = (_: unknown, key: { readonly name?: string } | undefined) => {
    escaped = key?.name === 'escape';
  };
  input.on('keypress', watch);
  try {
    const answer = await ask();
    return { answer, escaped };
  } finally {
    input.off('keypress', watch);
  }
}
