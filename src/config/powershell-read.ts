import type { Knowledge } from '../knowledge/knowledge.js';
import type { Pasted } from './powershell-clean.js';
import type { Cmdlets } from './powershell-cmdlets.js';
import type { Parse } from './powershell-grammar.js';
import { endOfCall, lostCalls } from './powershell-lost.js';
import { mended, withLists } from './powershell-mend.js';
import { piecesOf } from './powershell-pieces.js';
import { newWalk, readFunctions } from './powershell-script.js';
import type { Walk } from './powershell-walk.js';

/** What was found in a script. */
export interface ScriptRead {
  readonly walk: Walk;
  /** Where calls stand that couldn't be read. */
  readonly lost: readonly number[];
  /** Where a line goes on with a call that PowerShell has ended before it. */
  readonly joined: readonly number[];
}

/** A script that takes longer than this, in milliseconds, isn't one: its calls are read one by one. */
const patience = (length: number) => 800 + length / 400;
/** So many characters are read again, call by call. */
const again = 200_000;

/** Answers what was found in a script, read as it stands, or mended where that finds more. */
export function readScript(knowledge: Knowledge, pasted: Pasted, cmdlets: Cmdlets, parse: Parse): ScriptRead {
  const until = performance.now() + patience(pasted.code.length);
  const code = withLists(pasted.code);
  let best = attempt(knowledge, pasted.text, code, [], cmdlets, parse, until);
  const better = mended(code, cmdlets.pattern);
  if (better.code !== code && (faultsIn(best, cmdlets) > 0 || better.joined.length > 0)) {
    const second = attempt(knowledge, pasted.text, better.code, better.joined, cmdlets, parse, until);
    if (faultsIn(second, cmdlets) - (second.joined.length > 0 ? 1 : 0) < faultsIn(best, cmdlets)) best = second;
  }
  return oneByOne(best, cmdlets, parse, until + 500);
}

/** How much of a script wasn't read: a call that was missed weighs more than one that breaks off. */
const faultsIn = ({ lost, walk }: ScriptRead, { pattern }: Cmdlets): number =>
  10 * lost.length +
  [...walk.calls.values()].flat().filter(({ brokenAt }) => brokenAt !== null).length +
  (walk.calls.size === 0 && pattern.test(walk.scope.code) ? 1 : 0);

function attempt(
  knowledge: Knowledge,
  source: string,
  code: string,
  joined: readonly number[],
  cmdlets: Cmdlets,
  parse: Parse,
  until: number,
): ScriptRead {
  const walk = newWalk(source, code, knowledge.signatures, cmdlets.find);
  for (const { from, to } of piecesOf(code)) {
    const tree = parse(code.slice(from, to), from, until);
    if (tree) walk.into(tree);
  }
  readFunctions(walk);
  const calls = [...walk.calls.values()].flat();
  const within = joined.filter((index) => calls.some(({ start, end }) => start < index && index < end));
  return { walk, joined: within, lost: lostCalls(walk, code, cmdlets.pattern) };
}

/** Reads the calls that were missed, each on its own. */
function oneByOne({ walk, joined, lost }: ScriptRead, cmdlets: Cmdlets, parse: Parse, until: number): ScriptRead {
  let left = again;
  for (const start of lost) {
    const end = endOfCall(walk.scope.code, start);
    left -= end - start;
    if (left < 0) break;
    const tree = parse(walk.scope.code.slice(start, end), start, until);
    if (tree) walk.into(tree);
  }
  return { walk, joined, lost: lost.length === 0 ? lost : lostCalls(walk, walk.scope.code, cmdlets.pattern) };
}
