import { numbered } from '../formats/sheet.js';
import type { Source } from '../guide/plan-shape.js';
import { pieces } from '../text/inline.js';
import { bold, code, link, type Run, words } from './mrkdwn.js';
import type { Line } from './split.js';

const styles = { plain: words, strong: bold, code, gap: () => words('\n') } as const;

/** Answers a fact's Markdown as one line. */
export const fromMarkdown = (text: string): Line => pieces(text).map((piece) => styles[piece.kind](piece.text));

/** Answers numbered steps, one under the other. */
export const stepRuns = (steps: readonly string[]): Run[] =>
  numbered(steps).flatMap(({ words: text, number, depth }) => [
    words(`\n${'      '.repeat(depth)}${number}. `),
    ...fromMarkdown(text),
  ]);

/** Answers where something is written, as links in brackets. */
export const cite = (sources: readonly Source[]): Run[] =>
  sources.flatMap(({ document, heading, url, inferred }, at) => [
    words(at === 0 ? ' [' : '; '),
    link(url, url === null ? `${document} › ${heading}` : heading),
    words(`${inferred ? ', inferred' : ''}${at === sources.length - 1 ? ']' : ''}`),
  ]);
