import type { Fault, Stated, Subject, Unread } from '../guide/reading.js';
import { clip, fault } from './fault.js';
import { brokenFault, readCall } from './powershell-call.js';
import type { Cmdlets } from './powershell-cmdlets.js';
import type { ScriptRead } from './powershell-read.js';
import type { Table } from './powershell-value.js';
import type { Call } from './powershell-walk.js';
import type { CallWords, Written } from './powershell-words.js';
import { mostSubjects } from './subjects.js';

/** What the calls of a script say, each call that deploys on its own. */
export interface Subjects {
  readonly subjects: readonly Subject[];
  readonly unread: readonly Unread[];
}

/** Answers the calls of a script in its order; where it has none, its hashtables that are meant for one. */
export function callsOf({ walk }: ScriptRead, { first }: Cmdlets): Call[] {
  const calls = [...walk.calls.values()].flat().sort((a, b) => a.start - b.start);
  if (calls.length > 0 || !first) return calls;
  return [...walk.tables].flatMap(([start, table]): Call[] => {
    const keys = [...table.entries.values()];
    const known = keys.filter(({ key }) => first.parameters.has(key.toLowerCase()));
    if (known.length < 2 || known.length * 2 < keys.length) return [];
    return [callWith(table, start, keys.at(-1)?.end ?? start, first)];
  });
}

/** A hashtable with no call may be passed together with more. */
const callWith = (table: Table, start: number, end: number, signature: Call['signature']): Call => ({
  name: signature.cmdlet,
  signature,
  start,
  end,
  pieces: [{ kind: 'splat', name: '', value: { ...table, open: true }, start, end }],
  piped: null,
  brokenAt: null,
});

/** Answers what the calls say: what others set belongs to every call that deploys. */
export function subjectsOf(all: readonly Call[], read: ScriptRead, written: Written): Subjects {
  const [sets, deploys] = [all.filter(isSetting), all.filter((call) => !isSetting(call))];
  const calls = [...deploys.slice(0, mostSubjects), ...sets.slice(0, mostSubjects)];
  const said = calls.map((call) => ({ call, words: readCall(call, written) }));
  const setting = said.filter(({ call }) => isSetting(call)).map(({ words }) => words);
  const deploying = said.filter(({ call }) => !isSetting(call));
  const unread = said.flatMap(({ words }) => words.unread);
  const shared = agreed(setting, unread);
  const own = deploying.length > 0 ? deploying.map(({ words }) => words) : [nothing];
  const broken = new Set(calls.flatMap(({ brokenAt }) => (brokenAt === null ? [] : [written.place(brokenAt).line])));
  const unclosed = [...new Set(read.walk.unclosed)]
    .filter((index) => !broken.has(written.place(index).line))
    .slice(0, 5);
  const beside = [
    ...setting.flatMap(({ faults }) => faults),
    ...[...read.lost, ...unclosed].map((index) => brokenFault(index, written)),
  ];
  for (const [at, { call }] of deploying.entries()) {
    const [index] = read.joined.filter((one) => call.start < one && one < call.end);
    if (index !== undefined) own[at]?.faults.push(joinedFault(index, written));
  }
  const subjects = own.map(({ stated, faults }, at) => ({
    stated: [...stated.values(), ...shared.filter(({ word }) => !stated.has(word))],
    faults: at === 0 ? [...faults, ...beside] : faults,
  }));
  return { subjects, unread: [...inOrder(unread), ...[deploys, sets].flatMap((some) => beyond(some, written))] };
}

const isSetting = ({ signature }: Call): boolean => signature.role === 'sets';

function beyond(calls: readonly Call[], { place }: Written): Unread[] {
  const next = calls[mostSubjects];
  if (!next) return [];
  return [{ line: place(next.start).line, text: `… and ${calls.length - mostSubjects} more calls from here on` }];
}

const nothing: CallWords = { stated: new Map(), faults: [], unread: [] };

/** What several calls set, unless they set it differently: then nobody knows which one is meant. */
function agreed(setting: readonly CallWords[], unread: Unread[]): Stated[] {
  const byWord = new Map<string, Stated[]>();
  for (const one of setting.flatMap(({ stated }) => [...stated.values()])) {
    const given = byWord.get(one.word) ?? [];
    given.push(one);
    byWord.set(one.word, given);
  }
  return [...byWord.values()].flatMap((given) => {
    const [first] = given;
    if (first && given.every(({ value }) => String(value) === String(first.value))) return [first];
    for (const { line, word, text } of given)
      unread.push({ line, text: `${word} ${clip(text)} (calls of this script set it differently)` });
    return [];
  });
}

function joinedFault(index: number, { source, place }: Written): Fault {
  const [actual = ''] = source.slice(index, index + 80).split(/\s/);
  const message = `This isn't well-formed PowerShell: the call ends before ${actual}. End each of its lines but the last with a back-tick, with nothing behind it and no remark between them. It is judged as if it went on.`;
  return fault('input/not-well-formed', place(index), { actual, message });
}

/** More than this isn't worth reading. */
const most = 200;

function inOrder(unread: readonly Unread[]): Unread[] {
  const rows = new Map(unread.map((one) => [`${one.line} ${one.text}`, one]));
  const sorted = [...rows.values()].sort((a, b) => a.line - b.line);
  const rest = sorted.slice(most);
  return rest[0]
    ? [...sorted.slice(0, most), { line: rest[0].line, text: `… and ${rest.length} more from here on` }]
    : sorted;
}
