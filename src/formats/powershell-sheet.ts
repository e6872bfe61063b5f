import type { Source } from '../guide/plan-shape.js';
import { sourceKey } from './outline.js';
import { comment, plain, remark } from './powershell-text.js';
import type { Style } from './sheet.js';

/** Sources told by number, and the list of those told so far. */
export interface Numbering {
  readonly cite: (sources: readonly Source[]) => string;
  readonly list: () => string[];
}

/** Answers a numbering that begins at 1. */
export function numbering(): Numbering {
  const numbers = new Map<string, { readonly number: number; readonly source: Source }>();
  const numberOf = (source: Source) => {
    const entry = numbers.get(sourceKey(source)) ?? { number: numbers.size + 1, source };
    numbers.set(sourceKey(source), entry);
    return entry.number;
  };
  return {
    cite: (sources) => sources.map((source) => `[${numberOf(source)}${source.inferred ? ', inferred' : ''}]`).join(''),
    list: () =>
      [...numbers.values()].flatMap(({ number, source: { document, heading, url } }) => [
        remark(`  [${number}] ${document} › ${heading}`),
        ...(url === null ? [] : [remark(`      ${url}`)]),
      ]),
  };
}

/** Answers how the parts of a plan are written as comments. */
export function commented(cite: Numbering['cite'], again: string): Style {
  const lines = (lead: string, text: string) => comment(text, lead).join('\n');
  return {
    title: (text) => remark(`Deployment plan. ${text}`),
    heading: remarkHeading,
    page: (text) => lines('  ', text),
    markdown: plain,
    plain: (text) => text,
    strong: (text) => text,
    loud: (text) => text,
    item: (text, depth) => lines(`${'  '.repeat(depth)}  ${depth === 0 ? '-' : '→'} `, text),
    choice: (text) => lines('      ○ ', text),
    box: (text) => lines('  [ ] ', text),
    paragraph: (text) => lines('    ', text),
    step: (text, number, depth) => lines(`${'   '.repeat(depth)}    ${number}. `, text),
    cite,
    moment: (iso) => iso,
    line: () => remark(`  ${again}`),
  };
}

/** Answers a heading of a part of the plan. */
export const remarkHeading = (text: string): string => remark(text.toUpperCase());
