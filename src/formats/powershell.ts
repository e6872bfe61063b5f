import type { Plan } from '../guide/plan-shape.js';
import { statement } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Page } from './index.js';
import { body } from './powershell-body.js';
import { workOf } from './powershell-calls.js';
import { paramBlock } from './powershell-param.js';
import { commented, type Numbering, numbering, remarkHeading } from './powershell-sheet.js';
import { command, comment, plain, quote } from './powershell-text.js';
import { sheet } from './sheet.js';

/** Answers a plan as a PowerShell script; one that isn't ready as comments alone. */
export function planPowershell(plan: Plan, page: Page): string {
  const { knowledge } = page;
  const { cite, list } = numbering();
  const style = commented(cite, command(plan, knowledge));
  const ready = plan.verdict === 'ready';
  const told = sheet(ready ? { ...plan, settings: [] } : plan, page, style);
  const lines = ready ? script(plan, knowledge, told, cite) : told;
  const sources = [...['', remarkHeading('Sources')], ...list()];
  return `${[...lines, ...sources].join('\n')}\n`;
}

/** What to know first stands before the code, procedures behind it. */
function script(plan: Plan, knowledge: Knowledge, told: readonly string[], cite: Numbering['cite']): string[] {
  const { cmdlets } = knowledge;
  const work = workOf(plan, knowledge);
  const later = told.findIndex(
    (line) => line === remarkHeading('Procedures') || line === remarkHeading('These answers again'),
  );
  const [title = '', ...before] = told.slice(0, later);
  return [
    title,
    ...comment(plain(cmdlets.intro)),
    ...before,
    ...paramBlock(work, cmdlets),
    ...stops(plan, knowledge),
    "$ErrorActionPreference = 'Stop'",
    ...body(work, plan, knowledge, cite),
    '',
    ...told.slice(later),
  ];
}

/** A limit that may be broken stops the script until somebody has seen to it. */
function stops({ checklist }: Plan, { facts }: Knowledge): string[] {
  const throws = checklist.flatMap(({ kind, holds, fact: id, text }) => {
    if (kind !== 'limit' || holds !== 'maybe') return [];
    const fact = facts.find((one) => one.id === id);
    const hint = fact ? `${fact.heading}. ${text.slice(statement(fact).length).trim()}` : text;
    return [`throw ${quote(`Make sure of this before you remove the line. ${plain(hint)}`)}`];
  });
  if (throws.length === 0) return [];
  return [...comment('Not settled yet: the checklist above says more on each.'), ...throws, ''];
}
