const twins: readonly (readonly [twins: RegExp, plain: string])[] = [
  [/[“”„‟«»″＂]/g, '"'],
  [/[‘’‚‛′]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/：/g, ':'],
  [/＝/g, '='],
  [/[\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060\u3000\ufeff]/g, ' '],
];

/** Answers a text with plain quotes, hyphens and spaces; every character keeps its place. */
export const plainText = (text: string): string =>
  /^[\t\n -~]*$/.test(text) ? text : twins.reduce((plain, [twin, instead]) => plain.replace(twin, instead), text);

/** What a value says once quotes, brackets, marks and a comment are taken off. */
export interface Bare {
  readonly text: string;
  /** What stands behind a closing quote or bracket. */
  readonly rest: string;
  /** What opens and doesn't close. */
  readonly unclosed: 'quote' | 'bracket' | null;
}

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '[': ']',
  '`': '`',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
};
const straight = '"\'[`';

/** Answers what a value says, without what is written around it. */
export function bare(value: string): Bare {
  const text = withoutComment(value).trim();
  const [opener = ''] = text;
  const closer = closers[opener];
  if (closer === undefined) return { text, rest: '', unclosed: null };
  const end = text.indexOf(closer, 1);
  if (end < 0 && !straight.includes(opener)) return { text, rest: '', unclosed: null };
  const kind = opener === '[' ? 'bracket' : 'quote';
  const inner = end < 0 ? text.slice(1) : text.slice(1, end);
  return {
    text: kind === 'bracket' ? elements(inner) : inner.trim(),
    rest: end < 0 ? '' : text.slice(end + 1).replace(/^[\s,;}\]]+$/, ''),
    unclosed: end < 0 ? kind : null,
  };
}

/** The elements of a list, without their quotes. */
const elements = (inner: string): string =>
  inner
    .split(',')
    .map((element) => element.trim().replace(/^["']|["']$/g, ''))
    .filter((element) => element !== '')
    .join(',');

/** A comment starts at a # behind a space, outside quotes. */
function withoutComment(value: string): string {
  const text = value.trimStart();
  const quote = text[0] === '"' || text[0] === "'" ? text.indexOf(text[0], 1) : -1;
  const at = text.slice(quote + 1).search(/(?:^|\s)#/);
  return at < 0 ? text : text.slice(0, quote + 1 + at);
}
