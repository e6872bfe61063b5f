import type { Blocker, ChecklistItem, Level, Plan, Procedure, Setting, Source, Warning } from '../guide/plan-shape.js';

/** A plan put in reading order: what every format shows, in the order it shows it. */
interface Outline {
  readonly verdict: string;
  readonly blockers: readonly Blocker[];
  readonly warnings: readonly Warning[];
  readonly pages: readonly SettingsPage[];
  /** What a choice elsewhere would make of a setting. */
  readonly conditions: (setting: Setting) => readonly ChecklistItem[];
  readonly checklist: readonly ChecklistItem[];
  readonly procedures: readonly Procedure[];
  readonly sources: readonly Source[];
}

/** The settings of one page of the console. */
interface SettingsPage {
  readonly title: string;
  readonly settings: readonly Setting[];
}

/** Answers a plan in reading order. A broken limit stands among the blockers alone, advice gone against among the warnings. */
export function outline(plan: Plan): Outline {
  const shown = new Set(plan.settings.map(({ word }) => word));
  const conditional = plan.checklist.filter(
    ({ kind, words }) => kind === 'setting' && words.some((word) => shown.has(word)),
  );
  return {
    verdict: verdict(plan),
    blockers: plan.blockers,
    warnings: plan.warnings,
    pages: pages(plan.settings),
    conditions: (setting) => conditional.filter(({ words }) => words.find((word) => shown.has(word)) === setting.word),
    checklist: untold(plan).filter((item) => !conditional.includes(item)),
    procedures: plan.procedures,
    sources: sources(plan),
  };
}

/** Answers the items of the checklist that stand neither among the blockers nor among the warnings. */
function untold({ blockers, warnings, checklist }: Plan): ChecklistItem[] {
  const told = new Set([...blockers, ...warnings].map(({ fact }) => fact));
  return checklist.filter(({ fact }) => !told.has(fact));
}

/** Answers the mark before an item: a limit that may not hold has to be settled, anything else merely hangs on something. */
export const itemMark = ({ kind, holds }: ChecklistItem): 'Make sure:' | 'If:' | null =>
  holds === 'yes' ? null : kind === 'limit' ? 'Make sure:' : 'If:';

/** The levels of a warning, in words. */
export const levelNames: Readonly<Record<Level, string>> = {
  'high-risk': 'High risk',
  caution: 'Caution',
  note: 'Note',
};

/** Answers the verdict in one line. */
export function verdict(plan: Plan): string {
  const unsettled = untold(plan).filter((item) => itemMark(item) === 'Make sure:').length;
  switch (plan.verdict) {
    case 'blocked':
      return `Blocked: ${count(plan.blockers.length, 'reason')}. Don't deploy it like this.`;
    case 'open':
      return `Open: ${count(plan.open.length, 'question')} left at most.`;
    case 'ready':
      return unsettled === 0
        ? 'Ready.'
        : `Ready if the ${count(unsettled, 'point')} marked "Make sure" ${unsettled === 1 ? 'is' : 'are'} settled.`;
  }
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

function pages(settings: readonly Setting[]): SettingsPage[] {
  const byTitle = new Map<string, Setting[]>();
  for (const setting of settings) {
    const title = [setting.where, setting.page].filter((part) => part !== '').join(' › ');
    const page = byTitle.get(title);
    if (page) page.push(setting);
    else byTitle.set(title, [setting]);
  }
  return [...byTitle].map(([title, list]) => ({ title, settings: list }));
}

/** Answers the labels of all that a setting may be, the free choice first. */
export const choiceLabels = ({ free, valueLabels }: Setting): string[] => [
  ...(free ? [free.label] : []),
  ...valueLabels,
];

/** A choice with longer labels than this is shown one value a line. */
const shortChoice = 50;

/** Answers the values of a setting as words in one line, and the values of a longer choice one by one. */
export function settingValues(setting: Setting): {
  readonly line: string;
  readonly choices: readonly string[];
} {
  const valueLabels = choiceLabels(setting);
  const line = valueLabels.join(' or ');
  if (valueLabels.length === 0) return { line: 'your choice', choices: [] };
  return valueLabels.length === 1 || line.length <= shortChoice
    ? { line, choices: [] }
    : { line: 'choose one', choices: valueLabels };
}

function sources(plan: Plan): Source[] {
  const all = [...plan.blockers, ...plan.warnings, ...plan.settings, ...plan.checklist, ...plan.procedures].flatMap(
    (part) => part.sources,
  );
  const byKey = new Map(all.map((source) => [sourceKey(source), source]));
  return [...byKey.values()];
}

/** Answers what tells a source from others. */
export const sourceKey = (source: Source): string => `${source.document} › ${source.heading}`;
