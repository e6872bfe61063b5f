import { expect, test } from 'vitest';
import { levels } from '../src/knowledge/facts.js';
import { readKnowledge } from '../src/knowledge/read.js';
import { sourceFiles } from './source-files.js';

/** The file of computed words; readers of foreign formats join it. */
const exempt = ['guide/computed.ts'];
/** Names that mean something else in the program: levels of a warning, the option --today, a kind of input, PowerShell's own comments. */
const others: readonly string[] = [...levels, 'today', 'task-sequence', 'comment'];

test('no file of the program names a word or a fact of the knowledge', () => {
  const { words, facts } = readKnowledge();
  const names = new Set([...words, ...facts].map(({ id }) => id).filter((id) => !others.includes(id)));
  const found = sourceFiles()
    .filter(({ path }) => !exempt.includes(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(['"`])([a-z0-9/-]+)\1/g)].flatMap(([, , name = '']) =>
        names.has(name) ? [`${path}: ${name}`] : [],
      ),
    );
  expect(found).toEqual([]);
});

test('the computed words are named where they are computed', () => {
  const [file] = sourceFiles().filter(({ path }) => exempt.includes(path));
  for (const { id, role } of readKnowledge().words)
    if (role === 'computed') expect(file?.text, id).toContain(`'${id}'`);
});
