import type { Reading } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { cleaned, lastAtMost, type Pasted } from './powershell-clean.js';
import { type Cmdlets, cmdletsOf } from './powershell-cmdlets.js';
import { loadGrammar } from './powershell-grammar.js';
import { readScript, type ScriptRead } from './powershell-read.js';
import { callsOf, subjectsOf } from './powershell-subjects.js';
import type { Call } from './powershell-walk.js';
import type { Written } from './powershell-words.js';

/** A script with its calls. */
export interface Script {
  readonly pasted: Pasted;
  readonly cmdlets: Cmdlets;
  readonly read: ScriptRead;
  /** In the order of the script. */
  readonly calls: readonly Call[];
  readonly written: Written;
}

/** Answers the calls of a script. */
export async function openScript(knowledge: Knowledge, text: string): Promise<Script> {
  const pasted = cleaned(text);
  const cmdlets = cmdletsOf(knowledge);
  const read = readScript(knowledge, pasted, cmdlets, await loadGrammar());
  const written = { knowledge, source: pasted.text, place: placesIn(text, pasted) };
  return { pasted, cmdlets, read, calls: callsOf(read, cmdlets), written };
}

/** Answers what the calls of a script state. Throws Unusable where it makes none that deploys or sets anything. */
export async function readPowershell(knowledge: Knowledge, text: string): Promise<Reading> {
  const { pasted, cmdlets, read, calls, written } = await openScript(knowledge, text);
  const { subjects, unread } = subjectsOf(calls, read, written);
  const found = calls.length + read.lost.length > 0;
  const says = subjects.some(({ stated, faults }) => stated.length + faults.length > 0) || unread.length > 0;
  if (!found || (!says && calls.every(({ signature }) => signature.role === 'sets')))
    throw new Unusable([whyNothing(pasted, written, cmdlets, calls.length > 0)]);
  const lineOf = (index: number) => written.place(index).line;
  const long = pasted.tooLong.map((index) => ({ line: lineOf(index), text: 'a line too long to be code' }));
  const slow = read.skipped.map(({ from, to }) => ({
    line: lineOf(from),
    text: `up to line ${lineOf(to - 1)} it takes too long to be read as code; its calls alone are read`,
  }));
  return { input: 'powershell', subjects, unread: [...unread, ...long, ...slow].sort((a, b) => a.line - b.line) };
}

function placesIn(text: string, { offset }: Pasted): Written['place'] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (index) => {
    const at = offset(index);
    const line = lastAtMost(starts, at);
    return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
  };
}

function whyNothing({ text, tooLong }: Pasted, { place }: Written, { pattern }: Cmdlets, called: boolean): string {
  const at = text.search(pattern);
  const write = 'Post a script that calls New-CMTaskSequenceDeployment.';
  const [long] = tooLong;
  if (long !== undefined) return `line ${place(long).line}: the line is too long to be code. ${write}`;
  if (called) return `its calls set nothing that bears on the deployment of a task sequence. ${write}`;
  if (at >= 0)
    return `line ${place(at).line}: the cmdlet is only named there, in a remark, a text or for another command, so nothing would run it. ${write}`;
  return `it calls no cmdlet that deploys a task sequence, or sets something for it. ${write}`;
}
