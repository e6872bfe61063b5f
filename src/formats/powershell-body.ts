import type { Plan, Setting } from '../guide/plan-shape.js';
import type { Cmdlet } from '../knowledge/cmdlet-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Choice, Work } from './powershell-calls.js';
import type { Entry } from './powershell-entries.js';
import type { Numbering } from './powershell-sheet.js';
import { comment, plain, remark } from './powershell-text.js';

const indent = '    ';

/** Answers the calls of a script, each under its number, with what is left to do by hand beside it. */
export function body(work: Work, plan: Plan, knowledge: Knowledge, cite: Numbering['cite']): string[] {
  let number = 0;
  const hand = (heading: string, settings: readonly Setting[]) => handLines(heading, settings, knowledge, cite);
  return work.calls.flatMap(({ cmdlet, entries, needed, heldBack, offers, byHand }) => {
    const before = cmdlet.safe === null ? [] : hand('By hand, in the console or where it says:', work.byHand);
    if (!needed) {
      const offered = offers.flatMap((offer) => callOffered(cmdlet, offer, cite));
      return [...offered, ...hand('By hand, in the console:', byHand)];
    }
    number++;
    return [
      ...before,
      '',
      ...comment(`${number}. ${cmdlet.title}`),
      ...comment(plain(cmdlet.text)),
      '$settings = @{',
      ...trimmed([
        ...entries.flatMap((entry) => entryLines(entry, cite)),
        ...offers.flatMap((offer) => offerLines(offer, cite)),
      ]),
      '}',
      ...(heldBack ? risks(cmdlet, plan, knowledge, cite) : []),
      `${cmdlet.name} @settings${heldBack ? ' -WhatIf' : ''}`,
      ...hand("By hand, in the console, since this call doesn't set it:", byHand),
    ];
  });
}

const trimmed = (lines: readonly string[]) => (lines[0] === '' ? lines.slice(1) : lines);

function entryLines({ parameter, codes, setting, value }: Entry, cite: Numbering['cite']): string[] {
  const about = setting ? ['', ...comment(settingLine(setting, value, cite), '', indent)] : [];
  const [only = ''] = codes;
  if (codes.length === 1) return [...about, `${indent}${parameter} = ${only}`];
  return [...about, `${indent}${parameter} = @(`, ...codes.map((code) => `${indent}${indent}${code}`), `${indent})`];
}

function settingLine(setting: Setting, value: string, cite: Numbering['cite']): string {
  const name = [setting.page, setting.label].filter((part) => part !== '').join(' › ');
  const force = setting.force === 'required' || setting.facts.length === 0 ? '' : ` (${setting.force})`;
  return `${name}${value === '' ? '' : ': '}${value}${force} ${cite(setting.sources)}`.trimEnd();
}

/** Parameters that may be added, inside their call. */
function offerLines({ setting, codes }: Choice, cite: Numbering['cite']): string[] {
  return [
    '',
    ...comment(settingLine(setting, 'leave it out, or take one of these', cite), '', indent),
    ...codes.map(({ target, code, label }) => remark(`${target.parameter} = ${code} # ${label}`, indent)),
  ];
}

/** A call that may be needed: what is so today isn't known. */
function callOffered({ title, name }: Cmdlet, { setting, codes }: Choice, cite: Numbering['cite']): string[] {
  return [
    '',
    ...comment(`${title}: if need be, with ${name}`),
    ...comment(settingLine(setting, 'one of these', cite)),
    ...codes.flatMap(({ target, code, label }) => comment(`-${target.parameter} ${code}: ${label}`, '  - ')),
  ];
}

function handLines(
  heading: string,
  settings: readonly Setting[],
  { wordById }: Knowledge,
  cite: Numbering['cite'],
): string[] {
  if (settings.length === 0) return [];
  const lines = settings.flatMap((setting) => {
    const text = `${setting.where} › ${settingLine(setting, setting.valueLabels.join(' or '), cite)}`;
    // Wrapped, a person's own words could begin a line.
    return wordById.get(setting.word)?.type === 'text' ? [remark(`  - ${text}`)] : comment(text, '  - ');
  });
  return ['', ...comment(heading), ...lines];
}

function risks({ safe }: Cmdlet, plan: Plan, { words }: Knowledge, cite: Numbering['cite']): string[] {
  const warnings = plan.warnings.filter(({ level }) => level === 'high-risk');
  const notRuledOut = (safe ?? []).flatMap((test) => words.filter(({ index }) => index === test.word));
  return [
    '',
    ...comment('-WhatIf: the call only tells what it would do. Weigh these risks before you remove it.'),
    ...warnings.flatMap(({ text, sources }) => comment(`${plain(text)} ${cite(sources)}`, '  - ')),
    ...(warnings.length > 0
      ? []
      : notRuledOut.flatMap(({ label, description }) => comment(`${label} isn't ruled out. ${description}`, '  - '))),
  ];
}
