import { didYouMean } from '../text/nearest.js';
import type { Row, Section } from '../text/sections.js';
import {
  type Always,
  type Cmdlet,
  type Cmdlets,
  type Form,
  type Parameter,
  parameterOf,
  type Variable,
} from './cmdlet-shape.js';
import { checkUses } from './cmdlet-uses.js';
import { readConditions } from './facts.js';
import { linkRows } from './link.js';
import { checkRows, parts, type Report, rowOf, rowsOf, textOf } from './rows.js';
import type { Word } from './vocabulary.js';

/** Answers the cmdlets of their page; reports what the vocabulary and the page don't know of each other. */
export function readCmdlets(page: readonly Section[], words: ReadonlyMap<string, Word>, report: Report): Cmdlets {
  const sections = page.filter(({ level }) => level === 2);
  const list = sections.flatMap((section) =>
    rowOf(section.rows, 'variable') ? [] : [readCmdlet(section, words, report)],
  );
  const variables = new Map<string, Variable>();
  for (const section of sections) {
    if (!rowOf(section.rows, 'variable')) continue;
    const variable = readVariable(section, words, report);
    if (variables.has(variable.name)) report(section, `variable "${variable.name}" stands twice. Keep one.`);
    variables.set(variable.name, variable);
  }
  const cmdlets = { intro: page.find(({ level }) => level === 1)?.paragraphs.join(' ') ?? '', list, variables };
  if (page.length > 0) checkUses(cmdlets, words, report);
  return cmdlets;
}

function readCmdlet(section: Section, words: ReadonlyMap<string, Word>, report: Report): Cmdlet {
  const { rows, file, line, heading, paragraphs } = section;
  checkRows(rows, { cmdlet: 'once', when: 'once', always: 'once', only: 'often', 'what if unless': 'once' }, report);
  const safe = rowOf(rows, 'what if unless');
  const name = textOf(rows, 'cmdlet');
  if (!/^[A-Za-z]+-[A-Za-z]\w*$/.test(name)) report(section, `"${name}" is no cmdlet. Write "- cmdlet: Verb-Noun".`);
  const link = (row: Row | undefined) => linkRows(readConditions(row), words, report);
  return {
    file,
    line,
    name,
    title: heading,
    text: paragraphs.join(' '),
    when: link(rowOf(rows, 'when')),
    always: (rowOf(rows, 'always')?.rows ?? []).map((row) => readAlways(row, report)),
    only: rowsOf(rows, 'only').map((row) => ({ parameters: parts(row.value), tests: link(row) })),
    safe: safe ? link(safe) : null,
  };
}

function readAlways(row: Row, report: Report): Always {
  checkRows(row.rows, { id: 'once', name: 'once' }, report);
  const form = (name: Form): Parameter | null => {
    const given = rowOf(row.rows, name);
    const parameter = given ? parameterOf(given.value) : null;
    if (given && !parameter) report(given, `"${given.value}" names no parameter. Write "- ${name}: Parameter".`);
    return parameter;
  };
  if (!/^\$\w+$/.test(row.value)) report(row, `"${row.value}" is neither $true, $false nor a variable such as $Name.`);
  return { parameter: row.name, template: row.value, forms: { id: form('id'), name: form('name') } };
}

function readVariable(section: Section, words: ReadonlyMap<string, Word>, report: Report): Variable {
  const { rows, file, line, paragraphs } = section;
  checkRows(rows, { variable: 'once', type: 'once', word: 'once', value: 'once', id: 'once', pattern: 'once' }, report);
  const name = textOf(rows, 'variable');
  const type = textOf(rows, 'type');
  const word = rowOf(rows, 'word')?.value ?? null;
  if (!/^[A-Za-z]\w*$/.test(name)) report(section, `"${name}" is no name of a variable. Write letters and digits.`);
  if (!/^[A-Za-z]+$/.test(type))
    report(section, `"${type}" is no type of PowerShell. Write string, datetime or object.`);
  if (word !== null && !words.has(word)) report(section, `unknown word "${word}".${didYouMean(word, words.keys())}`);
  return {
    file,
    line,
    name,
    type,
    text: paragraphs.join(' '),
    word,
    value: rowOf(rows, 'value')?.value ?? null,
    id: readId(section, report),
    pattern: rowOf(rows, 'pattern')?.value ?? null,
  };
}

function readId(section: Section, report: Report): RegExp | null {
  const row = rowOf(section.rows, 'id');
  if (!row) return null;
  try {
    return new RegExp(`^(?:${row.value})$`);
  } catch {
    report(row, `"${row.value}" is no regular expression. Write what an id looks like.`);
    return null;
  }
}
