import type { ChecklistItem, Fix, Plan, Setting, Source } from '../guide/plan-shape.js';
import { givenLabel } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Page } from './index.js';
import { itemMark, levelNames, outline, settingValues } from './outline.js';

/** How a format writes the parts of a plan. Texts of facts are Markdown; labels and values are plain. */
export interface Style {
  readonly title: (plain: string, verdict: Plan['verdict']) => string;
  readonly heading: (plain: string) => string;
  readonly page: (plain: string) => string;
  readonly markdown: (text: string) => string;
  readonly plain: (text: string) => string;
  readonly strong: (plain: string) => string;
  readonly loud: (plain: string) => string;
  readonly item: (text: string, depth: number) => string;
  readonly choice: (text: string) => string;
  readonly box: (text: string, item: ChecklistItem) => string;
  readonly paragraph: (text: string) => string;
  readonly step: (text: string, number: string, depth: number) => string;
  readonly cite: (sources: readonly Source[]) => string;
  readonly moment: (iso: string) => string;
  readonly line: (path: string) => string;
}

/** Answers a plan as the lines of a sheet: stamp, verdict, reasons, warnings, questions, settings, checklist, procedures, answers. */
export function sheet(plan: Plan, { knowledge, stamp }: Page, style: Style): string[] {
  const view = outline(plan);
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', style.heading(title), '', ...lines] : [];
  const maybe = (holds: 'yes' | 'maybe') => (holds === 'maybe' ? ' (if)' : '');
  return [
    ...(stamp ? [style.title(stamp, plan.verdict), ''] : []),
    style.title(view.verdict, plan.verdict),
    ...section(
      'Why it is blocked',
      view.blockers.flatMap(({ text, fixes, sources }) => [
        style.item(`${style.markdown(text)} ${style.cite(sources)}`, 0),
        ...fixes.map((fix) => style.item(`Way out: ${style.strong(fixWords(fix, knowledge))}`, 1)),
      ]),
    ),
    ...section(
      'Warnings',
      view.warnings.map(({ level, text, holds, sources }) => {
        const loud = level === 'high-risk';
        const name = `${loud ? levelNames[level].toUpperCase() : levelNames[level]}${maybe(holds)}`;
        return style.item(
          `${loud ? style.loud(name) : style.strong(name)}: ${style.markdown(text)} ${style.cite(sources)}`,
          0,
        );
      }),
    ),
    ...section(
      'Still to be answered',
      plan.open.map(({ question, word }) => style.item(`${style.plain(question)} (${word})`, 0)),
    ),
    ...section(
      'Settings',
      view.pages.flatMap(({ title, settings }, at) => [
        ...(at === 0 ? [] : ['']),
        style.page(title),
        ...settings.flatMap((setting) => [
          style.item(settingLine(setting, style), 0),
          ...settingValues(setting).choices.map((choice) => style.choice(style.plain(choice))),
          ...view
            .conditions(setting)
            .map(({ text, sources }) => style.item(`${style.markdown(text)} ${style.cite(sources)}`, 1)),
        ]),
      ]),
    ),
    ...section(
      'Checklist',
      view.checklist.map((item) => {
        const mark = itemMark(item);
        const force = item.force === 'required' ? '' : `(${item.force}) `;
        return style.box(
          `${mark ? `${style.strong(mark)} ` : ''}${force}${style.markdown(item.text)} ${style.cite(item.sources)}`,
          item,
        );
      }),
    ),
    ...section(
      'Procedures',
      view.procedures.flatMap(({ title, text, steps, holds, sources }, at) => [
        ...(at === 0 ? [] : ['']),
        style.page(`${title}${maybe(holds)}`),
        ...(text === '' ? [] : [style.paragraph(style.markdown(text))]),
        ...numbered(steps).map(({ words, number, depth }) => style.step(style.markdown(words), number, depth)),
        style.paragraph(style.cite(sources)),
      ]),
    ),
    ...section('These answers again', [style.line(plan.path)]),
  ];
}

/** Answers a way out in words: "Site version: 2010 and Purpose: Available". */
export function fixWords(fix: Fix, knowledge: Knowledge): string {
  return Object.entries(fix)
    .map(([id, value]) => {
      const word = knowledge.wordById.get(id);
      return word ? givenLabel(word, value) : `${id}: ${value}`;
    })
    .join(' and ');
}

function settingLine(setting: Setting, style: Style): string {
  const value = `${style.strong(setting.label)}: ${style.plain(settingValues(setting).line)}`;
  const moment = setting.moment === undefined ? '' : ` (${style.moment(setting.moment)})`;
  const force = setting.force === 'required' || setting.facts.length === 0 ? '' : ` (${setting.force})`;
  return `${value}${moment}${force} ${style.cite(setting.sources)}`.trimEnd();
}

/** A step with its number: 1, 2, … and a, b, … for the steps nested under it. */
interface Numbered {
  readonly words: string;
  readonly number: string;
  readonly depth: number;
}

/** Answers the steps of a procedure with their numbers. */
export function numbered(steps: readonly string[]): Numbered[] {
  const counts: number[] = [];
  return steps.map((step) => {
    const depth = Math.floor((step.length - step.trimStart().length) / 3);
    counts.length = depth + 1;
    const count = (counts[depth] ?? 0) + 1;
    counts[depth] = count;
    return { words: step.trimStart(), number: depth % 2 === 0 ? `${count}` : String.fromCharCode(96 + count), depth };
  });
}
