import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { planMarkdown } from '../../src/formats/markdown.js';
import { readAnswers, readPath } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import { runs } from '../campaign.js';
import { anySituation, knowledge, planOf, today } from '../guide/any-answers.js';

const markdown = new MarkdownIt({ html: true, linkify: false });
const tokens = (text: string) => markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
const linksIn = (text: string) =>
  tokens(text).flatMap((token) => (token.type === 'link_open' ? [token.attrGet('href')] : []));
const shownIn = (text: string) =>
  tokens(text)
    .filter(({ type }) => type === 'text' || type === 'code_inline' || type === 'text_special')
    .map(({ content }) => content)
    .join('');
const pageOf = (path: string) => planMarkdown(planOf(path), { knowledge, colours: false });

const blocked =
  'site-version=2002 scenario=boot-media-over-cmg purpose=required collection-type=custom cmg-certificate=pki';

test('a plan is a page with one title and a heading for each part', () => {
  const heads = pageOf(blocked)
    .split('\n')
    .filter((line) => /^##? /.test(line));
  expect(heads).toEqual([
    "# Blocked: 1 reason. Don't deploy it like this.",
    '## Why it is blocked',
    '## Warnings',
    '## Still to be answered',
    '## Settings',
    '## Checklist',
    '## Procedures',
    '## These answers again',
  ]);
});

test('the checklist can be ticked off, and the steps of a procedure are numbered', () => {
  const page = pageOf(blocked);
  expect(page).toMatch(/^- \[ \] .*content-enabled CMG/m);
  const lists = markdown.parse(page, {}).filter(({ type }) => type === 'ordered_list_open');
  expect(lists.length).toBeGreaterThanOrEqual(4);
});

test('every link leads to Microsoft’s documentation, and no HTML is in it', () => {
  fc.assert(
    fc.property(anySituation, (answers) => {
      const page = planMarkdown(makePlan(knowledge, answers, today), { knowledge, colours: false });
      for (const href of linksIn(page)) expect(href).toMatch(/^https:\/\/learn\.microsoft\.com\//);
      expect(tokens(page).filter(({ type }) => /html|image/.test(type))).toEqual([]);
      expect(page).not.toMatch(/\n{3}/);
    }),
    runs(40),
  );
});

test('whatever a person wrote stays text, and the path in the fence replays it', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '[x](http://evil)',
      '<img src=x onerror=1>',
      '```',
      '# head',
      '- [ ] x',
      '![a](b)',
      '**b** _i_ `c`',
      '| a |',
      '&lt;',
      'a\\',
    ),
    fc.string({ unit: fc.constantFrom(...'`[]()<>*_#|!&~\\-+. ab1"\'='), minLength: 1, maxLength: 60 }),
  );
  fc.assert(
    fc.property(hostile, hostile, (collection, comment) => {
      const { answers, problems } = readAnswers(knowledge, [
        ['collection', collection],
        ['comment', comment],
      ]);
      fc.pre(problems.length === 0);
      const plan = makePlan(knowledge, answers, today);
      const page = planMarkdown(plan, { knowledge, colours: false });
      for (const href of linksIn(page)) expect(href).toMatch(/^https:\/\/learn\.microsoft\.com\//);
      expect(tokens(page).filter(({ type }) => /html|image/.test(type))).toEqual([]);
      const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
      expect(flat(shownIn(page))).toContain(flat(collection));
      const fence = tokens(page).find(({ type }) => type === 'fence');
      expect(readAnswers(knowledge, readPath(fence?.content.trim() ?? '').pairs).answers).toEqual(answers);
    }),
  );
});

test('a plan that hangs on something says so in its title and where it hangs', () => {
  let path =
    'site-version=2103 scenario=boot-media-over-cmg mp-connections=unknown purpose=available network=wired multicast=no';
  for (let next = planOf(path).open[0]; next; next = planOf(path).open[0])
    path += ` ${next.word}=${next.options[0]?.value ?? '1'}`;
  expect(pageOf(path)).toMatch(/^# Ready if the 1 point marked "Make sure" is settled\./);
  expect(pageOf(path)).toMatch(/^- \[ \] \*\*Make sure:\*\* Don't leave the management point/m);
});
