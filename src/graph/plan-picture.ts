import { walkDay } from '../check/moments.js';
import { planText } from '../formats/text.js';
import { readAnswers, readPath } from '../guide/answers.js';
import { makePlan } from '../guide/plan.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { escapeXml } from './escape-xml.js';

/** How many lines of the plan are shown. */
const shown = 62;
const size = { character: 7.85, line: 18, margin: 20, columns: 102 } as const;
const colours: Readonly<Record<string, string>> = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  36: '#79c0ff',
};

/** Answers the picture of a real plan as a terminal shows it: its first page. */
export function planPicture(knowledge: Knowledge, example: string): string {
  const { answers } = readAnswers(knowledge, readPath(example.trim()).pairs);
  const text = planText(makePlan(knowledge, answers, walkDay(knowledge)), { knowledge, colours: true });
  const lines = ['$ npx tsdeploy plan', '', ...text.split('\n')].slice(0, shown);
  const on = new Set<string>();
  const width = Math.ceil(size.columns * size.character + 2 * size.margin);
  const height = (lines.length + 1) * size.line + 2 * size.margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="plan-title plan-desc">`,
    '<title id="plan-title">A plan in a terminal</title>',
    '<desc id="plan-desc">The first page of a plan for boot media over a cloud management gateway: verdict, warnings, settings by wizard page.</desc>',
    `<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace" font-size="13" fill="#c9d1d9" xml:space="preserve">`,
    ...lines.map(
      (line, at) => `<text x="${size.margin}" y="${size.margin + (at + 1) * size.line}">${painted(line, on)}</text>`,
    ),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Turns a terminal's colour codes into spans; `on` are the codes in force, which may last over lines. */
function painted(line: string, on: Set<string>): string {
  return line
    .split('\u001b[')
    .map((part, at) => {
      const end = at === 0 ? -1 : part.indexOf('m');
      turn(on, part.slice(0, Math.max(end, 0)));
      return span(part.slice(end + 1), on);
    })
    .join('');
}

/** 22 ends bold and dim, 39 ends a colour. */
function turn(on: Set<string>, code: string): void {
  if (code === '22') for (const weight of ['1', '2']) on.delete(weight);
  else if (code === '39') for (const colour of Object.keys(colours)) on.delete(colour);
  else if (code !== '') on.add(code);
}

function span(text: string, on: ReadonlySet<string>): string {
  if (text === '') return '';
  const colour = [...on].map((code) => colours[code]).find((one) => one !== undefined);
  const look = [
    ...(colour === undefined ? [] : [`fill="${colour}"`]),
    ...(on.has('1') ? ['font-weight="bold"'] : []),
    ...(on.has('2') ? ['fill-opacity="0.6"'] : []),
  ];
  return look.length === 0 ? escapeXml(text) : `<tspan ${look.join(' ')}>${escapeXml(text)}</tspan>`;
}
