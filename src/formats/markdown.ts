import type { Plan } from '../guide/plan-shape.js';
import { escapeMarkdown } from '../text/inline.js';
import type { Page } from './index.js';
import { type Style, sheet } from './sheet.js';

/** How Markdown writes the parts of a plan. */
export const markdownStyle: Style = {
  title: (text) => `# ${escapeMarkdown(text)}`,
  heading: (text) => `## ${text}`,
  page: (text) => `### ${escapeMarkdown(text)}\n`,
  markdown: (text) => text.replaceAll(/\s*\n\s*/g, ' '),
  plain: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  loud: (text) => `**${escapeMarkdown(text)}**`,
  item: (text, depth) => `${'  '.repeat(depth)}- ${text}`,
  choice: (text) => `  - ${text}`,
  box: (text) => `- [ ] ${text}`,
  paragraph: (text) => `\n${text}\n`,
  step: (text, number, depth) => `${'   '.repeat(depth)}${/^\d/.test(number) ? number : '1'}. ${text}`,
  cite: (sources) => {
    const links = sources.map(({ heading, url, document, inferred }) => {
      const name = url === null ? `${escapeMarkdown(heading)} (${document})` : `[${escapeMarkdown(heading)}](${url})`;
      return `${name}${inferred ? ', inferred' : ''}`;
    });
    return links.length === 0 ? '' : `*(${links.join('; ')})*`;
  },
  moment: (iso) => iso,
  line: (path) => `\`\`\`\n${path}\n\`\`\``,
};

/** Answers a plan as Markdown, ready for a ticket or a file. */
export const planMarkdown = (plan: Plan, page: Page): string =>
  `${sheet(plan, page, markdownStyle)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
