import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultKind } from '../guide/fault-rules.js';
import type { Finding, Report } from '../guide/report-shape.js';
import { statement } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { pieces } from '../text/inline.js';
import { clean, jsonText } from './clean.js';
import { fixLine } from './report-outline.js';
import type { Checked, PrintReports } from './reports.js';

/** Answers reports as one SARIF 2.1.0 log: rules are facts, with their help. */
export const reportSarif: PrintReports = (checked, { knowledge }) => {
  const ids = new Set(checked.flatMap((one) => ('report' in one ? factsIn(one.report) : [])));
  const rules = [...ids].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tsdeploy', rules: rules.map((id) => ruleOf(id, knowledge)) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: checked.every((one) => 'report' in one),
            toolExecutionNotifications: checked.flatMap(notifications),
          },
        ],
        results: checked.flatMap((one) => ('report' in one ? results(one.report, rules, knowledge) : [])),
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
};

const factsIn = ({ findings, unstated }: Report) => [...findings, ...unstated].map(({ fact }) => fact);

function ruleOf(id: string, knowledge: Knowledge): object {
  const fact = knowledge.facts.find((one) => one.id === id);
  if (!fact) {
    const { about, help } = faultKind(id) ?? { about: id, help: 'The message says what is allowed.' };
    return { id, shortDescription: { text: `${about}.` }, help: { text: `${about}. ${help}` } };
  }
  const sources = knowledge.sources[fact.index] ?? [];
  const links = sources.map(({ document, heading, url }) => ({ title: `${document} › ${heading}`, url }));
  const [first] = links.flatMap(({ url }) => url ?? []);
  const list = links.map(({ title, url }) => (url === null ? `- ${title}` : `- [${title}](${url})`)).join('\n');
  return {
    id,
    shortDescription: { text: `${fact.heading}.` },
    fullDescription: { text: plain(statement(fact)) },
    help: {
      text: [plain(statement(fact)), ...links.map(({ title, url }) => `${title}${url === null ? '' : ` ${url}`}`)].join(
        '\n',
      ),
      markdown: `${statement(fact)}\n\n${list}`,
    },
    ...(first === undefined ? {} : { helpUri: first }),
    properties: { kind: fact.kind, force: fact.force, ...(fact.level === null ? {} : { level: fact.level }) },
  };
}

function results(report: Report, rules: readonly string[], knowledge: Knowledge): object[] {
  const rule = (fact: string) => ({ ruleId: fact, ruleIndex: rules.indexOf(fact) });
  return [
    ...report.findings.map((finding) => ({
      ...rule(finding.fact),
      level: finding.level,
      message: message(finding, knowledge),
      locations: [location(report.name, finding.line, finding.column)],
      properties: {
        word: finding.word,
        actual: clean(finding.actual),
        expected: finding.expected,
        where: finding.where,
        fix: finding.fix,
      },
    })),
    // What isn't stated is neither right nor wrong: it is open.
    ...report.unstated.map((one) => ({
      ...rule(one.fact),
      kind: 'open',
      level: 'none',
      message: { text: plain(one.message), markdown: clean(one.message) },
      locations: [location(report.name, null, null)],
      properties: { word: one.word },
    })),
  ];
}

function message(finding: Finding, knowledge: Knowledge): { text: string; markdown: string } {
  const fix = fixLine(finding, knowledge);
  const markdown = `${finding.message}${fix === null ? '' : ` Fix: ${fix}.`}`;
  return { text: plain(markdown), markdown: clean(markdown) };
}

function location(name: string, line: number | null, column: number | null): object {
  const region =
    line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(name) }, ...region } };
}

/** Standard input and lines of a batch have no address; their name stands for one. */
const uriOf = (name: string): string =>
  isAbsolute(name) ? pathToFileURL(name).href : clean(name).split(/[/\\]/).map(encodeURIComponent).join('/');

/** Texts that couldn't be read, and lines that weren't understood. */
function notifications(one: Checked): object[] {
  if ('error' in one)
    return [{ level: 'error', message: { text: clean(one.error) }, locations: [location(one.name, null, null)] }];
  return one.report.unread.map(({ line, text }) => ({
    level: 'note',
    message: { text: `Not understood: ${clean(text)}` },
    locations: [location(one.name, line, null)],
  }));
}

const plain = (markdown: string): string =>
  clean(
    pieces(markdown)
      .map(({ kind, text }) => (kind === 'gap' ? ' ' : text))
      .join(''),
  );
