import { expect, test } from 'vitest';
import { findDocuments } from '../../src/check/documents.js';
import { documentsFound } from '../../src/check/documents-found.js';
import { fewPassages } from '../../src/check/few-passages.js';
import { exactParts } from '../../src/check/passage-labels.js';
import { passagesBinding } from '../../src/check/passages-binding.js';
import { passagesCovered } from '../../src/check/passages-covered.js';
import { passagesExist } from '../../src/check/passages-exist.js';
import { subjectOf } from '../../src/check/subject.js';
import { passages } from '../../src/knowledge/passages.js';
import { linkPages } from '../../src/knowledge/read.js';
import { Unusable } from '../../src/text/problem.js';
import { type Changes, document, fact, folderOf, hashOf, tinyPages } from './tiny.js';

const knowledge = linkPages(tinyPages());
const fileOf = (files: Record<string, string>) => findDocuments(folderOf(files), knowledge).found.get('paint')?.file;
const messages = (found: { findings: readonly { message: string }[] }) => found.findings.map(({ message }) => message);

test('a document is found by its file name anywhere in a checkout, or by the end of its path', () => {
  expect(fileOf({ 'paint.md': document })).toBe('paint.md');
  expect(fileOf({ 'docs/a/paint.md': document, 'docs/house-paint.md': document })).toBe('docs/a/paint.md');
  expect(fileOf({ 'docs/repaint.md': document })).toBeUndefined();
});

test('of several files of that name the one that the citations fit is taken', () => {
  expect(fileOf({ 'paint.md': '# Paint\n\nSomething else.\n', 'deep/er/paint.md': document })).toBe('deep/er/paint.md');
});

test('neither rendered text nor the inside of .git and node_modules is read', () => {
  expect(
    fileOf({ 'paint.rendered.txt': document, '.git/paint.md': document, 'node_modules/paint.md': document }),
  ).toBeUndefined();
});

test('a missing document is a finding in a plain folder and where none is found, and merely told in a checkout', () => {
  const two = linkPages(
    new Map([...tinyPages(), ['knowledge/sources/glue.md', '# Glue\n\n- document: glue\n- file: glue.md\n']]),
  );
  const outcome = (files: Record<string, string>) => documentsFound.check(two, findDocuments(folderOf(files), two));
  expect(messages(outcome({ 'paint.md': document }))).toHaveLength(1);
  expect(messages(outcome({ 'other/thing.md': '' }))).toHaveLength(2);
  const checkout = outcome({ 'docs/paint.md': document });
  expect(checkout.findings).toEqual([]);
  expect(checkout.told?.join()).toContain('glue');
});

test("a folder that can't be read is told with what to do", () => {
  expect(() => findDocuments('/nowhere/at/all', knowledge)).toThrow(Unusable);
  expect(() => findDocuments('/nowhere/at/all', knowledge)).toThrow(/--documents \/nowhere\/at\/all.*Name the folder/);
});

test('a cited passage is unchanged, changed or gone', () => {
  const exist = (text: string) =>
    passagesExist.check(knowledge, findDocuments(folderOf({ 'paint.md': text }), knowledge));
  expect(exist(document).looked).toContain('0 changed, 0 gone');
  expect(exist(document.replace('must be on', 'has to be on')).looked).toContain('1 changed, 0 gone');
  const gone = exist(document.replace(/The box.*\n/, ''));
  expect(gone.looked).toContain('0 changed, 1 gone');
  expect(messages(gone)).toEqual([expect.stringContaining('is gone from paint › Red things')]);
});

function covered(changes: Changes, text: string) {
  const changed = linkPages(tinyPages(changes));
  return messages(passagesCovered.check(changed, findDocuments(folderOf({ 'paint.md': text }), changed)));
}

test('a passage is left out only with a reason, and at most one in ten', () => {
  const out = (reason: string) => ({ facts: { fine: null }, leftOut: [`${hashOf('Blue looks')}: ${reason}`] });
  const long = document + Array.from({ length: 9 }, (_, at) => `\nLine number ${at}.\n`).join('');
  expect(covered(out(''), document)[0]).toContain('without a reason');
  expect(covered(out('an opinion'), document)).toEqual([expect.stringContaining('at most one in ten')]);
  expect(covered(out('an opinion'), long).filter((message) => message.includes('one in ten'))).toEqual([]);
});

test('a hash left out that no longer stands in the document is told', () => {
  const stale = linkPages(tinyPages({ leftOut: ['0123456789ab: it was dull'] }));
  const outcome = passagesExist.check(stale, findDocuments(folderOf({ 'paint.md': document }), stale));
  expect(messages(outcome)).toEqual([expect.stringContaining('0123456789ab')]);
});

test('bold labels, code, paths, addresses and numbers are kept letter for letter', () => {
  const [passage] = passages(
    'Open **My Box**, run `do it`, see C:\\Temp\\log.txt, https://x.example/a and 5.00 in 1000.\n',
  );
  expect(passage && exactParts(passage)).toEqual(
    expect.arrayContaining(['my box', 'do it', 'c:\\temp\\log.txt', 'https://x.example/a', '5.00', '1000']),
  );
});

test('one sentence that stands in many places counts once, and a procedure may rest on any number', () => {
  const many = 'a1, a2, a3, a4, a5';
  const check = (box: string) => fewPassages.check(subjectOf(tinyPages({ facts: { box } }))).findings;
  expect(check(fact({ id: 'box', must: ['box: on'], passage: 'a1, a1, a1, a1, a1, a2' }))).toEqual([]);
  expect(check(fact({ id: 'box', kind: 'procedure', passage: many, text: '1. Paint.\n2. Wait.' }))).toEqual([]);
  expect(check(fact({ id: 'box', must: ['box: on'], passage: many }))).toHaveLength(1);
});

test('a label that holds such a word asks for nothing; the same word outside a label does', () => {
  const asks = (text: string) => {
    const note = fact({
      id: 'fine',
      kind: 'note',
      source: 'paint › Blue things',
      passage: hashOf(text.replaceAll('*', ''), text),
    });
    const changed = linkPages(tinyPages({ facts: { fine: note } }));
    const file = document.replace('Blue looks fine.', text);
    return messages(passagesBinding.check(changed, findDocuments(folderOf({ 'paint.md': file }), changed)));
  };
  expect(asks('**Paint when needed**: a choice.')).toEqual([]);
  expect(asks('**Paint when needed**: it needs a brush.')).toEqual([expect.stringContaining('"needs"')]);
});
