import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../src/formats/report-markdown.js';
import { anyWrongConfig, checkedOf, plainPage } from './any-report.js';

const markdown = new MarkdownIt({ html: true });
const inlines = (text: string): Token[] =>
  markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
const markdownOf = async (text: string, name = 'a.yaml') => reportMarkdown([await checkedOf(text, name)], plainPage);

describe('a report as Markdown', () => {
  test('has a heading for the file and for each level', async () => {
    const text = await markdownOf(
      'scenario: boot-media-over-cmg\nsite-version: 2303\nnetwork: wireless\nhello there\n',
    );
    expect(text.match(/^#.*$/gm)).toEqual([
      '# a.yaml',
      '## Errors',
      '## Warnings',
      '## Notes',
      '## Not stated',
      '## Not understood',
    ]);
  });

  test('shows the line of the text as code, the fix, and its sources as links', async () => {
    const text = await markdownOf('scenario: in-place-upgrade\nallow-internet: `off`\n');
    expect(text).toContain('  - The text: `` allow-internet: `off` ``');
    expect(text).toContain('  - Fix: **Allow task sequence to run for client on the Internet: On**');
    expect(text).toMatch(/\*\(\[[^\]]+\]\(https:\/\/learn\.microsoft\.com/);
  });

  test('tells a file that could not be read', async () => {
    expect(await markdownOf('', 'b*.yaml')).toMatch(/^# b\\\*\.yaml\n\nNot read: it is empty\./);
  });

  test('holds no mark-up of the text, whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(anyWrongConfig, async (text) => {
        const out = await markdownOf(`${text}\n<img src=x> [a](http://evil.example) **b** # c\n`, '<b>*x*');
        expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        for (const token of inlines(out)) {
          expect(['html_inline', 'html_block', 'image', 'fence', 'code_block', 'hr', 'blockquote_open']).not.toContain(
            token.type,
          );
          if (token.type === 'link_open') expect(token.attrGet('href')).toMatch(/^https:\/\/learn\.microsoft\.com\//);
        }
      }),
      { numRuns: 150 },
    );
  });
});
