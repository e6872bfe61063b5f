import { describe, expect, test } from 'vitest';
import { findDocuments } from '../../src/check/documents.js';
import { checks, documentChecks } from '../../src/check/index.js';
import { subjectOf } from '../../src/check/subject.js';
import { broken } from './broken.js';
import { type Changes, document, folderOf, tinyPages } from './tiny.js';

const paint = { 'paint.md': document };

function findings(name: string, changes: Changes, files: Readonly<Record<string, string>>) {
  const subject = subjectOf(tinyPages(changes));
  const own = checks.find((check) => check.name === name);
  if (own) return own.check(subject).findings;
  const knowledge = subject.knowledge();
  return documentChecks
    .find((check) => check.name === name)
    ?.check(knowledge, findDocuments(folderOf(files), knowledge)).findings;
}

const names = [...checks, ...documentChecks].map(({ name }) => name);

test('every check has a broken example, and every example a check', () => {
  expect(Object.keys(broken).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  test('passes a tiny knowledge that is sound', () => {
    expect(findings(name, {}, paint)).toEqual([]);
  });

  test('fails its broken example, and names the place, what is wrong and what to do', () => {
    const { says = [], files = paint, ...changes } = broken[name] ?? {};
    const found = findings(name, changes, files) ?? [];
    expect(found).not.toEqual([]);
    const [first] = found;
    expect(
      tinyPages(changes)
        .get(first?.place.file ?? '')
        ?.split('\n')[(first?.place.line ?? 0) - 1],
    ).toBeTruthy();
    for (const words of says) expect(first?.message).toContain(words);
    for (const { message } of found) expect(message).toMatch(/(^|[.?] )[A-Z][^.]* [^.]*\.$/);
  });
});
