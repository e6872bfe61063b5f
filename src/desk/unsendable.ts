import { type Form, held, isEmpty } from './entries.js';
import { type Fields, textOf } from './fields.js';
import { inputsIn } from './inputs.js';

/** Answers what keeps Slack's own client from sending the view: empty or unfit fields, by block. */
export function unsendable(form: Form): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const input of inputsIn(form.blocks)) {
    const empty = isEmpty(form, input);
    if (input.required && empty) wrong[input.block] = 'Please complete this required field.';
    if (empty) continue;
    const problem = unfit(input.element, textOf(held(form, input).value));
    if (problem) wrong[input.block] = problem;
  }
  return wrong;
}

function unfit(element: Fields, value: string): string | null {
  switch (element.type) {
    case 'number_input':
      return unfitNumber(element, Number(value));
    case 'plain_text_input':
      return unfitLength(element, value.length);
    case 'email_text_input':
      return value.includes('@') ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(value) ? null : 'Please enter a valid URL.';
    default:
      return null;
  }
}

function unfitNumber(element: Fields, value: number): string | null {
  if (!Number.isFinite(value)) return 'Please enter a valid number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(value)) return 'Please enter a whole number.';
  if (element.min_value !== undefined && value < Number(element.min_value))
    return `Please enter at least ${String(element.min_value)}.`;
  if (element.max_value !== undefined && value > Number(element.max_value))
    return `Please enter at most ${String(element.max_value)}.`;
  return null;
}

function unfitLength({ min_length: least, max_length: most }: Fields, length: number): string | null {
  if (typeof least === 'number' && length < least) return `Please enter at least ${least} characters.`;
  // Without a bound of its own Slack takes 3,000.
  const bound = typeof most === 'number' ? most : 3_000;
  return length > bound ? `Please enter at most ${bound} characters.` : null;
}
