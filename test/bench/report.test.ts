import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { atLeast, atMost, noTarget, table } from '../../src/bench/row.js';
import { patience } from '../campaign.js';

const main = fileURLToPath(new URL('../../dist/bench/main.js', import.meta.url));
const bench = (...options: string[]) => spawnSync(process.execPath, [main, ...options], { encoding: 'utf8' });

describe('the report', () => {
  test('is a JSON list of measures, and the exit code says whether one misses its target', {
    timeout: patience,
  }, () => {
    const { status, stdout, stderr } = bench('--quick', '--json');
    expect(stderr).toBe('');
    const rows: unknown = JSON.parse(stdout);
    if (!Array.isArray(rows)) throw new Error('no list');
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows)
      expect(row).toEqual({
        name: expect.stringMatching(/./),
        value: expect.any(Number),
        unit: expect.stringMatching(/./),
        peer: row.peer === null ? null : expect.stringMatching(/./),
        target: row.target === null ? null : expect.stringMatching(/^at (most|least) [\d.]+$/),
        ok: expect.any(Boolean),
        measured: expect.stringMatching(/./),
      });
    expect(new Set(rows.map(({ name, peer }) => `${name} ${peer}`)).size).toBe(rows.length);
    expect(status).toBe(rows.every(({ ok }) => ok) ? 0 : 1);
  });

  test('names an option that it does not know', () => {
    const { status, stdout, stderr } = bench('--fast');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^bench: unknown option --fast\. Options: --json, --quick, --documents DIR\.\n$/);
  });
});

describe('a row', () => {
  const told = { name: 'plans', unit: 'ms', measured: 'twice' };

  test('is met at its limit and missed beyond it', () => {
    expect([atMost(2, 2, told), atMost(2, 2.01, told), atLeast(20, 20, told), atLeast(20, 19.9, told)]).toMatchObject([
      { ok: true, target: 'at most 2' },
      { ok: false },
      { ok: true, target: 'at least 20' },
      { ok: false },
    ]);
  });

  test('is missed where nothing could be measured', () => {
    expect(atMost(2, Number.NaN, told).ok).toBe(false);
    expect(atLeast(2, Number.NaN, told).ok).toBe(false);
  });

  test('without a target is never missed', () => {
    expect(noTarget(1e9, told)).toMatchObject({ ok: true, target: null });
  });

  test('stands in the table as a line that a person can read', () => {
    const lines = table([atMost(2, 3, { ...told, peer: 'nothing' }), noTarget(1, told)]).split('\n');
    expect(lines[1]).toMatch(/^MISSED {2}plans +3 ms nothing {2}at most 2 {2}twice$/);
    expect(lines[2]).toMatch(/^ok {6}plans +1 ms +- +twice$/);
  });
});
