/** Where the JSON of a text ends, and what it takes to read it. */
export interface JsonSpan {
  readonly end: number;
  readonly depth: number;
  /** How many values, at most. */
  readonly values: number;
}

/** Answers where the brackets that open at `at` close, or the end of the text. */
export function jsonSpan(text: string, at: number): JsonSpan {
  let open = 0;
  let depth = 0;
  let values = 0;
  for (let index = at; index < text.length; index++) {
    const letter = text[index];
    if (letter === '"') index = stringEnd(text, index) - 1;
    else if (letter === ',') values++;
    else if (letter === '{' || letter === '[') {
      depth = Math.max(depth, ++open);
      values++;
    } else if ((letter === '}' || letter === ']') && --open === 0) return { end: index + 1, depth, values };
  }
  return { end: text.length, depth, values };
}

/** Answers the offset behind the string that opens at `at`; behind the text where it doesn't close. */
export function stringEnd(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '"') return index + 1;
  }
  return text.length + 1;
}

/** Answers whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where JSON is broken: at its first flaw, and where its structure ends, there or later. */
export interface JsonFlaw {
  readonly at: number;
  readonly end: number;
}

/** What may come next; `]` and `}` where nothing came yet. */
type Next = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma';

const plainValue = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

/** Answers where broken JSON is broken; JSON.parse doesn't always tell. A text with a line break in it has a flaw, but goes on. */
export function jsonFlaw(json: string): JsonFlaw {
  const open: string[] = [];
  let next: Next = 'value';
  let flaw: number | null = null;
  let at = 0;
  while (at < json.length) {
    const letter = json[at] ?? '';
    const value = next.endsWith('value');
    const key = next.endsWith('key');
    plainValue.lastIndex = at;
    if (letter === '"' && (value || key)) {
      const end = stringEnd(json, at);
      flaw ??= flawInString(json, at, end);
      at = end;
      next = key ? 'colon' : 'comma';
    } else if ((letter === '{' || letter === '[') && value) {
      open.push(letter === '{' ? '}' : ']');
      next = letter === '{' ? 'first key' : 'first value';
      at++;
    } else if (letter !== '' && letter === open.at(-1) && (next === 'comma' || next.startsWith('first'))) {
      open.pop();
      next = 'comma';
      at++;
    } else if (letter === ',' && next === 'comma' && open.length > 0) {
      next = open.at(-1) === '}' ? 'key' : 'value';
      at++;
    } else if (letter === ':' && next === 'colon') {
      next = 'value';
      at++;
    } else if (' \t\r\n'.includes(letter)) at++;
    else if (value && plainValue.test(json)) {
      at = plainValue.lastIndex;
      next = 'comma';
    } else return { at: flaw ?? at, end: at };
  }
  return { at: flaw ?? json.length, end: json.length };
}

/** Answers the offset of a control character, or of a backslash before a letter that needs none, in a string. */
function flawInString(json: string, from: number, to: number): number | null {
  for (let at = from; at < to; at++) {
    const letter = json[at] ?? ' ';
    if (letter < ' ' || (letter === '\\' && !/["\\/bfnrtu]/.test(json[at + 1] ?? ''))) return at;
    if (letter === '\\') at++;
  }
  return null;
}

/** Answers the part of broken JSON that can be relied on: without a string or number that may go on. */
export function jsonBefore(json: string, flaw: number): string {
  const sound = json.slice(0, flaw);
  for (let index = sound.indexOf('"'); index >= 0; index = sound.indexOf('"', index)) {
    const end = stringEnd(sound, index);
    if (end > sound.length) return sound.slice(0, index);
    index = end;
  }
  let end = sound.length;
  while (end > 0 && /[\w.+-]/.test(sound[end - 1] ?? '')) end--;
  return sound.slice(0, end);
}
