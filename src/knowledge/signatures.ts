import { didYouMean } from '../text/nearest.js';
import type { Section, TableLine } from '../text/sections.js';
import type { Cmdlets } from './cmdlet-shape.js';
import { checkRows, oneOf, parts, type Report, rowOf, rowsOf, textOf } from './rows.js';
import {
  callRoles,
  type LeftOut,
  type Missing,
  type Passable,
  parameterTypes,
  type Signature,
  type Signatures,
} from './signature-shape.js';
import { checkSignatures } from './signature-uses.js';
import { meaningAs, meaningOf, nothing } from './signature-words.js';
import type { Word } from './vocabulary.js';

type Words = ReadonlyMap<string, Word>;

/** Answers what posted calls may pass, from its page; the vocabulary says what its own parameters mean. */
export function readSignatures(page: readonly Section[], words: Words, cmdlets: Cmdlets, report: Report): Signatures {
  const drafts = page.flatMap((section) =>
    section.level === 2 ? [readSignature(section, words, cmdlets, report)] : [],
  );
  const common = drafts.find(({ role }) => role === 'common');
  const signatures = new Map<string, Signature>();
  for (const { like, ...draft } of drafts) {
    const model = drafts.find(({ cmdlet }) => cmdlet === like);
    if (like !== '' && !model) report(draft, `no section of this page has the cmdlet ${like}.`);
    const own = draft.list.map((parameter) => meaningAs(parameter, model?.list ?? []));
    const all = draft === common ? own : [...own, ...(common?.list ?? [])];
    const parameters = new Map<string, Passable>();
    for (const parameter of all)
      for (const name of [parameter.name, ...parameter.aliases])
        if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), parameter);
    const named = (name: string) => parameters.get(name.toLowerCase()) ?? [];
    const { list, firstNames, ...rest } = draft;
    if (signatures.has(rest.cmdlet.toLowerCase())) report(rest, `${rest.cmdlet} has two sections. Keep one.`);
    signatures.set(rest.cmdlet.toLowerCase(), {
      ...rest,
      oneOf: [...rest.oneOf, ...(common && rest.role !== 'common' ? common.oneOf : [])],
      parameters,
      first: firstNames.flatMap(named),
    });
  }
  if (page.length > 0) checkSignatures(signatures, words, report);
  return signatures;
}

interface Draft extends Omit<Signature, 'parameters' | 'first'> {
  readonly like: string;
  readonly list: readonly Passable[];
  readonly firstNames: readonly string[];
}

function readSignature(section: Section, words: Words, cmdlets: Cmdlets, report: Report): Draft {
  const { rows, file, line } = section;
  checkRows(
    rows,
    {
      cmdlet: 'once',
      role: 'once',
      like: 'once',
      deprecated: 'once',
      first: 'once',
      'one of': 'often',
      switches: 'once',
      others: 'once',
      instead: 'once',
      removed: 'once',
      'left out': 'once',
      'taken for': 'once',
    },
    report,
  );
  const cmdlet = textOf(rows, 'cmdlet');
  const missing = (name: 'instead' | 'removed'): Missing[] =>
    (rowOf(rows, name)?.rows ?? []).map((row) => ({ name: row.name, instead: row.value, removed: name === 'removed' }));
  return {
    file,
    line,
    cmdlet,
    role: oneOf(rowOf(rows, 'role'), callRoles, 'sets', section, 'role', report),
    like: textOf(rows, 'like'),
    deprecated: rowOf(rows, 'deprecated')?.value ?? null,
    list: [
      ...section.table.map((row) => readParameter(row, cmdlet, words, cmdlets, report)),
      ...listed(textOf(rows, 'switches')).map((names) => plain(names, 'Switch')),
      ...listed(textOf(rows, 'others')).map((names) => plain(names, 'Unknown')),
    ],
    firstNames: parts(textOf(rows, 'first')),
    oneOf: rowsOf(rows, 'one of').map((row) => {
      checkRows(row.rows, { needed: 'once' }, report);
      return { names: parts(row.value), needed: rowOf(row.rows, 'needed')?.value ?? null };
    }),
    missing: [...missing('instead'), ...missing('removed')],
    leftOut: readLeftOut(section, words, report),
    takenFor: readTakenFor(section, words, report),
  };
}

function readLeftOut({ rows }: Section, words: Words, report: Report): LeftOut | null {
  const row = rowOf(rows, 'left out');
  const [gives, when = null] = (row?.rows ?? []).map(({ file, line, name, value }) => {
    const known = words.get(name)?.values.some(({ id }) => id === value);
    if (!known) report({ file, line }, `the vocabulary has no word "${name}" with a value "${value}".`);
    return { word: name, value };
  });
  return gives ? { ...gives, when } : null;
}

function readTakenFor({ rows }: Section, words: Words, report: Report): Signature['takenFor'] {
  return (rowOf(rows, 'taken for')?.rows ?? []).map(({ file, line, name, value }) => {
    if (!words.has(value)) report({ file, line }, `unknown word "${value}".${didYouMean(value, words.keys())}`);
    return { parameter: name, word: value };
  });
}

/** Answers the names of a list, each with its aliases behind it in brackets. */
const listed = (value: string): string[][] =>
  [...value.matchAll(/(\w+)(?:\s*\(([^)]*)\))?/g)].map(([, name = '', aliases = '']) => [name, ...parts(aliases)]);

const plain = ([name = '', ...aliases]: readonly string[], type: 'Switch' | 'Unknown'): Passable => ({
  name,
  aliases,
  type,
  ...nothing,
});

function readParameter(
  { file, line, cells }: TableLine,
  cmdlet: string,
  words: Words,
  cmdlets: Cmdlets,
  report: Report,
): Passable {
  const name = cells.get('parameter') ?? '';
  const type = parameterTypes.find((one) => one === cells.get('type'));
  const stated = cells.get('word') ?? '';
  const said = meaningOf(cmdlet, name, words, cmdlets, report);
  if (!type) report({ file, line }, `type "${cells.get('type')}" isn't one of ${parameterTypes.join(', ')}.`);
  if (stated !== '' && !words.has(stated))
    report({ file, line }, `unknown word "${stated}".${didYouMean(stated, words.keys())}`);
  if (stated !== '' && said.word !== null)
    report({ file, line }, `the vocabulary says already what ${cmdlet} -${name} means: leave the word out.`);
  const aliases = parts(cells.get('alias') ?? '');
  const sign = readSigns(cells.get('sign') ?? '');
  const word = said.word ?? (stated === '' ? null : stated);
  return { name, aliases, type: type ?? 'Unknown', ...said, word, sign };
}

/** Answers what shows one of the pieces of text in a list. */
const readSigns = (list: string): RegExp | null =>
  list === ''
    ? null
    : new RegExp(
        parts(list)
          .map((one) => one.replace(/[^\w]/g, '\\$&'))
          .join('|'),
        'i',
      );
