import type { Knowledge } from '../knowledge/knowledge.js';
import { lastAtMost, type Pasted } from './powershell-clean.js';
import type { Cmdlets } from './powershell-cmdlets.js';
import { type Parse, type Patience, type Says, spent } from './powershell-grammar.js';
import { endOfCall, lostCalls } from './powershell-lost.js';
import { mended, withLists } from './powershell-mend.js';
import { type Piece, piecesOf } from './powershell-pieces.js';
import { newWalk, readFunctions } from './powershell-script.js';
import type { Walk } from './powershell-walk.js';

/** What was found in a script. */
export interface ScriptRead {
  readonly walk: Walk;
  /** Where calls stand that couldn't be read. */
  readonly lost: readonly number[];
  /** Where a line goes on with a call that PowerShell has ended before it. */
  readonly joined: readonly number[];
  /** What takes too long to be code. */
  readonly skipped: readonly Piece[];
}

/** Answers the patience for a script of this length: one that takes more is read call by call. */
export const patienceFor = (length: number): Patience => ({
  steps: 22_000,
  torn: 350,
  until: spent() + 800 + length / 400,
});
/** So long, in milliseconds, one piece may take. */
const slow = 150;
/** So many characters are read again, call by call. */
const again = 200_000;
const lastPatience = (): Patience => ({ steps: 5_000, torn: 150, until: spent() + 300 });

/** Answers what was found in a script, read as it stands, or mended where that finds more. */
export function readScript(knowledge: Knowledge, pasted: Pasted, cmdlets: Cmdlets, parse: Parse): ScriptRead {
  const patience = patienceFor(pasted.code.length);
  const attempt = (code: string, joined: readonly number[]) =>
    readWhole(newWalk(pasted.text, code, knowledge.signatures, cmdlets.find), joined, cmdlets, parse, patience);
  const code = withLists(pasted.code);
  let best = attempt(code, []);
  const better = mended(code, cmdlets.pattern);
  if (better.code !== code && (faultsIn(best, cmdlets) > 0 || better.joined.length > 0)) {
    const second = attempt(better.code, better.joined);
    if (faultsIn(second, cmdlets) - (second.joined.length > 0 ? 1 : 0) < faultsIn(best, cmdlets)) best = second;
  }
  return oneByOne(best, cmdlets, parse);
}

/** How much of a script wasn't read: a call that was missed weighs more than one that breaks off. */
const faultsIn = ({ lost, walk, skipped }: ScriptRead, { pattern }: Cmdlets): number =>
  10 * (lost.length + skipped.length) +
  [...walk.calls.values()].flat().filter(({ brokenAt }) => brokenAt !== null).length +
  (walk.calls.size === 0 && pattern.test(walk.scope.code) ? 1 : 0);

function readWhole(
  walk: Walk,
  joined: readonly number[],
  cmdlets: Cmdlets,
  parse: Parse,
  patience: Patience,
): ScriptRead {
  const { code } = walk.scope;
  const says = saysIn(code, cmdlets);
  const skipped: Piece[] = [];
  for (const piece of piecesOf(code)) {
    const left = { ...patience, until: Math.min(patience.until, spent() + slow) };
    const tree = parse(code.slice(piece.from, piece.to), piece.from, left, says);
    patience.steps = left.steps;
    patience.torn = left.torn;
    if (tree) walk.into(tree);
    else skipped.push(piece);
  }
  readFunctions(walk);
  const calls = [...walk.calls.values()].flat();
  const within = joined.filter((index) => calls.some(({ start, end }) => start < index && index < end));
  return { walk, joined: within, skipped, lost: lostCalls(walk, code, cmdlets.pattern) };
}

function saysIn(code: string, { signs }: Cmdlets): Says {
  const found = Array.from(code.matchAll(signs), ({ index }) => index);
  return (start, end) => (found[lastAtMost(found, end - 1)] ?? -1) >= start;
}

/** Reads the calls that were missed, each on its own. */
function oneByOne({ lost, walk, ...read }: ScriptRead, cmdlets: Cmdlets, parse: Parse): ScriptRead {
  if (lost.length === 0) return { lost, walk, ...read };
  const { code } = walk.scope;
  const patience = lastPatience();
  let left = again;
  for (const start of lost) {
    const end = endOfCall(code, start);
    left -= end - start;
    const tree = left < 0 ? null : parse(code.slice(start, end), start, patience, () => true);
    if (!tree) break;
    walk.into(tree);
  }
  return { walk, ...read, lost: lostCalls(walk, code, cmdlets.pattern) };
}
