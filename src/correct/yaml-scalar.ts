import { parseDocument } from 'yaml';
import { unseen } from '../text/printable.js';

/** Answers whether a reader of YAML would take a scalar without quotes for something else than its text. */
export const isMangled = (text: string): boolean =>
  /^[-+.\d]/.test(text) || !(['1.1', '1.2'] as const).every((version) => readsAs(text, version));

function readsAs(text: string, version: '1.1' | '1.2'): boolean {
  const document = parseDocument(`a: ${text}\n`, { version, logLevel: 'silent' });
  return document.errors.length === 0 && document.get('a') === text;
}

/** Answers a text as a scalar that every reader of YAML takes for that text. */
export const scalar = (text: string): string =>
  /^[A-Za-z][\w-]{0,80}$/.test(text) && !isMangled(text) ? text : quoted(text);

/** Answers a text in double quotes, what can't be seen written out. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(unseen, (one) => {
    const code = (one.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });

/** Answers a value as YAML: a list of several in brackets. */
export const valueText = (value: string | readonly string[]): string => {
  if (typeof value === 'string') return scalar(value);
  const [only, ...others] = value;
  return only !== undefined && others.length === 0 ? scalar(only) : `[${value.map(scalar).join(', ')}]`;
};
