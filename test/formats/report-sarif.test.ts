import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportSarif } from '../../src/formats/report-sarif.js';
import { faultKind } from '../../src/guide/fault-rules.js';
import { anyWrongConfig, checkedOf, plainPage } from './any-report.js';

// The schema is of draft 4, which differs in these two keys alone as far as it uses them.
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL('../sarif-2.1.0.schema.json', import.meta.url), 'utf8'));
const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const sarifOf = async (...texts: readonly string[]) =>
  JSON.parse(
    reportSarif(await Promise.all(texts.map((text, at) => checkedOf(text, `folder/a ${at}.yaml`))), plainPage),
  );

const wrong = 'scenario: boot-media-over-cmg\nsite-version: 2303\nnetwork: wireless\ncolour: blue\npurpose: avalable\n';

describe('a report as SARIF', () => {
  test('is valid against the schema, whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(anyWrongConfig, async (text) => {
        expect(valid(await sarifOf(text, '', wrong)), JSON.stringify(valid.errors)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(valid(await sarifOf())).toBe(true);
    expect(valid({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  test('has a rule for each fact, with help and its source', async () => {
    const [run] = (await sarifOf(wrong)).runs;
    const { rules } = run.tool.driver;
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
    const used = new Set(run.results.map(({ ruleId }: { ruleId: string }) => ruleId));
    expect(new Set(rules.map(({ id }: { id: string }) => id))).toEqual(used);
    for (const { help, shortDescription } of rules) {
      expect(help.text.length).toBeGreaterThan(10);
      expect(shortDescription.text).not.toBe('');
    }
    expect(rules.find(({ id }: { id: string }) => id === 'boot-media-over-cmg/wired').helpUri).toMatch(
      /^https:\/\/learn/,
    );
  });

  test('has a rule for each kind of fault in a script too, with what to do', async () => {
    const call = 'Start-CMTaskSequenceDeployment -TaskSequencePackageId PS100012 -Foo 1 -Comment\n';
    const [run] = (await sarifOf(call)).runs;
    const { rules } = run.tool.driver;
    const faults: string[] = run.results.flatMap(({ ruleId }: { ruleId: string }) =>
      ruleId.startsWith('input/') ? [ruleId] : [],
    );
    expect(new Set(faults)).toEqual(
      new Set(['input/deprecated-cmdlet', 'input/missing-parameter', 'input/missing-value', 'input/unknown-parameter']),
    );
    for (const id of faults) {
      const { about, help } = faultKind(id) ?? { about: '', help: '' };
      expect(rules.find((rule: { id: string }) => rule.id === id)).toMatchObject({
        shortDescription: { text: `${about}.` },
        help: { text: `${about}. ${help}` },
      });
    }
  });

  test('gives level, message and place of each finding', async () => {
    const [run] = (await sarifOf(wrong)).runs;
    const one = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'boot-media-over-cmg/wired');
    expect(one).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'folder/a%200.yaml' },
            region: { startLine: 3, startColumn: 1 },
          },
        },
      ],
      properties: { word: 'network', actual: 'wireless', expected: ['wired'], fix: { network: 'wired' } },
    });
    expect(one.message.text).not.toMatch(/\*\*/);
    expect(one.message.text).toContain('Fix: Network connection: Wired.');
  });

  test('gives what is not stated as open, and what was not understood or read as notifications', async () => {
    const [run] = (await sarifOf(wrong, '')).runs;
    const open = run.results.filter(({ kind }: { kind?: string }) => kind === 'open');
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ level }: { level: string }) => level === 'none')).toBe(true);
    const [invocation] = run.invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications.map(({ level }: { level: string }) => level)).toEqual([
      'note',
      'error',
    ]);
  });
});
