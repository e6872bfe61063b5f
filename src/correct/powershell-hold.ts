import { judgeAnswers } from '../guide/judged.js';
import type { Subject } from '../guide/reading.js';
import { judgeAll } from '../logic/judge.js';
import type { Edit } from './edits.js';
import type { Setting } from './guesses.js';
import type { Desk } from './powershell-group.js';
import { nameEnd, type Passing } from './powershell-passed.js';
import { remark } from './remarks.js';

/** The parameter with which a call only tells what it would do. */
const parameter = 'WhatIf';

/** What holds a call back, with what is to be said above it. */
export interface Hold {
  readonly at: number;
  readonly edit: Edit;
  readonly remarks: readonly string[];
}

/** Answers the edit that holds back a call that may be of high risk, as a plan's script does; null where nothing is to be done. */
export function holdOf(setting: Setting, { source }: Desk, { call, bound }: Passing, { stated }: Subject): Hold | null {
  const { knowledge, set, today } = setting;
  const safe = knowledge.cmdlets.list.find((cmdlet) => cmdlet.safe !== null)?.safe;
  if (!safe || source.charAt(call.start) === '@') return null;
  const given = new Map([...stated.map(({ word, value }) => [word, value] as const), ...set]);
  const judged = judgeAnswers(knowledge, given, today);
  if (judgeAll(safe, judged.state) === 'yes') return null;
  const passed = bound.find((one) => one.parameter.name === parameter);
  const lifted = passed?.value?.kind === 'boolean' && !passed.value.is;
  if (passed && (!lifted || passed.from === null)) return null;
  const end = nameEnd(call, source);
  const edit =
    passed && passed.from !== null
      ? { from: passed.from, to: passed.end, text: '$true' }
      : { from: end, to: end, text: ` -${parameter}` };
  return { at: call.start, edit, remarks: [weigh, ...risks(setting, judged.holding)] };
}

/** Answers what holds back calls that couldn't be read. */
export function holdsOfLost({ knowledge }: Setting, { script, source }: Desk): Hold[] {
  return script.read.lost.flatMap((at): Hold[] => {
    const [token = '', name = ''] = /^([A-Za-z]+-\w+)[^\s;|&(){}]*/.exec(source.slice(at, at + 100)) ?? [];
    const end = at + token.length;
    const role = knowledge.signatures.get(name.toLowerCase())?.role;
    if ((role !== 'creates' && role !== 'changes') || /^ -WhatIf\b/i.test(source.slice(end, end + 20))) return [];
    return [{ at, edit: { from: end, to: end, text: ` -${parameter}` }, remarks: [weigh] }];
  });
}

const weigh = remark(`-${parameter}: the call only tells what it would do. Weigh these risks before you remove it.`);

function risks({ knowledge }: Setting, holding: ReturnType<typeof judgeAnswers>['holding']): string[] {
  const certain = holding.filter(({ level }) => level === 'high-risk');
  if (certain.length > 0) return certain.map(({ heading, id }) => remark(`  - ${heading}. (${id})`));
  const tests = knowledge.cmdlets.list.flatMap(({ safe }) => safe ?? []);
  return knowledge.words
    .filter(({ index }) => tests.some(({ word }) => word === index))
    .map(({ label, description }) => remark(`  - ${label} isn't ruled out. ${description}`));
}
