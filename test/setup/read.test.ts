import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSetup } from '../../src/setup/parse.js';
import { readSetup } from '../../src/setup/read.js';
import { defaultSetup } from '../../src/setup/setup.js';

const problems = (text: string): string => {
  try {
    parseSetup('tsdeploy.yml', text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
};

test('what a file leaves out is as if nothing was set up', () => {
  expect(parseSetup('tsdeploy.yml', '')).toEqual(defaultSetup);
  expect(parseSetup('tsdeploy.yml', '# nothing yet\n')).toEqual(defaultSetup);
  expect(defaultSetup.acknowledge).toEqual({ users: [], groups: [], 'second-person': false });
  expect(defaultSetup.keep.plans).toBe(365);
});

test('roles and lifetimes are read', () => {
  const setup = parseSetup(
    'tsdeploy.yml',
    'acknowledge:\n  users: [U0ANN]\n  groups: [S0LEADS]\n  second-person: true\npost:\n  users: [U0BEN]\nkeep:\n  plans: 30\n',
  );
  expect(setup.acknowledge).toEqual({ users: ['U0ANN'], groups: ['S0LEADS'], 'second-person': true });
  expect(setup.post).toEqual({ users: ['U0BEN'], groups: [] });
  expect(setup.keep).toEqual({ ...defaultSetup.keep, plans: 30 });
});

test('an entry that there is not is named with its line and the nearest real one', () => {
  const told = problems('keep:\n  plans: 30\n  conversation: 3\n');
  expect(told).toContain('tsdeploy.yml:3: keep › conversation');
  expect(told).toContain('Did you mean "conversations"?');
  expect(problems('role: 3\n')).toContain('Possible: acknowledge, post, keep, tickets');
});

test('every wrong value is named with its line', () => {
  const told = problems('acknowledge:\n  users:\n    - ann\n  second-person: maybe\nkeep: 3\n');
  expect(told.split('\n')).toHaveLength(3);
  expect(told).toMatch(/tsdeploy\.yml:3: acknowledge › users › 0: "ann" is no id of a user in Slack/);
  expect(told).toMatch(/tsdeploy\.yml:4: acknowledge › second-person: it is "maybe", and has to be boolean/);
  expect(told).toMatch(/tsdeploy\.yml:5: keep:/);
});

test('text that is no YAML, and aliases that multiply, are refused in one line each', () => {
  expect(problems('a: [')).toMatch(/^tsdeploy\.yml: /);
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefg'.replace(/./g, (to, at: number) => `${to}: &${to} [${Array(9).fill(`*${'abcdef'[at]}`).join(',')}]\n`)}`;
  expect(problems(bomb)).not.toBe('');
});

test('a named file that is not there is told, and none is needed', async () => {
  await expect(readSetup({ TSDEPLOY_CONFIG: '/nowhere/tsdeploy.yml' })).rejects.toThrow(
    /\/nowhere\/tsdeploy\.yml: can't be read/,
  );
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  try {
    const file = join(folder, 'own.yml');
    writeFileSync(file, 'keep: { misses: 7 }\n');
    expect((await readSetup({ TSDEPLOY_CONFIG: file })).keep.misses).toBe(7);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
