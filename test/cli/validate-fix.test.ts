import { expect, test } from 'vitest';
import { call, fileOf } from './call.js';

const wrong = 'scenario: in-place-upgrade\nsite-version: "2503"\nallow-internet: "off" # why not\n';
const fix = (...args: string[]) => call(['validate', '--fix', ...args]);

test('--fix prints the corrected text and nothing else, and ends with 0 where nothing is left', async () => {
  const { code, out, err } = await fix(fileOf(wrong, 'a.yaml'));
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n')).toEqual([
    'scenario: in-place-upgrade',
    'site-version: "2503"',
    expect.stringMatching(/^# was off: .*\(internet\/allow-internet\)$/),
    'allow-internet: "on" # why not',
    '',
  ]);
});

test('--fix ends with 1 while an error is left, and names it', async () => {
  const { code, out } = await fix(fileOf('scenario: boot-media-over-cmg\nsite-version: "2006"\n'));
  expect(code).toBe(1);
  expect(out).toMatch(
    /# not fixed: site-version: .* A way out: site-version: 2010\. \(boot-media-over-cmg\/\S+\)\nsite-version: "2006"/,
  );
});

test('what is set beside the text is judged and not written', async () => {
  const { out } = await fix(fileOf('allow-internet: off\n'), '--set', 'scenario=in-place-upgrade');
  expect(out).toMatch(/^# was off: .*\nallow-internet: "on"\n$/);
});

test('several files come one after the other, each under its name, and one that is unusable is told', async () => {
  const script =
    "New-CMTaskSequenceDeployment -TaskSequencePackageId DEM00007 -CollectionName 'x' -Purpose Available\n";
  const files = [fileOf(wrong, 'a.yaml'), fileOf('', 'b.yaml'), fileOf(script, 'c.ps1')];
  const { code, out, err } = await fix(...files);
  expect([code, err]).toEqual([2, expect.stringMatching(/b\.yaml: it is empty.*\n$/)]);
  expect(out).toMatch(
    /^# \S+a\.yaml\n---\nscenario: in-place-upgrade\n.*\n# \S+c\.ps1\n# was .* -DeployPurpose Available\n$/s,
  );
});

test.each([
  ['json', ['--format', 'json'], /--fix prints the corrected text, which has no format json/],
  ['sarif', ['--format', 'sarif'], /no format sarif/],
  ['a batch', ['--batch', fileOf('{}')], /--fix takes files, not --batch/],
])('--fix with %s is refused in one line', async (_, args, line) => {
  const { code, out, err } = await fix(...args, ...(args.includes('--batch') ? [] : [fileOf(wrong)]));
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(line);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
