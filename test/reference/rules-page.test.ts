import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../src/graph/generated.js';
import { faultRules } from '../../src/guide/fault-rules.js';
import { linkPages, readPages } from '../../src/knowledge/read.js';
import { rulesPage } from '../../src/reference/rules-page.js';
import { fact, tinyPages } from '../check/tiny.js';
import { knowledge } from '../config/any-config.js';

const markdown = new MarkdownIt({ html: true });
const tokensOf = (page: string) => markdown.parse(page, {}).flatMap((token) => [token, ...(token.children ?? [])]);

/** The page of a tiny knowledge with one more fact. */
function pageWith(section: string): string {
  const tiny = linkPages(tinyPages({ facts: { more: section } }));
  return rulesPage(tiny, [{ title: 'Facts', facts: tiny.facts }]);
}

describe('the page of rules', async () => {
  const page = (await generatedFiles(readPages())).get('docs/rules.md') ?? '';

  test('has every fact that the validator can name, and every kind of fault, once', () => {
    const ids = [...page.matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
    const named = knowledge.facts.filter(({ kind, posted }) => kind !== 'note' || posted !== null).map(({ id }) => id);
    expect(ids).toEqual([...named, ...Object.keys(faultRules)]);
  });

  test('says of each what it asks, when, why, and where that comes from', () => {
    const [, rule = ''] = page.split(/^### boot-media-over-cmg\/mp-not-internet-only$/m);
    const [own = ''] = rule.split(/^###? /m);
    for (const piece of [
      "**Don't leave the management point on internet-only in 2010 and 2103**",
      '**Allow intranet and internet connections**',
      'limit, required: an error',
      '`scenario: boot-media-over-cmg`',
      'Site version is 2010 or 2103',
      '`mp-connections: not internet-only`',
      '- Way out: ',
      '](<https://learn.microsoft.com/',
    ])
      expect(own).toContain(piece);
  });

  test('says of the facts of a preview where they hold', () => {
    const previews = knowledge.facts.filter(({ preview, kind }) => preview !== null && kind !== 'note');
    expect(page.match(/^- Holds under Technical preview (1909|2009) alone$/gm)).toHaveLength(previews.length);
  });

  test('holds no HTML, and its own links lead to its headings', () => {
    const tokens = tokensOf(page);
    expect(tokens.filter(({ type }) => type.startsWith('html'))).toEqual([]);
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = tokens.flatMap((token) => (token.type === 'link_open' ? [String(token.attrGet('href'))] : []));
    expect(links.filter((link) => link.startsWith('#')).map((link) => link.slice(1))).toEqual(headings);
    for (const link of links) expect(link).toMatch(/^(#|https:\/\/learn\.microsoft\.com\/)/);
  });
});

test('a procedure keeps its steps', () => {
  const steps = fact({ id: 'more', kind: 'procedure', when: ['colour: red'], text: '1. Paint.\n2. Wait.' });
  expect(pageWith(steps)).toContain('1. Paint.\n2. Wait.\n\n- Weight: procedure\n');
});

test('a heading and labels with mark-up stay text', () => {
  const page = pageWith(fact({ id: 'more', kind: 'limit', must: ['box: on'] }).replace('## more', '## <b> [x](y) `z`'));
  expect(tokensOf(page).filter(({ type }) => /^(html|link_open)/.test(type))).toHaveLength(2);
});
