import { type Cmdlets, type Variable, variablesIn } from '../knowledge/cmdlet-shape.js';
import type { Choice, Work } from './powershell-calls.js';
import { comment, plain, quote } from './powershell-text.js';

const indent = '    ';

/** Answers the param() block of a script: what its user has to give, and nothing that no call uses. */
export function paramBlock(work: Work, cmdlets: Cmdlets): string[] {
  const used = new Set(
    work.calls
      .filter(({ needed }) => needed)
      .flatMap(({ entries }) => entries.flatMap(({ codes }) => codes.flatMap(variablesIn))),
  );
  const blocks = [...used].flatMap((name) => {
    const ask = work.asks.find(({ parameter }) => parameter === name);
    const variable = cmdlets.variables.get(name);
    return ask ? [choiceLines(ask)] : variable ? [variableLines(variable)] : [];
  });
  if (blocks.length === 0) return [];
  const lines = blocks.flatMap((block, at) => {
    const last = block.at(-1) ?? '';
    return [...(at === 0 ? [] : ['']), ...block.slice(0, -1), at === blocks.length - 1 ? last : `${last},`];
  });
  return ['[CmdletBinding()]', 'param(', ...lines, ')', ''];
}

function variableLines({ name, type, text, pattern }: Variable): string[] {
  return [
    ...comment(plain(text), '', indent),
    `${indent}[Parameter(Mandatory)]`,
    ...(pattern === null ? [] : [`${indent}[ValidatePattern(${quote(pattern)})]`]),
    `${indent}[${type}] $${name}`,
  ];
}

function choiceLines({ setting, parameter, codes }: Choice): string[] {
  const values = codes.map(({ code }) => code);
  const allowed = values.every((code) => code.startsWith("'"));
  const page = setting.page === '' ? '' : ` (${setting.page})`;
  const how = `Best chosen in the plan, since other settings hang on it: --set ${setting.word}=… makes a new script.`;
  return [
    ...comment(`${setting.label}${page}. ${how}`, '', indent),
    ...codes.flatMap(({ code, label }) => comment(`${code}: ${label}`, '  ', indent)),
    `${indent}[Parameter(Mandatory)]`,
    ...(allowed ? [`${indent}[ValidateSet(${values.join(', ')})]`] : []),
    `${indent}[${allowed ? 'string' : 'bool'}] $${parameter}`,
  ];
}
