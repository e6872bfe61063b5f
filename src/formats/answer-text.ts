import { styleText } from 'node:util';
import type { Answer } from '../answer/answer-shape.js';
import { pieces } from '../text/inline.js';
import { wrap } from '../text/wrap.js';
import type { Page } from './index.js';

const width = 100;

/** Answers an answer as text for a terminal: without mark-up, the addresses of its sources at the end. */
export function answerText({ answer, facts }: Answer, { colours }: Page): string {
  const bold = (text: string) => (colours ? styleText('bold', text, { validateStream: false }) : text);
  const lines = answer.split('\n').flatMap((line) => {
    const [, lead = '', text = ''] = /^( *(?:\d+\.|-) )?(.*)$/.exec(line) ?? [];
    const plain = pieces(text)
      .map(({ kind, text: words }) => (kind === 'strong' ? bold(words) : words))
      .join('');
    return wrap(lead, plain, width).map((one) => one.trimEnd());
  });
  const addresses = new Map(
    facts
      .flatMap(({ sources }) => sources)
      .flatMap(({ heading, url }) => (url === null ? [] : [[url, heading] as const])),
  );
  const sources = [...addresses].flatMap(([url, heading]) => [`  ${heading}`, `      ${url}`]);
  const end = sources.length === 0 ? [] : ['', bold('Sources'), '', ...sources];
  return `${[...lines, ...end].join('\n')}\n`;
}
