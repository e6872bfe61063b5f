/** A pasted script, made ready for the grammar. */
export interface Pasted {
  /** The script without what a web page put into it. */
  readonly text: string;
  /** The same, character for character, with plain quotes, dashes and spaces, and without prompts and line numbers. */
  readonly code: string;
  /** Answers where an index of the script stands in what was pasted. */
  readonly offset: (index: number) => number;
  /** Where lines begin that are too long to be code. */
  readonly tooLong: readonly number[];
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', '#160': ' ' };
const quotes: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};

/** A line longer than this is data, not code. */
const longest = 20_000;

/** Answers a pasted text as a script: entities read, invisible characters gone, smart quotes plain. */
export function cleaned(pasted: string): Pasted {
  const starts: number[] = [0];
  const shifts: number[] = [0];
  // A page that wrote quotes as entities holds none of its own.
  const quoted = { ...(/["“”]/.test(pasted) ? {} : quotes), ...(/['‘’]/.test(pasted) ? {} : pick(quotes, "'")) };
  const entities: Readonly<Record<string, string>> = { ...named, ...quoted };
  let text = '';
  let from = 0;
  for (const { 0: found, 1: entity, index } of pasted.matchAll(
    /&(#?\w{2,5});|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g,
  )) {
    const instead = entity === undefined ? '' : entities[entity.toLowerCase()];
    if (instead === undefined) continue;
    text += pasted.slice(from, index) + instead;
    from = index + found.length;
    starts.push(text.length);
    shifts.push(from - text.length);
  }
  text += pasted.slice(from);
  const tooLong: number[] = [];
  return {
    text,
    code: plainCode(text, tooLong),
    offset: (index) => index + (shifts[lastAtMost(starts, index)] ?? 0),
    tooLong,
  };
}

const pick = (from: Readonly<Record<string, string>>, value: string) =>
  Object.fromEntries(Object.entries(from).filter(([, one]) => one === value));

/** Answers the index of the last number that is at most `most`, in a list that rises. */
export function lastAtMost(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function plainCode(text: string, tooLong: number[]): string {
  const plain = text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\u2012-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/\r(?!\n)|[\u2028\u2029\u0085]/g, '\n');
  const lines = plain.split('\n');
  const numbered = lineNumbers(lines);
  let at = 0;
  return lines
    .map((line) => {
      const start = at;
      at += line.length + 1;
      if (line.length <= longest) return plainLine(line, numbered);
      tooLong.push(start);
      return ' '.repeat(line.length);
    })
    .join('\n');
}

const blank = (text: string) => ' '.repeat(text.length);
const prompt = /^\s{0,40}(?:\[[^\]]{1,60}\]: ?)?(?:PS(?: [^>]{0,120})?>+|[A-Z]:\\[^>\s]{0,120}>|>{1,2})(?=\s|$) ?/i;

/** A line without what a console, a wiki or a chat put before it. */
function plainLine(given: string, numbered: boolean): string {
  let line = given.replace(/`{3}\w{0,20}/g, blank);
  if (numbered) line = line.replace(/^\s*\d{1,4}[.:|)]?(?=\s|$)/, blank);
  line = line.replace(prompt, blank);
  return withoutTicks(line);
}

/** Code in a sentence stands between two back-ticks; before the name of a cmdlet one means nothing else. */
function withoutTicks(line: string): string {
  const open = line.search(/(?<![^\s(])`[A-Z][A-Za-z]{1,20}-[A-Z]/);
  if (open < 0) return line;
  const close = line.slice(open + 1).search(/`(?=[\s.,;:!?)]|$)/);
  const code = close < 0 ? line.slice(open + 1) : line.slice(open + 1, open + 1 + close);
  return ' '.repeat(open + 1) + code.padEnd(line.length - open - 1);
}

/** Answers whether the lines carry numbers that count on. */
function lineNumbers(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  let last = Number.NaN;
  let counted = 0;
  for (const line of filled) {
    const number = Number(/^\s*(\d{1,4})[.:|)]?(?=\s|$)/.exec(line.slice(0, 60))?.[1] ?? Number.NaN);
    if (number === last + 1 || (Number.isNaN(last) && number <= 1)) counted++;
    last = number;
  }
  return filled.length >= 2 && counted >= 0.8 * filled.length;
}
