import { describe, expect, test } from 'vitest';
import { call, callBuilt, fileOf } from './call.js';

const json = async (...args: string[]) => JSON.parse((await call(['ask', ...args, '--format', 'json'])).out);

describe('tsdeploy ask', () => {
  test('answers in plain text, with the addresses of its sources at the end', async () => {
    const { code, out, err } = await call(['ask', 'user on wifi, usb reimage over the internet, works?']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^No, not with “Wireless”\. Use a wired network connection\./);
    expect(out).not.toContain('**');
    expect(out).toMatch(/\nSources\n\n {2}Prerequisites for boot media via CMG\n {6}https:\/\/learn\.microsoft\.com\//);
    for (const line of out.split('\n')) if (!line.includes('https:')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('gives Markdown with links, and JSON as the interface has it', async () => {
    const { out } = await call(['ask', 'does always rerun repeat it', '--format', 'markdown']);
    expect(out).toMatch(/\]\(https:\/\/learn\.microsoft\.com\//);
    expect(await json('does always rerun repeat it')).toEqual({
      status: 'answered',
      answer: out.trimEnd(),
      read: {},
      facts: expect.arrayContaining([
        { id: expect.any(String), text: expect.any(String), sources: expect.arrayContaining([expect.anything()]) },
      ]),
      clarify: null,
    });
  });

  test('takes the question as one argument or as several', async () => {
    expect(await json('usb', 'stick', 'wifi', 'ok?')).toEqual(await json('usb stick wifi ok?'));
  });

  test('asks back with the options, and the answer to it continues the question', async () => {
    const question = 'which settings do i need for that deployment';
    const { status, clarify } = await json(question);
    expect(status).toBe('clarify');
    expect(clarify.options.length).toBeGreaterThan(2);
    for (const option of clarify.options.slice(0, 3)) {
      const next = await json(option, '--after', question);
      expect([option, next.status]).toEqual([option, 'answered']);
      expect(Object.keys(next.read)).toContain('scenario');
    }
  });

  test('answers a batch line by line, bare questions in, one object a line out', async () => {
    const file = fileOf('does winpe support wifi\n\nwhat is the price of a licence\n');
    const { code, out } = await call(['ask', '--batch', file]);
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ status }) => status)).toEqual(['answered', 'not-covered', 'not-covered']);
    expect((await call(['ask', '--batch', file, '--format', 'json'])).out).toBe(out);
  });

  test.each([
    [[], /^tsdeploy ask: there is no question\. Write: tsdeploy ask "QUESTION"\.\n$/],
    [['--batch', 'x', 'why'], /^tsdeploy ask: --batch reads its own file/],
    [['why', '--format', 'yaml'], /^tsdeploy ask: unknown format "yaml"\. Formats: text, markdown, json\.\n$/],
    [['why', '--set', 'a=b'], /^tsdeploy ask: unknown option --set\./],
    [['why', '--today', 'soon'], /^--today: "soon" isn't a date/],
    [['--batch', '/no/such/file'], /no\/such\/file/],
  ])('%j can not be used: one clear line and exit code 2', async (args, message) => {
    const { code, out, err } = await call(['ask', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('the built command answers questions as exit code 0, covered or not', () => {
    expect(callBuilt(['ask', 'does winpe support wifi', '--format', 'json']).code).toBe(0);
    expect(callBuilt(['ask', '']).out).toMatch(/don't cover that/);
    expect(callBuilt(['ask', '--batch', '-'], 'usb stick wifi ok?\n').out).toMatch(/^\{"status":"answered"/);
  });
});
