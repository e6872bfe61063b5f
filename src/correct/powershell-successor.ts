import type { Bound } from '../config/powershell-bind.js';
import { quote } from '../formats/powershell-text.js';
import { fill } from '../formats/powershell-values.js';
import type { Subject } from '../guide/reading.js';
import { targetOf } from '../knowledge/cmdlet-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { insteadOf, type Passable, type Signature } from '../knowledge/signature-shape.js';
import type { Edit } from './edits.js';
import { all, type Desk, type Group } from './powershell-group.js';
import { nameEnd, type Passing, renamed, takenOut } from './powershell-passed.js';
import { remark } from './remarks.js';

/** Answers the mend of a call of a deprecated cmdlet: the one in its place, with parameters that it has. */
export function successorGroups(knowledge: Knowledge, { source }: Desk, passing: Passing, subject: Subject): Group[] {
  const { call, bound, whole } = passing;
  const { deprecated, cmdlet } = call.signature;
  const next = deprecated === null ? undefined : knowledge.signatures.get(deprecated.toLowerCase());
  if (!next || !whole || source.charAt(call.start) === '@') return [];
  const end = nameEnd(call, source);
  const taken = new Set<Passable>();
  const edits = bound.flatMap((one): (Edit | null)[] => {
    const same = next.parameters.get(one.parameter.name.toLowerCase());
    if (same) {
      taken.add(same);
      return [];
    }
    return carried(knowledge, source, next, one, subject, taken);
  });
  const sure = all([{ from: end - call.name.length, to: end, text: next.cmdlet }, ...edits]);
  if (sure === null) return [];
  const rule = 'input/deprecated-cmdlet';
  const change = { what: cmdlet, from: cmdlet, to: next.cmdlet, fact: rule };
  return [{ passing, edits: sure, remark: remark(`was ${cmdlet}, which is deprecated (${rule})`), change }];
}

/** A parameter that the new cmdlet doesn't have; the day and the time of a date become one. */
function carried(
  knowledge: Knowledge,
  source: string,
  next: Signature,
  one: Bound,
  { stated }: Subject,
  taken: Set<Passable>,
): (Edit | null)[] {
  const missing = next.missing.find(({ name }) => name.toLowerCase() === one.parameter.name.toLowerCase());
  const target = next.parameters.get(insteadOf(missing?.instead ?? '')?.toLowerCase() ?? '');
  if (!target) return [null];
  if (one.parameter.type !== 'Day' && one.parameter.type !== 'Time') return [renamed(one, source, target.name)];
  const word = knowledge.wordById.get(one.parameter.word ?? '');
  const value = stated.find((given) => given.word === word?.id)?.value;
  const template = targetOf(word?.powershell ?? null)?.template;
  if (typeof value !== 'string' || template === undefined || one.from === null) return [null];
  if (taken.has(target)) return [takenOut(source, one)];
  taken.add(target);
  return [renamed(one, source, target.name), { from: one.from, to: one.end, text: fill(template, quote(value)) }];
}
