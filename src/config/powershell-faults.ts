import type { Fault } from '../guide/reading.js';

/** The kinds of fault in a script, each with what it is about. A fault's message is plain text, no Markdown. */
export const powershellRules = {
  'input/unknown-value': "A value that the vocabulary doesn't know",
  'input/twice': 'A word given twice with different values',
  'input/not-well-formed': 'Structured text that breaks off or is not well-formed',
  'input/unknown-parameter': "A parameter that the cmdlet doesn't have",
  'input/removed-parameter': 'A parameter that the cmdlet no longer has',
  'input/ambiguous-parameter': 'A short name that several parameters begin with',
  'input/missing-value': 'A parameter with no value',
  'input/missing-parameter': "A parameter that a cmdlet can't do without",
  'input/exclusive-parameters': 'Parameters of which a cmdlet takes only one',
  'input/unknown-cmdlet': 'A name that is nearly a cmdlet, but is none',
  'input/deprecated-cmdlet': 'A cmdlet that another one has taken the place of',
} as const;

/** What a fault says, without its kind. */
export interface Said {
  readonly level?: Fault['level'];
  readonly word?: string | null;
  readonly actual: string;
  readonly expected?: readonly string[];
  readonly message: string;
  readonly fix?: Fault['fix'];
}

/** Answers a fault of a script at a place. */
export const scriptFault = (
  rule: keyof typeof powershellRules,
  { line, column }: { readonly line: number; readonly column: number },
  { level = 'error', word = null, actual, expected = [], message, fix = null }: Said,
): Fault => ({ rule, level, word, actual: clip(actual, 200), expected, message, fix, line, column });

/** Answers a text short enough to be repeated in a message, on one line. */
export function clip(text: string, most = 60): string {
  const line = text
    .slice(0, 2 * most)
    .replace(/[\s`]+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** Answers a text in quotes, for a message. */
export const quoted = (text: string): string => `"${clip(text)}"`;
