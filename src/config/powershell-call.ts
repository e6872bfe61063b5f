import type { Passable } from '../knowledge/signature-shape.js';
import { clip, fault, quoted } from './fault.js';
import { type Bound, bind } from './powershell-bind.js';
import { readMisfit } from './powershell-misfits.js';
import type { Call } from './powershell-walk.js';
import { type CallWords, leave, readWords, type Written } from './powershell-words.js';

/** A call that passes more of what can't be passed isn't read to its end. */
const mostMisfits = 50;

/** Answers what a call says: its words, what is wrong with it, and what can't be known. */
export function readCall(call: Call, written: Written): CallWords {
  const { signature } = call;
  const said: CallWords = { stated: new Map(), faults: [], unread: [] };
  const { brokenAt } = call;
  const { bound: all, misfits, open: more } = bind(signature, call.pieces);
  // Where a call breaks off, a value isn't left out but lost.
  const bound = all.filter(({ value, end }) => value !== null || brokenAt === null || Math.abs(end - brokenAt) > 3);
  const open = more || brokenAt !== null;
  const at = written.place(call.start);
  if (call.name.toLowerCase() !== signature.cmdlet.toLowerCase()) {
    const message = `There is no cmdlet ${clip(call.name)}. Did you mean ${signature.cmdlet}?`;
    said.faults.push(fault('input/unknown-cmdlet', at, { actual: call.name, expected: [signature.cmdlet], message }));
  }
  if (signature.deprecated !== null) {
    const message = `${signature.cmdlet} is deprecated. Use ${signature.deprecated}.`;
    const expected = [signature.deprecated];
    said.faults.push(fault('input/deprecated-cmdlet', at, { actual: call.name, expected, message }));
  }
  if (brokenAt !== null) said.faults.push(brokenFault(brokenAt, written));
  for (const misfit of misfits.slice(0, mostMisfits)) readMisfit(signature, misfit, written, said);
  const [beyond] = misfits.slice(mostMisfits);
  if (beyond) leave(beyond, `and ${misfits.length - mostMisfits - 1} more pieces from here on`, written, said);
  // What was meant to be passed isn't left out.
  const meant = new Set(said.faults.flatMap(({ expected }) => expected));
  readWords(once(bound, written, said), written, said);
  for (const [word, text] of call.piped?.kind === 'object' ? call.piped.words : [])
    if (!said.stated.has(word)) said.stated.set(word, { word, value: text, text, ...at });
  checkGroups(call, bound, open, meant, written, said);
  if (!open) readLeftOut(call, bound, meant, written, said);
  return said;
}

/** Answers the fault of a piece of a script that doesn't parse. */
export function brokenFault(index: number, { source, place }: Written) {
  const end = source.indexOf('\n', index);
  const rest = clip(source.slice(index, end < 0 ? undefined : end));
  const opener = /^(?:[@$]?[({]|<#)/.exec(rest)?.[0];
  const where =
    rest === ''
      ? 'it breaks off'
      : opener !== undefined
        ? `what ${quoted(opener)} opens here isn't closed`
        : `from ${quoted(rest)} on it can't be read: a quote or a bracket is missing or too much`;
  const message = `This isn't well-formed PowerShell: ${where}. What could be read is judged; complete it and try again.`;
  return fault('input/not-well-formed', place(Math.min(index, Math.max(0, source.trimEnd().length - 1))), {
    actual: rest,
    message,
  });
}

/** Answers what is passed, each parameter once; PowerShell refuses a call that passes one twice. */
function once(bound: readonly Bound[], { place }: Written, said: CallWords): Bound[] {
  const first = new Map<Passable, Bound>();
  for (const one of bound) {
    const earlier = first.get(one.parameter);
    if (!earlier) {
      first.set(one.parameter, one);
      continue;
    }
    const line = place(earlier.start).line;
    const message = `-${one.parameter.name} is passed twice, on line ${line} and here: PowerShell refuses the call. Keep one; the first is judged.`;
    said.faults.push(
      fault('input/twice', place(one.start), { word: one.parameter.word, actual: one.parameter.name, message }),
    );
  }
  return [...first.values()];
}

/** Parameters of which a call passes one: none is a note, since a piece of a script may be posted; two are refused. */
function checkGroups(
  { signature, start, piped }: Call,
  bound: readonly Bound[],
  open: boolean,
  meant: ReadonlySet<string>,
  { place }: Written,
  said: CallWords,
): void {
  for (const { names, needed } of signature.oneOf) {
    const passed = bound.filter(({ parameter }) => names.includes(parameter.name));
    const [first, second] = new Map(passed.map((one) => [one.parameter, one])).values();
    const list = names.map((name) => `-${name}`).join(', ');
    if (first && second) {
      const message = `-${first.parameter.name} and -${second.parameter.name} exclude each other. Pass one of ${list}.`;
      said.faults.push(
        fault('input/exclusive-parameters', place(second.start), {
          word: second.parameter.word,
          actual: second.parameter.name,
          expected: [first.parameter.name],
          message,
        }),
      );
    } else if (!first && needed !== null && !open && piped === null && !names.some((name) => meant.has(name))) {
      const message = `This call names no ${needed.replace(/^an? /, '')}. Pass one of ${list}.`;
      said.faults.push(
        fault('input/missing-parameter', place(start), {
          actual: signature.cmdlet,
          expected: names,
          message,
        }),
      );
    }
  }
}

/** What a call doesn't pass, the deployment that it makes doesn't have. */
function readLeftOut(
  { signature, start, name }: Call,
  bound: readonly Bound[],
  meant: ReadonlySet<string>,
  { place }: Written,
  said: CallWords,
): void {
  const { leftOut } = signature;
  if (!leftOut || bound.some(({ parameter }) => parameter.word === leftOut.word)) return;
  if ([...signature.parameters.values()].some((one) => one.word === leftOut.word && meant.has(one.name))) return;
  if (leftOut.when && said.stated.get(leftOut.when.word)?.value !== leftOut.when.value) return;
  const { word, value } = leftOut;
  said.stated.set(word, { word, value, text: name, ...place(start), inferred: true });
}
