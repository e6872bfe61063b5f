import { expect, test } from 'vitest';
import { knowledge } from '../guide/any-answers.js';

const { facts, sources } = knowledge;
const base = 'https://learn.microsoft.com/mem/configmgr/osd/deploy-use/';
const every = sources.flat();
const urlsOf = (document: string) =>
  new Map(every.filter((one) => one.document === document).map((one) => [one.heading, one.url]));

test('every fact that is told names where it stands', () => {
  for (const fact of facts)
    if (fact.kind !== 'definition') expect(sources[fact.index]?.length, fact.id).toBeGreaterThan(0);
});

test('a heading of the two articles is addressed by its anchor', () => {
  for (const [heading, url] of urlsOf('deploy-task-sequence-over-internet'))
    expect(url).toBe(
      `${base}deploy-task-sequence-over-internet#${heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-')}`,
    );
  const article = urlsOf('deploy-a-task-sequence');
  expect(article.get('Deployment options')).toBe(`${base}deploy-a-task-sequence#bkmk_deploy-options`);
  expect(article.get('High-risk deployments')).toBe(`${base}deploy-a-task-sequence#bkmk_high-risk`);
  expect(article.get('Process')).toBe(`${base}deploy-a-task-sequence#process`);
});

test('the previews have no address, other articles their own', () => {
  for (const document of ['technical-preview-boot-media-over-cmg', 'technical-preview-download-on-demand'])
    expect([...urlsOf(document).values()].every((url) => url === null)).toBe(true);
  for (const [title, url] of urlsOf('microsoft-learn'))
    expect(url, title).toMatch(/^https:\/\/learn\.microsoft\.com\//);
});

test('facts of a preview cite the previews or are told as inferred, and no other fact rests on a preview alone', () => {
  for (const fact of facts) {
    const own = (sources[fact.index] ?? []).filter(({ document }) => document.startsWith('technical-preview'));
    if (fact.preview)
      expect(own.length + fact.citations.filter(({ inferred }) => inferred).length, fact.id).toBeGreaterThan(0);
    else if (fact.kind !== 'note' && own.length > 0)
      expect(own.length, fact.id).toBeLessThan(sources[fact.index]?.length ?? 0);
  }
});
