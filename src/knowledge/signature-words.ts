import type { Place } from '../text/sections.js';
import { type Cmdlets, targetOf, variablesIn } from './cmdlet-shape.js';
import type { Report } from './rows.js';
import type { Passable } from './signature-shape.js';
import type { Word } from './vocabulary.js';

/** What a parameter says of which nothing is known. */
export const nothing: Meaning = { word: null, value: null, pattern: null, hint: '', sign: null, standIn: null };

/** What a parameter says by being passed. */
export type Meaning = Omit<Passable, 'name' | 'aliases' | 'type'>;

/** Answers what the vocabulary says that a parameter of a cmdlet gives. */
export function meaningOf(
  cmdlet: string,
  name: string,
  words: ReadonlyMap<string, Word>,
  { variables }: Cmdlets,
  report: Report,
): Meaning {
  for (const word of words.values()) {
    const rows = [{ id: null, powershell: word.powershell }, ...word.values];
    const found = rows.find(({ powershell }) => {
      const target = targetOf(powershell);
      return target?.cmdlet === cmdlet && target.parameter === name;
    });
    if (!found) continue;
    const template = targetOf(found.powershell)?.template ?? '';
    const [variable] = /^\$\w+$/.test(template) ? variablesIn(template) : [];
    const given = variables.get(variable ?? '');
    if (!given || word.type === 'schedule') return { ...nothing, word: word.id };
    // Of a word itself, it stands for the value that is so.
    const value = found.id ?? word.values.find(({ powershell }) => powershell === '$true')?.id ?? null;
    return {
      ...nothing,
      word: word.id,
      value,
      pattern: readPattern(given.pattern, given, report),
      hint: given.text,
      standIn: template,
    };
  }
  return nothing;
}

/** Answers what a text has to look like, as PowerShell would check it: in any case. */
function readPattern(pattern: string | null, place: Place, report: Report): RegExp | null {
  if (pattern === null) return null;
  try {
    return new RegExp(pattern, 'i');
  } catch {
    report(place, `"${pattern}" is no regular expression. Write what a value looks like.`);
    return null;
  }
}

/** Answers a parameter that means what the one of that name or alias means for the cmdlet that it is like. */
export function meaningAs(parameter: Passable, models: readonly Passable[]): Passable {
  if (parameter.word !== null) return parameter;
  const model = models.find(({ name, aliases }) => [name, ...aliases].includes(parameter.name));
  if (!model) return parameter;
  const { name, aliases, type } = parameter;
  return { ...model, name, aliases, type };
}
