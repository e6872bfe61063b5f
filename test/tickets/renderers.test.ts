import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { adf } from '../../src/tickets/adf.js';
import { type Block, blocksOf, plain } from '../../src/tickets/blocks.js';
import { githubMarkdown } from '../../src/tickets/github-markdown.js';
import { html } from '../../src/tickets/html.js';
import { plainText } from '../../src/tickets/plain-text.js';
import { wiki } from '../../src/tickets/wiki.js';
import { fuzz } from '../campaign.js';
import { anyBlocks, anyText, bare, lettersOf } from './any-blocks.js';
import { isDocument } from './servers/jira.js';
import { field } from './servers/serve.js';

const paragraph = (text: string): Block[] => [{ kind: 'paragraph', words: [plain(text)] }];

describe('Markdown as blocks', () => {
  test('headings, lists, boxes, marks, links and code keep their meaning', () => {
    const text =
      '# T\n\nA **b** *c* `d` [e](https://example.com)\n\n- [ ] one\n- [x] **two**\n\n3. three\n   - four\n\n```\nfive\n```';
    expect(blocksOf(text)).toMatchObject([
      { kind: 'heading', level: 1, words: [{ text: 'T' }] },
      {
        kind: 'paragraph',
        words: [
          { text: 'A ' },
          { text: 'b', style: 'strong' },
          { text: ' ' },
          { text: 'c', style: 'emphasis' },
          { text: ' ' },
          { text: 'd', style: 'code' },
          { text: ' ' },
          { text: 'e', url: 'https://example.com' },
        ],
      },
      {
        kind: 'list',
        first: null,
        items: [
          { box: 'todo', words: [{ text: 'one' }] },
          { box: 'done', words: [{ text: 'two', style: 'strong' }] },
        ],
      },
      {
        kind: 'list',
        first: 3,
        items: [{ box: null, inside: [{ kind: 'list', items: [{ words: [{ text: 'four' }] }] }] }],
      },
      { kind: 'code', text: 'five' },
    ]);
  });

  test('an escaped bracket is no box, and an address that isn’t of the web is no link', () => {
    expect(blocksOf('- \\[x\\] no')).toMatchObject([{ items: [{ box: null, words: [{ text: '[x] no' }] }] }]);
    expect(blocksOf('[a](ftp://example.com)')).toMatchObject([{ words: [{ text: 'a', url: null }] }]);
  });
});

/** Answers the text of a node and all nodes in it. */
function textIn(node: unknown): string {
  const text = field(node, 'text');
  const content = field(node, 'content');
  return `${typeof text === 'string' ? text : ''}${Array.isArray(content) ? content.map(textIn).join('') : ''}`;
}

describe('Atlassian documents', () => {
  test('every document is valid by the official schema, and loses no text', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const document: unknown = JSON.parse(adf(blocks));
        expect(isDocument(document), JSON.stringify(isDocument.errors?.[0])).toBe(true);
        expect(bare(textIn(document))).toBe(lettersOf(blocks));
      }),
      fuzz,
    );
  });

  test('boxes are native tasks, each with an id of its own', () => {
    const document = JSON.parse(adf(blocksOf('- [ ] a\n- [x] b')));
    expect(document.content).toEqual([
      {
        type: 'taskList',
        attrs: { localId: 'tsdeploy-0001' },
        content: [
          {
            type: 'taskItem',
            attrs: { localId: 'tsdeploy-0002', state: 'TODO' },
            content: [{ type: 'text', text: 'a' }],
          },
          {
            type: 'taskItem',
            attrs: { localId: 'tsdeploy-0003', state: 'DONE' },
            content: [{ type: 'text', text: 'b' }],
          },
        ],
      },
    ]);
  });
});

describe('Jira’s wiki markup', () => {
  test('marks, links and boxes are written in its manner', () => {
    expect(wiki(blocksOf('## T\n\nA **b** `c` [d](https://example.com/a)\n\n- [x] e\n- f\n  - g'))).toBe(
      'h2. T\n\nA *b* {{c}} [d|https://example.com/a]\n\n* ☑ e\n* f\n** g',
    );
  });

  test('a mark beside a letter stands in braces', () => {
    expect(wiki(blocksOf('a**b**'))).toBe('a{*}b{*}');
  });

  test('no text is mention, macro, picture, link, line or emphasis', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = wiki(paragraph(text));
        const unescaped = written.replace(/\\[-+*_?^~{}[\]()!|:;#]|&(amp|#\d+);/g, 'x');
        expect(unescaped).not.toMatch(/[*_^~{}[\]!|\\&]|\?\?|^(h[1-6]|bq)\.|----/);
        const back = written
          .replace(/\\([-+*_?^~{}[\]()!|:;#])/g, '$1')
          .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
          .replaceAll('&amp;', '&');
        expect(back).toBe(text);
      }),
      fuzz,
    );
  });
});

describe('HTML', () => {
  test('only our own tags are mark-up', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const tags = /<\/?(h[1-6]|p|pre|ul|ol|li|strong|em|code|a)( (start|href)="[^"<>]*")?>/g;
        const text = html(blocks).replace(tags, '');
        expect(text).not.toMatch(/[<>"']/);
        expect(text.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/&/);
      }),
      fuzz,
    );
  });
});

describe('plain text for ServiceNow', () => {
  test('nothing in it is code or a mention', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const text = plainText(blocks);
        expect(text).not.toMatch(/\[\s*\/?\s*code\s*\]/i);
        expect(text).not.toMatch(/@[[\p{L}\p{N}_]/u);
      }),
      fuzz,
    );
  });

  test('marks that are left out don’t put a code mark together', () => {
    expect(plainText(blocksOf('\\[**co**de\\]x'))).toBe('[\u200bcode]x');
  });
});

describe('Markdown for GitHub', () => {
  const rendered = new MarkdownIt({ linkify: false });

  test('no text is read as mark-up: what is shown is what was written', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const back = blocksOf(githubMarkdown(blocks));
        expect(lettersOf(back)).toBe(lettersOf(blocks));
      }),
      fuzz,
    );
  });

  test('nobody is notified, no other issue is referred to, and no line is a command', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = githubMarkdown(paragraph(text));
        const shown = rendered.render(written).replace(/<[^>]*>/g, '');
        expect(shown).not.toMatch(/(?<![\p{L}\p{N}])@[\p{L}\p{N}]/u);
        expect(shown.replace(/&#?\w+;/g, ' ')).not.toMatch(/[#!]\p{N}|\bGH-\p{N}/u);
        expect(written).not.toMatch(/^\s*\//m);
        expect(written).not.toMatch(/^\s*(#|>|```)/m);
      }),
      fuzz,
    );
  });

  test('boxes are task lists, and keep who ticked them', () => {
    expect(githubMarkdown(blocksOf('- [x] a *(Ann)*\n- [ ] b'))).toBe('- [x] a *(Ann)*\n- [ ] b');
  });
});
