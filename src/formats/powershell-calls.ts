import type { Plan, Setting } from '../guide/plan-shape.js';
import { type Cmdlet, targetOf } from '../knowledge/cmdlet-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { type Entry, entriesOf, identify } from './powershell-entries.js';
import { truthIn } from './powershell-truth.js';
import { type Coded, type Made, made } from './powershell-values.js';
import { wantedOf } from './powershell-wanted.js';

/** A setting with what the script makes of it. */
export interface Choice {
  readonly setting: Setting;
  readonly parameter: string;
  readonly codes: readonly Coded[];
}

/** One call of the script, with the settings beside it that no parameter sets. */
export interface Call {
  readonly cmdlet: Cmdlet;
  readonly entries: readonly Entry[];
  /** Settings that may be left out. */
  readonly offers: readonly Choice[];
  readonly byHand: readonly Setting[];
  /** Whether it has something to set. */
  readonly needed: boolean;
  readonly heldBack: boolean;
}

/** What a script does: its calls in order, what its user has to choose, and what no call stands beside. */
export interface Work {
  readonly calls: readonly Call[];
  readonly asks: readonly Choice[];
  readonly byHand: readonly Setting[];
}

/** Answers the work that carries out a plan. */
export function workOf(plan: Plan, knowledge: Knowledge): Work {
  const { cmdlets, wordById } = knowledge;
  const truth = truthIn(plan, knowledge);
  const lines = wantedOf(plan, knowledge).flatMap((setting) => {
    const word = wordById.get(setting.word);
    return word ? [{ setting, word, ...made(setting, word, setting.word in plan.answers, cmdlets) }] : [];
  });
  const takes = (cmdlet: Cmdlet | undefined, { target }: Coded) =>
    cmdlet !== undefined &&
    cmdlet.name === target.cmdlet &&
    truth(cmdlet.when) !== 'no' &&
    cmdlet.only.every(({ parameters, tests }) => !parameters.includes(target.parameter) || truth(tests) === 'yes');
  const cmdletOf = ({ codes: [first] }: Made) => cmdlets.list.find((cmdlet) => first && takes(cmdlet, first)) ?? null;
  const identifying = new Set(
    [...cmdlets.variables.values()].flatMap(({ word, value }) => (value === null ? [word] : [])),
  );
  const own = lines.filter(({ setting }) => !identifying.has(setting.word));
  const homes = homesOf(knowledge);
  const calls = cmdlets.list.map((cmdlet): Call => {
    const mine = own.filter((line) => cmdletOf(line) === cmdlet);
    const set = mine.filter(({ kind }) => kind === 'set' || kind === 'ask');
    return {
      cmdlet,
      entries: [
        ...cmdlet.always.map((always) => identify(always, plan, knowledge)),
        ...set.flatMap((line) => entriesOf(line, line.word)),
      ],
      offers: mine.flatMap((line) => (line.kind === 'offer' ? choicesOf(line) : [])),
      byHand: own.flatMap((line) =>
        cmdletOf(line) === null && homes.get(line.setting.where) === cmdlet.name ? [line.setting] : [],
      ),
      needed: set.length > 0 || cmdlet.safe !== null,
      heldBack: cmdlet.safe !== null && truth(cmdlet.safe) !== 'yes',
    };
  });
  return {
    calls,
    asks: own.flatMap((line) => (line.kind === 'ask' && cmdletOf(line) !== null ? choicesOf(line) : [])),
    byHand: own.flatMap((line) => (cmdletOf(line) === null && !homes.has(line.setting.where) ? [line.setting] : [])),
  };
}

/** The cmdlet that sets most else in a place of the console. */
function homesOf({ words }: Knowledge): Map<string, string> {
  const homes = new Map<string, string>();
  for (const word of words) {
    const target = word.listed ? targetOf(word.powershell) : null;
    if (target && !homes.has(word.where)) homes.set(word.where, target.cmdlet);
  }
  return homes;
}

const choicesOf = ({ setting, codes }: { readonly setting: Setting; readonly codes: readonly Coded[] }): Choice[] =>
  codes[0] ? [{ setting, codes, parameter: codes[0].target.parameter }] : [];
