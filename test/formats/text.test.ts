import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planText } from '../../src/formats/text.js';
import { readAnswers } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import { runs } from '../campaign.js';
import { anySituation, knowledge, planOf, today } from '../guide/any-answers.js';

const textOf = (path: string) => planText(planOf(path), { knowledge, colours: false });
const heads = (text: string) => text.split('\n').filter((line) => /^\S/.test(line));

const blocked =
  'site-version=2002 scenario=boot-media-over-cmg purpose=required collection-type=custom cmg-certificate=pki';

test('the verdict comes first, then reasons, warnings, questions, settings, checklist, procedures, answers, sources', () => {
  expect(heads(textOf(blocked))).toEqual([
    "Blocked: 1 reason. Don't deploy it like this.",
    'Why it is blocked',
    'Warnings',
    'Still to be answered',
    'Settings',
    'Checklist',
    'Procedures',
    'These answers again',
    'Sources',
  ]);
});

test('a blocked plan tells each way out in the words of the console', () => {
  expect(textOf(blocked)).toMatch(/→ Way out: Site version: 2010\n.*→ Way out: /s);
});

test('settings stand under the pages of the wizard, with exact labels', () => {
  const text = textOf('scenario=boot-media-over-cmg purpose=available');
  const places = [
    'Deploy Software Wizard › Deployment Settings',
    'Deploy Software Wizard › User Experience',
    'Deploy Software Wizard › Distribution Points',
  ];
  const at = places.map((place) => text.indexOf(place));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at[0]).toBeGreaterThan(0);
  expect(text).toContain('Allow task sequence to run for client on the Internet: On');
  expect(text).toMatch(/○ Configuration Manager clients, media, and PXE\n +○ Only media and PXE\n/);
});

test('a plan that hangs on a limit is ready if that is settled', () => {
  let path = 'site-version=2103 scenario=boot-media-over-cmg mp-connections=unknown purpose=available';
  for (let next = planOf(path).open[0]; next; next = planOf(path).open[0])
    path += ` ${next.word}=${{ network: 'wired', multicast: 'no' }[next.word] ?? next.options[0]?.value ?? '1'}`;
  expect(textOf(path)).toMatch(/^Ready if the 1 point marked "Make sure" is settled\./);
  expect(textOf(path)).toMatch(/\[ \] Make sure: Don't leave the management point on internet-only/);
  expect(textOf(path.replace('mp-connections=unknown', 'mp-connections=intranet-only'))).toMatch(/^Ready\.\n/);
});

test('every number in brackets is a source in the list, and every source is cited', () => {
  fc.assert(
    fc.property(anySituation, (answers) => {
      const text = planText(makePlan(knowledge, answers, today), { knowledge, colours: false });
      const [body = '', list = ''] = text.split('\nSources\n');
      const cited = new Set(
        [...body.replace(/\s+/g, ' ').matchAll(/\[(\d+)(?:, inferred)?\]/g)].map(([, number]) => Number(number)),
      );
      const listed = [...list.matchAll(/^ {2}\[(\d+)\] /gm)].map(([, number]) => Number(number));
      expect(listed).toEqual(listed.map((_, at) => at + 1));
      expect([...cited].sort((a, b) => a - b)).toEqual(listed);
    }),
    runs(40),
  );
});

test('no line is longer than 100 characters but for a long word, a heading or the line of answers', () => {
  fc.assert(
    fc.property(anySituation, (answers) => {
      const text = planText(makePlan(knowledge, answers, today), { knowledge, colours: false });
      for (const line of text.split('\n'))
        if (/^ +(-|→|○|\[ \]|\d+\.) /.test(line) && !/https?:|tsdeploy plan|^ {2}\[/.test(line) && !/\S{60}/.test(line))
          expect(line.length, line).toBeLessThanOrEqual(100);
    }),
    runs(30),
  );
});

test('colours change nothing but colours, and without them none is written', () => {
  fc.assert(
    fc.property(anySituation, (answers) => {
      const plan = makePlan(knowledge, answers, today);
      const [bare, painted] = [false, true].map((colours) => planText(plan, { knowledge, colours }));
      expect(stripVTControlCharacters(painted ?? '')).toBe(bare);
      expect(bare).not.toMatch(/\p{Cc}(?<!\n)/u);
    }),
    runs(30),
  );
  expect(planText(planOf(blocked), { knowledge, colours: true })).toContain('\u001b[');
});

describe('the answers at the end', () => {
  const again = (path: string) => /^ {2}(tsdeploy plan.*)$/m.exec(textOf(path))?.[1] ?? '';

  test('are a command that gives the same plan', () => {
    expect(again('site-version=2010 purpose=required')).toBe(
      'tsdeploy plan --set site-version=2010 --set purpose=required',
    );
    expect(again('')).toBe('tsdeploy plan');
  });

  test('are quoted for a shell, also where it is PowerShell', () => {
    expect(again('assignment=log-on,log-off')).toBe("tsdeploy plan --set 'assignment=log-on,log-off'");
    expect(again('comment="$(id) `x` ""y"" & z"')).toBe(`tsdeploy plan --set 'comment=$(id) \`x\` "y" & z'`);
    expect(again(`comment="it's"`)).toBe(`tsdeploy plan --set 'comment=it'\\''s'`);
  });
});

test('a text that a person gave is shown as it was given', () => {
  const collection = '\\*_[x](y)`<b> **bold** &amp;';
  const { answers } = readAnswers(knowledge, [['collection', collection]]);
  expect(planText(makePlan(knowledge, answers, today), { knowledge, colours: false })).toContain(
    `Collection: ${collection}`,
  );
});
