import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzz } from '../campaign.js';
import { anyPair, anyPairs, faultsIn, readingOf, statedIn } from './any-config.js';

const one = async (text: string) => (await statedIn(text))[0];

describe('a config in lines', () => {
  test.each<[string, (name: string, value: string) => string]>([
    ['word: value', (name, value) => `${name}: ${value}`],
    ['word = value', (name, value) => `${name} = ${value}`],
    ['word=value', (name, value) => `${name}=${value}`],
    ['a bullet', (name, value) => `• ${name}: ${value}`],
    ['a numbered item', (name, value) => `1. ${name}: ${value}`],
    ['a quoted line', (name, value) => `> ${name}: ${value}`],
    ['bold marks', (name, value) => `*${name}:* ${value}`],
    ['more bold marks', (name, value) => `**${name}**: ${value}`],
    ['quotes', (name, value) => `${name}: "${value}"`],
    ['smart quotes', (name, value) => `${name}: “${value}”`],
    ['single quotes', (name, value) => `'${name}' = '${value}'`],
    ['a table', (name, value) => `| ${name} | ${value} |`],
    ['cells of a spreadsheet', (name, value) => `${name}\t${value}`],
    ['a comment behind it', (name, value) => `${name}: ${value}   # so it was agreed`],
    ['spaces that do not break', (name, value) => `${name}:\u00a0${value}`],
    ['a comma at its end', (name, value) => `"${name}": "${value}",`],
  ])('is read as %s, by ids and by labels', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(anyPairs, fc.boolean(), async (pairs, labels) => {
        const text = pairs.map(([word, value]) => write(labels ? word.label : word.id, value)).join('\n');
        const wanted = Object.fromEntries(pairs.map(([word, value]) => [word.id, value]));
        expect(await one(text)).toEqual(wanted);
        const { unread, subjects } = await readingOf(text);
        expect([unread, subjects.flatMap(({ faults }) => faults)]).toEqual([[], []]);
      }),
      { numRuns: 60 },
    );
  });

  test('is read as one line', async () => {
    const wanted = { scenario: 'boot-media-over-cmg', 'site-version': '2303', network: 'wired' };
    expect(await one('scenario=boot-media-over-cmg site-version=2303 network=wired')).toEqual(wanted);
    expect(await one('scenario="boot media over CMG" site-version=2303 network="wired"')).toEqual(wanted);
    expect(
      await one('tsdeploy plan --set scenario=boot-media-over-cmg --set site-version=2303 --set network=wired'),
    ).toEqual(wanted);
    expect(await one('scenario: boot-media-over-cmg, site-version: CB 2303; network: wired')).toEqual(wanted);
    expect(await one('scenario:boot-media-over-cmg;version:5.00.9106.1000,network:wired')).toEqual(wanted);
    expect(await one('{“scenario”: “boot media over CMG”, “site-version”: “2303”, “network”: “wired”}')).toEqual(
      wanted,
    );
  });

  test('is read out of chatter, and the chatter is told', async () => {
    const text = 'Hi all, is this ok?\nour purpose: required, please\nwake-up: off for now\nThanks!';
    expect(await one(text)).toEqual({ purpose: 'required', 'wake-up': 'off' });
    expect((await readingOf(text)).unread).toEqual([
      { line: 1, text: 'Hi all, is this ok?' },
      { line: 2, text: 'our … please' },
      { line: 3, text: 'for now' },
      { line: 4, text: 'Thanks!' },
    ]);
  });

  test('takes a list, a deeper line or the line below as the value of a word that has none', async () => {
    expect(await one('assignment:\n  - log on\n  - log-off\npurpose: required')).toEqual({
      assignment: 'log-on,log-off',
      purpose: 'required',
    });
    expect(await one('hi\nassignment:\n* log on\n* 2026-12-01T22:00\nbye')).toEqual({
      assignment: 'log-on,2026-12-01T22:00',
    });
    expect(await one('Purpose:\nRequired\nhello')).toEqual({ purpose: 'required' });
    expect(await one('Hello\nComments:\n    all of Berlin')).toEqual({ comment: 'all of Berlin' });
  });

  test('takes ticked and empty boxes as on and off', async () => {
    expect(
      await one('[x] Send wake-up packets\n☐ Pre-download content for this task sequence\n- [ ] allow-internet'),
    ).toEqual({
      'wake-up': 'on',
      'pre-download': 'off',
      'allow-internet': 'off',
    });
  });

  test('keeps numbers, on and yes as text', async () => {
    expect(await one('site-version: 2010\nwake-up: yes\ntask-sequence: 0012\ncollection-size: 007')).toEqual({
      'site-version': '2010',
      'wake-up': 'on',
      'task-sequence': '0012',
      'collection-size': '7',
    });
  });

  test('keeps the text of a comment as it was written', async () => {
    expect(await one('comment: Köln – “Mitte”, it’s urgent')).toEqual({ comment: 'Köln – “Mitte”, it’s urgent' });
  });

  test('tells a value that is none, with what is allowed, the nearest, and its place', async () => {
    const [subject] = (await readingOf('# a\npurpose:  avalable')).subjects;
    expect(subject?.faults).toEqual([
      expect.objectContaining({
        rule: 'input/unknown-value',
        level: 'error',
        word: 'purpose',
        actual: 'avalable',
        expected: ['available', 'required'],
        fix: { purpose: 'available' },
        line: 2,
        column: 11,
      }),
    ]);
  });

  test('names the neighbours and the preview of a number that is no release', async () => {
    const [subject] = (await readingOf('site-version: 2009')).subjects;
    expect(subject?.faults[0]?.message).toMatch(/technical preview.*tp2009.*2006 and 2010/);
    expect(subject?.faults[0]?.fix).toBeNull();
  });

  test('tells a word that is given twice with different values, and judges the first', async () => {
    expect(await one('wake-up: off\nwake-up: on')).toEqual({ 'wake-up': 'off' });
    expect(await faultsIn('wake-up: off\nwake-up: on')).toEqual(['input/twice 2']);
    expect(await faultsIn('wake-up: off\nwake-up: no\nWake on LAN: "Off"')).toEqual([]);
  });

  test('counts the null of YAML as not stated, but not the text', async () => {
    expect(await one('purpose: null\nmetered: ~\nwake-up: on')).toEqual({ 'wake-up': 'on' });
    expect(await faultsIn('purpose: null\nmetered: ~')).toEqual([]);
    expect(await faultsIn('purpose: "null"')).toEqual(['input/unknown-value 1']);
  });

  test('counts unknown as not stated', async () => {
    expect(await one('purpose: unknown\nscenario: intranet')).toEqual({ scenario: 'intranet' });
    expect(await statedIn('scenario: Unknown\n')).toEqual([{}]);
  });

  test('tells a name that is nearly a word, and where a value is missing', async () => {
    const text = 'purpose: required\nallow-internt: on\nwake-up:\n';
    expect(await faultsIn(text)).toEqual(['input/unknown-word 2']);
    expect((await readingOf(text)).unread.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('tells a quote or bracket that is not closed beside what was read', async () => {
    expect(await faultsIn('purpose: "required')).toEqual(['input/not-well-formed 1']);
    expect(await one('wake-up: on\nassignment: [log-on,')).toEqual({ 'wake-up': 'on', assignment: 'log-on' });
  });

  test('does not take a sentence for a word with a wrong value', async () => {
    const text = 'purpose: required\nWindows version: 11\n';
    expect(await faultsIn(text)).toEqual([]);
    expect((await readingOf(text)).unread).toEqual([{ line: 2, text: 'Windows version: 11' }]);
  });

  test('lists so many faults and unread lines, and counts the rest', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `purpose: x${at}\nline ${at}`).join('\n');
    const { subjects, unread } = await readingOf(many);
    expect(subjects[0]?.faults.at(-1)?.message).toMatch(/2990 more faults/);
    expect(unread.at(-1)?.text).toBe('… and 2500 more from here on');
  });

  test('drops no line: each is stated, at fault, unread, or says again what another said', async () => {
    const line = fc.oneof(
      anyPair.map(([word, value]) => `${word.id}: ${value}`),
      fc.constantFrom(
        'purpose: avalable',
        'scenario: nowhere',
        'hello there',
        'colour: blue',
        'x = y',
        'assignment:',
        '- log on',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const text = ['wake-up: on', ...lines].join('\n');
        const { subjects, unread } = await readingOf(text);
        const places = [...subjects.flatMap(({ stated, faults }) => [...stated, ...faults]), ...unread];
        const told = new Set(places.map((place) => place.line));
        for (const [at, written] of text.split('\n').entries()) {
          const [, word, value] = /^([\w-]+): (.*)$/.exec(written) ?? [];
          const again =
            text.split('\n').indexOf(written) < at ||
            subjects[0]?.stated.some((one) => one.word === word && String(one.value) === value);
          const listed = written === '- log on' || written === 'assignment:';
          if (!again && !listed) expect(told, `line ${at + 1} of\n${text}`).toContain(at + 1);
        }
      }),
      fuzz,
    );
  });
});
