import { firstWord, meantText, subCommand } from './command-text.js';
import { type SubCommand, subCommandNamed } from './help.js';
import { holdsCode } from './message-text.js';
import type { Validator } from './validator.js';

/** What somebody wants: a sub-command with what stands behind it, or help, where nothing is called as they said. */
export type Wanted =
  | { readonly want: SubCommand; readonly rest: string }
  | { readonly want: 'nothing'; readonly said: string };

/** Answers what a slash command wants: a question needs no name, but a single word or pair is no question. */
export function wantedByCommand(line: string): Wanted {
  const { name, rest } = subCommand(line);
  const known = subCommandNamed(name);
  if (known) return { want: known, rest };
  const text = meantText(line);
  const isQuestion = text.endsWith('?') || (text.split(/\s+/).length > 3 && !/\s\S+=\S/.test(text));
  return isQuestion ? { want: 'ask', rest: text } : { want: 'nothing', said: name };
}

/** Answers what somebody wants who talks to the app, with or without files: what is posted is validated, all else is a question. */
export async function wantedByTalk(text: string, hasFiles: boolean, validator: Validator): Promise<Wanted> {
  const { name, rest } = firstWord(text);
  if (name === 'ask' || name === 'validate') return { want: name, rest };
  const known = subCommandNamed(name);
  if (hasFiles) return { want: 'validate', rest: text };
  if (known && known !== 'plan' && rest === '') return { want: known, rest };
  if (known === 'plan' && !rest.includes('\n') && (rest === '' || /^[a-z][a-z-]*=/i.test(rest)))
    return { want: 'plan', rest: rest.replace(/`$/, '') };
  if (known === 'ticket' && /^\S{1,80}$/.test(rest)) return { want: 'ticket', rest };
  if (holdsCode(text) || (await validator.isPosted(text))) return { want: 'validate', rest: text };
  return /\s/.test(text.trim()) ? { want: 'ask', rest: text } : { want: 'nothing', said: text.trim() };
}
