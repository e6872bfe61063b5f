import { quote } from '../formats/powershell-text.js';
import { targetOf } from '../knowledge/cmdlet-shape.js';
import type { Passable } from '../knowledge/signature-shape.js';
import type { Word } from '../knowledge/vocabulary.js';

/** Answers a word's value as a parameter takes it; null where it has no code of its own. */
export function codeFor({ type, standIn }: Passable, word: Word, value: string): string | null {
  const code = word.values.find(({ id }) => id === value)?.powershell ?? null;
  if (code === null || standIn !== null || targetOf(code) !== null) return null;
  if (type === 'Boolean') return code;
  return type === 'Choice' || type === 'Choices' ? quote(code) : null;
}

/** Answers an expression of the script as it may stand behind a parameter; null where that isn't sure. */
export function operand(written: string): string | null {
  const text = written.trim();
  if (/^(?:'[^'\r\n]*'|"[^"`$\r\n]*"|\$\w+|[\w./:-]+)$/.test(text)) return text;
  return /^\([^\r\n]*\)$/.test(text) && balanced(text) ? text : null;
}

/** Whether the first bracket closes at the end alone, and no quote hides one. */
function balanced(text: string): boolean {
  if (/["'`#]/.test(text.replace(/'[^'"`]*'/g, ''))) return false;
  let depth = 0;
  const bare = text.replace(/'[^']*'/g, "''");
  return [...bare].every((character, at) => {
    if (character === '(') depth++;
    if (character === ')') depth--;
    return depth > 0 || at === bare.length - 1;
  });
}
