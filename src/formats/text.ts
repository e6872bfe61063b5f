import { stripVTControlCharacters, styleText } from 'node:util';
import { lightFormat } from 'date-fns/lightFormat';
import { parseISO } from 'date-fns/parseISO';
import { readPath } from '../guide/answers.js';
import type { Plan, Source } from '../guide/plan-shape.js';
import { pieces } from '../text/inline.js';
import { wrap } from '../text/wrap.js';
import type { Page } from './index.js';
import { sourceKey } from './outline.js';
import { type Style, sheet } from './sheet.js';

type Paint = (colour: Parameters<typeof styleText>[0], text: string) => string;

const width = 100;
const verdictColours = { ready: 'green', open: 'yellow', blocked: 'red' } as const;

/** Answers a plan as text for a terminal: sources as numbers, listed at the end. */
export function planText(plan: Plan, page: Page): string {
  const paint: Paint = page.colours
    ? (colour, text) => styleText(colour, text, { validateStream: false })
    : (_, text) => text;
  const numbers = new Map<string, { number: number; source: Source }>();
  const lines = sheet(plan, page, terminal(paint, numbers));
  const sources = [...numbers.values()].map(
    ({ number, source }) =>
      `  [${number}] ${source.document} › ${source.heading}${source.url === null ? '' : `\n      ${source.url}`}`,
  );
  return `${[...lines, '', paint('bold', 'Sources'), '', ...sources].join('\n')}\n`;
}

function terminal(paint: Paint, numbers: Map<string, { number: number; source: Source }>): Style {
  const cite = (sources: readonly Source[]) =>
    sources
      .map((source) => {
        const entry = numbers.get(sourceKey(source)) ?? { number: numbers.size + 1, source };
        numbers.set(sourceKey(source), entry);
        return paint('dim', `[${entry.number}${source.inferred ? ', inferred' : ''}]`);
      })
      .join('');
  return {
    title: (text, verdict) => paint(['bold', verdictColours[verdict]], text),
    heading: (text) => paint('bold', text),
    page: (text) => `  ${paint('cyan', text)}`,
    markdown: (text) =>
      pieces(text)
        .map(({ kind, text: words }) => (kind === 'strong' ? paint('bold', words) : kind === 'gap' ? ' ' : words))
        .join(''),
    plain: (text) => text,
    strong: (text) => paint('bold', text),
    loud: (text) => paint(['bold', 'red'], text),
    item: (text, depth) => wrapped(`${'  '.repeat(depth)}  ${depth === 0 ? '-' : '→'} `, text),
    choice: (text) => wrapped('      ○ ', text),
    box: (text) => wrapped('  [ ] ', text),
    paragraph: (text) => wrapped('    ', text),
    step: (text, number, depth) => wrapped(`${'   '.repeat(depth)}    ${number}. `, text),
    cite,
    moment: (iso) =>
      `${lightFormat(parseISO(iso), 'yyyy-MM-dd HH:mm')} in ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
    line: (path) => `  ${['tsdeploy plan', ...shellWords(path)].join(' --set ')}`,
  };
}

/** Answers the `word=value` pieces of a path as a shell takes them; PowerShell would split at a bare comma. */
export const shellWords = (path: string): string[] =>
  readPath(path)
    .pairs.map(([word, value]) => `${word}=${value}`)
    .map((piece) => (/^[\w=:.-]+$/.test(piece) ? piece : `'${piece.replaceAll("'", "'\\''")}'`));

const wrapped = (lead: string, text: string) => wrap(lead, text, width, shownLength).join('\n');
const shownLength = (text: string) => stripVTControlCharacters(text).length;
