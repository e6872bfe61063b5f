import type { Bound } from '../config/powershell-bind.js';
import type { Subject } from '../guide/reading.js';
import { type Mend, settle } from '../guide/settle.js';
import type { Word } from '../knowledge/vocabulary.js';
import type { Edit } from './edits.js';
import type { Setting } from './guesses.js';
import { codeFor } from './powershell-code.js';
import { misledGroups } from './powershell-deadline.js';
import { all, type Desk, type Group } from './powershell-group.js';
import { added, type Passing, parameterFor, takenOut, withCode } from './powershell-passed.js';
import { mendRemark } from './remarks.js';

/** Answers the mends of what a call that deploys says: by the facts, where the script lets its words be written. */
export function wordGroups(setting: Setting, desk: Desk, passing: Passing, subject: Subject): Group[] {
  const own = new Map(subject.stated.map(({ word, value }) => [word, value]));
  const settled = settle(
    setting.knowledge,
    own,
    setting.set,
    setting.today,
    (word, value) => writing(desk, passing, word, value) !== null,
  );
  const misled = misledGroups(setting.knowledge, desk, passing, subject, settled);
  // What is written in the place of another parameter is judged before anything else is.
  if (misled.length > 0) return misled;
  return settled.mends.flatMap((mend) => group(desk, passing, mend, last(settled.answers.get(mend.word.id))));
}

const last = (value: string | readonly string[] | undefined): string | null =>
  value === undefined ? null : String(value);

function group(desk: Desk, passing: Passing, mend: Mend, value: string | null): Group[] {
  const edits = writing(desk, passing, mend.word, value);
  const change = { what: mend.word.id, from: mend.from, to: mend.to, fact: mend.fact.id };
  return edits === null ? [] : [{ passing, edits, remark: mendRemark(mend), change }];
}

/** The edits that give a word a value (null: none) in a call, or in another one that sets it; null where that isn't safe. */
function writing({ source, passings }: Desk, passing: Passing, word: Word, value: string | null): Edit[] | null {
  const ofWord = ({ bound }: Passing) => bound.filter(({ parameter }) => parameter.word === word.id);
  const setters = passings.filter(({ call }) => call.signature.role === 'sets');
  const own = ofWord(passing);
  const placed = own.length > 0 ? own : setters.flatMap(ofWord);
  const none = word.type === 'schedule' && word.values.find(({ id }) => id === value)?.powershell === null;
  if (value === null || none) return placed.length === 0 ? null : all(placed.map((one) => takenOut(source, one)));
  if (placed.length > 0) return all(replaced(placed, word, value));
  const { call, whole } = passing;
  const parameter = parameterFor(call.signature, word);
  const code = parameter && codeFor(parameter, word, value);
  if (!whole || !parameter || !code || source.charAt(call.start) === '@') return null;
  return [added(passing, source, parameter.name, code)];
}

function replaced(placed: readonly Bound[], word: Word, value: string): (Edit | null)[] {
  return placed.map((one) => {
    const code = placed.length === 1 || word.type !== 'schedule' ? codeFor(one.parameter, word, value) : null;
    return code === null ? null : withCode(one, code);
  });
}
