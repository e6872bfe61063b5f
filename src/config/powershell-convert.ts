import { readValue } from '../guide/value.js';
import { targetOf } from '../knowledge/cmdlet-shape.js';
import type { Passable } from '../knowledge/signature-shape.js';
import type { Value as Named, Word } from '../knowledge/vocabulary.js';
import { clip, quoted } from './fault.js';
import { textFor } from './powershell-commands.js';
import { readDate } from './powershell-dates.js';
import { valueMeant } from './powershell-near.js';
import type { Value } from './powershell-value.js';

/** What a passed value gives a word: its value, what is wrong with it, or why it can't be known. */
export interface Given {
  readonly value?: string | readonly string[];
  readonly inferred?: true;
  readonly wrong?: Wrong;
  readonly unread?: string;
}

/** What is wrong with a passed value. */
export interface Wrong {
  readonly message: string;
  readonly expected: readonly string[];
  readonly near: string | null;
}

/** Answers what a value passed to a parameter gives the parameter's word; `written` is how it stands in the script. */
export function convert(parameter: Passable, word: Word, value: Value, written: string): Given {
  if (parameter.standIn !== null && parameter.value !== null) return standing(parameter, word, value, written);
  if (value.kind === 'unknown') return { unread: value.why };
  if (value.kind === 'null') return wrong(word, `-${parameter.name} is given nothing: $null.`, null);
  switch (parameter.type) {
    case 'Boolean':
      return boolean(parameter, word, value);
    case 'Choice':
      return choice(parameter, word, value);
    case 'DateTime':
      return date(parameter, word, value);
    case 'String':
    case 'Object':
      return words(parameter, word, value);
    default:
      return { unread: '' };
  }
}

const wrong = (word: Word, message: string, near: Named | null | undefined): Given => ({
  wrong: { message, expected: choicesOf(word).map(({ id }) => id), near: near?.id ?? null },
});

function boolean({ name }: Passable, word: Word, value: Value): Given {
  const [yes, no] = ['$true', '$false'].map((literal) => word.values.find(({ powershell }) => powershell === literal));
  if (value.kind === 'boolean') return given(value.is ? yes : no);
  if (value.kind === 'number') return given(value.number === 0 ? no : yes);
  const text = value.kind === 'text' ? value.text.trim().toLowerCase() : '';
  const said = { true: yes, $true: yes, false: no, $false: no }[text];
  const shown = value.kind === 'text' ? quoted(value.text) : 'this';
  const literal = said === undefined ? '$true or $false' : said === yes ? '$true' : '$false';
  const message = `-${name} takes $true or $false, and ${shown} is neither: PowerShell refuses a text here. Write ${literal}.`;
  return { ...wrong(word, message, said), ...given(said) };
}

const given = (value: Named | undefined): Given => (value ? { value: value.id } : {});

/** Answers the values that a parameter takes by name. */
export const choicesOf = ({ values }: Word): Named[] =>
  values.filter(({ powershell }) => powershell !== null && targetOf(powershell) === null);

/** Answers the value that a text names: in any case, and as short as it is clear. */
export function chosen(word: Word, text: string): Named | undefined {
  const wanted = text.trim().toLowerCase();
  const choices = choicesOf(word);
  const exact = choices.find(({ powershell }) => powershell?.toLowerCase() === wanted);
  const short = wanted === '' ? [] : choices.filter(({ powershell }) => powershell?.toLowerCase().startsWith(wanted));
  return exact ?? (short.length === 1 ? short[0] : undefined);
}

/** PowerShell takes an array of one for the name in it. */
function choice({ name }: Passable, word: Word, passed: Value): Given {
  const [only, ...others] = passed.kind === 'list' ? passed.items : [passed];
  const value = only && others.length === 0 ? only : passed;
  if (value.kind === 'unknown') return { unread: value.why };
  if (value.kind !== 'text') return { unread: value.kind === 'number' ? 'a number is passed for a name' : '' };
  const named = chosen(word, value.text);
  return named ? given(named) : notChosen(name, word, value.text);
}

/** Answers what is wrong with a text that names none of a parameter's values. */
export function notChosen(name: string, word: Word, text: string): Given {
  const near = valueMeant(word, text);
  const allowed = choicesOf(word).map(({ powershell }) => powershell);
  const hint = near?.powershell ? ` Did you mean ${near.powershell}?` : '';
  return wrong(word, `-${name} doesn't take ${quoted(text)}. It takes ${allowed.join(', ')}.${hint}`, near);
}

function date({ name }: Passable, word: Word, value: Value): Given {
  if (value.kind === 'date') return { value: value.at };
  if (value.kind !== 'text') return { unread: '' };
  const read = readDate(value.text);
  if (read && 'at' in read) return { value: read.at };
  return read
    ? { unread: read.why }
    : wrong(word, `-${name} takes a date, and ${quoted(value.text)} is none. Write it as '2026-12-01 22:00'.`, null);
}

function words(parameter: Passable, word: Word, value: Value): Given {
  const text = textFor(parameter, value);
  if (text === null) return { unread: '' };
  const read = readValue(word, text);
  return 'message' in read ? wrong(word, `-${parameter.name}: ${read.message}.`, null) : { value: read.value };
}

/** A parameter that gives a word its value by being passed at all, such as the name of a workgroup to join. */
function standing(
  { name, value: id, pattern, sign, standIn, hint }: Passable,
  word: Word,
  value: Value,
  written: string,
): Given {
  const own: Given = id === null ? {} : { value: id };
  if (value.kind === 'unknown' && written.trim().toLowerCase() === standIn?.toLowerCase())
    return { ...own, inferred: true };
  const text =
    value.kind === 'text'
      ? value.text
      : value.kind === 'list'
        ? value.items.map((item) => (item.kind === 'text' ? item.text : '')).join(' ')
        : null;
  if (sign) return sign.test(text ?? written) ? { ...own, inferred: true } : { unread: 'nothing shows that it is one' };
  if (value.kind === 'null' || text === '') return { unread: 'it is empty' };
  if (!pattern) return own;
  if (text === null) return { unread: '' };
  if (pattern.test(text)) return own;
  // What almost fits is passed, but not as it has to be.
  const almost = /\w+(?==)/.exec(pattern.source)?.[0];
  if (almost !== undefined && text.toLowerCase().includes(almost.toLowerCase()))
    return {
      ...own,
      wrong: { message: `-${name}: ${almost} isn't written as it has to be. ${hint}`, expected: [], near: null },
    };
  const other = word.values.filter((one) => one.id !== id);
  return other.length === 1 ? given(other[0]) : { unread: clip(text) };
}
