import { githubMarkdown } from './github-markdown.js';
import type { Order } from './order.js';
import { partsOf } from './parts.js';

/** Answers all that an order says as Markdown, to be read or pasted. */
export const orderMarkdown = ({ whole }: Order): string =>
  partsOf(whole, { write: githubMarkdown, most: null })
    .map((blocks) => `${githubMarkdown(blocks)}\n`)
    .join('\n');
