import { itemMark, levelNames, outline, settingValues } from '../formats/outline.js';
import type { ChecklistItem, Plan, Setting, Warning } from '../guide/plan-shape.js';
import { textSeal } from '../plans/seal.js';
import { type TickedItem, tickedItems } from '../plans/ticks.js';
import * as block from './blocks.js';
import { cite, fromMarkdown, stepRuns } from './facts.js';
import type { Guide } from './guide.js';
import { bold, code, italic, moment, type Run, words } from './mrkdwn.js';
import { names, writeMark } from './names.js';
import type { Part, Row } from './pack.js';
import { nameIn, type PlanNow } from './plan-now.js';
import type { Line } from './split.js';

const part = (heading: string, lines: readonly (Line | Row)[]): Part[] =>
  lines.length > 0 ? [{ heading, groups: [{ lines }] }] : [];

/** Answers why a plan is blocked; each way out has a button where `pressable`. */
export const blockerParts = ({ plan, ...now }: PlanNow, guide: Guide, pressable: boolean): Part[] =>
  part(
    'Why it is blocked',
    plan.blockers.map(({ text, fixes, sources }, at) => ({
      line: [
        words(`${at + 1}. `),
        ...fromMarkdown(text),
        ...cite(sources),
        ...fixes.flatMap((fix) => [words('\n→ '), italic('Way out:'), words(` ${guide.words(fix)}`)]),
      ],
      below:
        pressable && fixes.length > 0
          ? block.actions(
              `${names.wayOut}.${at}`,
              ...fixes
                .slice(0, waysShown)
                .map((fix, which) =>
                  block.button(`${names.wayOut}:${which}`, guide.words(fix), writeMark(now, `${at}.${which}`)),
                ),
            )
          : null,
    })),
  );

const waysShown = 10;

/** Answers the warnings of a plan: the high-risk ones, or all others. */
export const warningParts = ({ plan }: PlanNow, highRisk: boolean): Part[] =>
  part(
    highRisk ? 'High risk' : 'Warnings',
    plan.warnings.filter(({ level }) => (level === 'high-risk') === highRisk).map(warningLine),
  );

/** Answers the questions that are still open. */
export const openParts = ({ plan }: PlanNow): Part[] =>
  part(
    'Still to be answered',
    plan.open.map(({ question, word }) => [words(`• ${question} (`), code(word), words(')')]),
  );

/** Answers the settings by page, in the order of the wizard. */
export function settingParts({ plan }: PlanNow): Part[] {
  const { pages, conditions } = outline(plan);
  if (pages.length === 0) return [];
  const groups = pages.map(({ title, settings }) => ({
    heading: title,
    lines: settings.map((setting) => settingLine(setting, conditions(setting))),
  }));
  return [{ heading: 'Settings', groups }];
}

/** Answers the checklist, each item with a box to tick and who ticked it. */
export const checklistParts = (now: PlanNow): Part[] =>
  part(
    'Checklist',
    tickedItems(now.plan, now.kept.ticks).map((item) => checkRow(item, now)),
  );

/** Answers the procedures, step by step. */
export function procedureParts({ plan }: PlanNow): Part[] {
  if (plan.procedures.length === 0) return [];
  const groups = plan.procedures.map(({ title, text, steps, holds, sources }) => ({
    heading: `${title}${holds === 'maybe' ? ' (if)' : ''}`,
    lines: [[...fromMarkdown(text), ...stepRuns(steps), ...cite(sources)]],
  }));
  return [{ heading: 'Procedures', groups }];
}

/** Answers the line that replays a plan. */
export const replayParts = ({ plan }: PlanNow): Part[] =>
  part('These answers again', [[code(`/tsdeploy plan ${plan.path}`)]]);

/** Answers the answers of a plan, and what isn't known. */
export function answerLines(plan: Plan, guide: Guide): Line[] {
  const given = guide.given(new Map(Object.entries(plan.answers)));
  const unknown = guide.given(new Map(plan.unknown.map((word) => [word, ''])));
  return [
    given.flatMap(({ label, value }, at) => [words(`${at === 0 ? '' : ' · '}${label}: `), bold(value)]),
    unknown.flatMap(({ label }, at) => [words(`${at === 0 ? 'Not known: ' : ', '}${label}`)]),
  ];
}

/** Answers a warning with its source. */
export function warningLine({ level, text, holds, sources }: Warning): Line {
  return [
    bold(`${levelNames[level]}${holds === 'maybe' ? ' (if)' : ''}`),
    words(': '),
    ...fromMarkdown(text),
    ...cite(sources),
  ];
}

/** Answers the action id of an item's box. */
export const tickAction = (now: PlanNow, key: string): string => `${names.tick}:${writeMark(now, textSeal(key))}`;

function checkRow({ item, key, tick }: TickedItem, now: PlanNow): Row {
  const who: Run[] = tick
    ? [words(`\n${tick.done ? 'Done' : 'Not done any more'}: ${nameIn(now.kept, tick.by)}, `), moment(tick.at)]
    : [];
  return {
    line: [
      words(tick?.done ? '☑ ' : '☐ '),
      ...markRuns(item),
      ...(item.force === 'required' ? [] : [words(`(${item.force}) `)]),
      ...fromMarkdown(item.text),
      ...cite(item.sources),
      ...stepRuns(item.steps ?? []),
      ...who,
    ],
    // A box that was cleared comes back without its value: the item stands in the action id.
    beside: block.tick(tickAction(now, key), { label: 'Done', value: 'done' }, tick?.done ?? false),
  };
}

function markRuns(item: ChecklistItem): Run[] {
  const mark = itemMark(item);
  return mark ? [bold(mark), words(' ')] : [];
}

function settingLine(setting: Setting, conditions: readonly ChecklistItem[]): Line {
  const { line, choices } = settingValues(setting);
  const force = setting.force === 'required' || setting.facts.length === 0 ? '' : ` (${setting.force})`;
  const at = setting.moment === undefined ? [] : [words(' ('), moment(setting.moment), words(')')];
  return [
    words(`• ${setting.label}: `),
    bold(line),
    ...at,
    words(force),
    ...cite(setting.sources),
    ...choices.flatMap((choice) => [words('\n      ◦ '), bold(choice)]),
    ...conditions.flatMap(({ text, sources }) => [words('\n      → '), ...fromMarkdown(text), ...cite(sources)]),
  ];
}
