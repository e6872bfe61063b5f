import { openScript } from '../config/powershell.js';
import { loadGrammar, type Parse } from '../config/powershell-grammar.js';
import type { Posted } from '../config/recognise.js';
import type { Reading } from '../guide/reading.js';
import type { Report } from '../guide/report-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Change, Corrected } from './corrected.js';
import { type Edit, edited } from './edits.js';
import type { Setting } from './guesses.js';
import { judgedText, readAgain, withoutLeft } from './judged-text.js';
import { flawsIn, scriptOf } from './powershell-base.js';
import type { Desk, Group } from './powershell-group.js';
import { type Hold, holdOf, holdsOfLost } from './powershell-hold.js';
import { scriptInMessage } from './powershell-message.js';
import { passingsIn } from './powershell-passed.js';
import { commentPlaces, comments } from './powershell-place.js';
import { spellingGroups } from './powershell-spelling.js';
import { successorGroups } from './powershell-successor.js';
import { wordGroups } from './powershell-words.js';
import { leftRemark } from './remarks.js';

/** A script is gone over so often. */
const mostRounds = 12;
/** So many mends are tried alone where all together make it worse. */
const mostAlone = 50;

/** Answers a posted script corrected where it stands: everything else stays as it was written. */
export async function correctedPowershell(given: Setting, posted: Posted, before: Report): Promise<Corrected> {
  const parse = await loadGrammar();
  const text = withoutLeft(given, posted.text ?? '');
  const start = scriptOf(parse, scriptInMessage(text));
  const setting = await withContext(given, posted.reading, start);
  let script = start.endsWith('\n') ? start : `${start}\n`;
  const changes: Change[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const next = await oneRound(setting, parse, script, before.name);
    if (!next) break;
    script = next.text;
    changes.push(...next.changes);
  }
  script = await held(setting, parse, script);
  const { report } = await judgedText(setting, before.name, script);
  script = withLeft(setting, parse, script, report);
  const { report: last } = await judgedText(setting, before.name, script);
  const left = last.findings.filter(({ level }) => level !== 'note');
  return { text: script, language: 'powershell', extension: '.ps1', changes, left, report: last };
}

/** What stands around the script counts as given beside it: as a comment it says nothing any more. */
async function withContext(setting: Setting, { subjects }: Reading, script: string): Promise<Setting> {
  const own = new Set(
    (await readAgain(setting, script)).subjects.flatMap(({ stated }) => stated.map(({ word }) => word)),
  );
  const [first] = subjects;
  const around = (first?.stated ?? []).filter(
    ({ word, value }) =>
      !own.has(word) &&
      subjects.every(({ stated }) => stated.some((one) => one.word === word && String(one.value) === String(value))),
  );
  return { ...setting, set: new Map([...around.map(({ word, value }) => [word, value] as const), ...setting.set]) };
}

async function deskOf(knowledge: Knowledge, text: string): Promise<Desk> {
  const script = await openScript(knowledge, text);
  return { script, source: script.pasted.text, passings: passingsIn(script) };
}

/** The next mends that can be made, spelling first; null where none can. */
async function oneRound(setting: Setting, parse: Parse, text: string, name: string) {
  const desk = await deskOf(setting.knowledge, text);
  const { reading, report } = await judgedText(setting, name, text);
  const deploying = desk.passings.filter(({ call }) => call.signature.role !== 'sets');
  const spelling = desk.passings.flatMap((passing) => spellingGroups(setting.knowledge, desk, passing));
  const subjectOf = (at: number) => reading.subjects[at] ?? { stated: [], faults: [] };
  const successors = deploying.flatMap((passing, at) =>
    successorGroups(setting.knowledge, desk, passing, subjectOf(at)),
  );
  const words = () => deploying.flatMap((passing, at) => wordGroups(setting, desk, passing, subjectOf(at)));
  const flaws = flawsIn(parse, text);
  const attempt = async (groups: readonly Group[]) => {
    const next = edited(text, editsOf(desk, parse, groups));
    const { report: then } = await judgedText(setting, name, next);
    const sound = next !== text && flawsIn(parse, next) <= flaws && then.summary.errors <= report.summary.errors;
    return sound && then.input === 'powershell' ? { text: next, changes: groups.map(({ change }) => change) } : null;
  };
  for (const groups of [spelling, successors, words()]) {
    if (groups.length === 0) continue;
    const together = await attempt(groups);
    if (together) return together;
    for (const group of groups.length > 1 ? groups.slice(0, mostAlone) : []) {
      const alone = await attempt([group]);
      if (alone) return alone;
    }
  }
  return null;
}

/** The edits of groups, with their remarks above their calls, in the places of the text as it was given. */
function editsOf({ script, source }: Desk, parse: Parse, groups: readonly Group[]): Edit[] {
  const place = commentPlaces(parse, source);
  const told = groups.flatMap(({ passing, remark, edits }) => [
    ...edits,
    ...comments(source, place(passing.call.start), [remark]),
  ]);
  return told.map((edit) => inText(script.pasted.offset, edit));
}

const inText = (offset: (index: number) => number, { from, to, text }: Edit): Edit => ({
  from: offset(from),
  to: offset(to),
  text,
});

/** A call that may be of high risk only tells what it would do. */
async function held(setting: Setting, parse: Parse, text: string): Promise<string> {
  const desk = await deskOf(setting.knowledge, text);
  const { subjects } = await readAgain(setting, text);
  const deploying = desk.passings.filter(({ call }) => call.signature.role !== 'sets');
  const holds = deploying.flatMap((passing, at): Hold[] => {
    const hold = holdOf(setting, desk, passing, subjects[at] ?? { stated: [], faults: [] });
    return hold ? [hold] : [];
  });
  const place = commentPlaces(parse, desk.source);
  const edits = [...holds, ...holdsOfLost(setting, desk)].flatMap(({ at, edit, remarks }) => [
    ...comments(desk.source, place(at), remarks),
    edit,
  ]);
  return edited(
    text,
    edits.map((edit) => inText(desk.script.pasted.offset, edit)),
  );
}

/** Errors and warnings stand above the statement that they are about. */
function withLeft({ knowledge }: Setting, parse: Parse, text: string, { findings }: Report): string {
  const place = commentPlaces(parse, text);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const edits = findings.flatMap((finding): Edit[] => {
    const line = leftRemark(knowledge, finding);
    const at = finding.line === null ? 0 : place(starts[finding.line - 1] ?? 0);
    return line === null ? [] : comments(text, at, [line]);
  });
  return edited(text, edits);
}
