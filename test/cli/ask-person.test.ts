import { describe, expect, test } from 'vitest';
import { type AtTerminal, atTerminal, keys } from './terminal.js';

const set = (path: string) => path.split(' ').flatMap((pair) => ['--set', pair]);
const risky = 'site-version=2403 scenario=in-place-upgrade purpose=required collection-type=custom feature-update=no';
const unsure = "I don't know";
const show = 'Show the plan';
const changeOne = 'Change an earlier answer…';

/** A question anew, not the last one drawn again. */
const nextQuestion = /(questions left|last question)[\s\S]*(● |\(a number;)|● Show the plan/;

/** Answers every question from here on in the same way, '' being what stands first; then all is answered. */
async function answerAll(ann: AtTerminal, label: string): Promise<void> {
  for (let asked = 0; asked < 30; asked++) {
    const screen = await ann.sees(nextQuestion);
    if (screen.includes(show)) return;
    if (screen.includes('(a number;')) ann.types('?', keys.enter);
    else if (label !== '') await ann.chooses(label);
    else ann.types(keys.enter);
  }
  throw new Error('the questions have no end');
}

/** Answers every question from here on in the same way, and has the plan shown. */
async function finish(ann: AtTerminal, label: string): Promise<void> {
  await answerAll(ann, label);
  await ann.chooses(show);
}

describe('a person at a terminal', () => {
  test('answers question by question, and gets the plan', async () => {
    const ann = atTerminal(['plan']);
    expect(await ann.sees(/Search: /)).toMatch(/about \d+ questions left/);
    ann.types('2403');
    await ann.sees(/● 2403/);
    ann.types(keys.enter);
    await ann.chooses('Software or scripts without an OS, over the internet via a CMG');
    await finish(ann, '');
    const { code, out, err } = await ann.ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Ready\.\n/);
    expect(out).toMatch(/--set site-version=2403 --set scenario=software-or-script/);
  });

  test('finds a release by its build too, and is told where nothing in the list is called that', async () => {
    const ann = atTerminal(['plan']);
    await ann.sees(/Search: /);
    ann.types('zzz', keys.enter);
    await ann.sees(/Nothing in the list is called that/);
    ann.types(...'zzz'.replaceAll('z', '\u007f'), '5.00.9128');
    await ann.sees(/● 2403/);
    ann.types(keys.enter);
    await ann.sees(/Scenario · about/);
    ann.types(keys.leave);
    expect((await ann.ended).code).toBe(2);
  });

  test('may not know any answer, and then learns what hangs on it', async () => {
    const ann = atTerminal(['plan', ...set('site-version=2103 scenario=boot-media-over-cmg')]);
    await finish(ann, unsure);
    const { code, out } = await ann.ended;
    expect(code).toBe(0);
    expect(out).toMatch(/^Ready if the \d+ points/);
    expect(out).toMatch(/--set mp-connections=unknown/);
  });

  test('changes one answer, and every other stays', async () => {
    const ann = atTerminal(['plan', ...set('site-version=2403 scenario=boot-media-over-cmg comment=a_b*c')]);
    await ann.chooses(changeOne);
    expect(await ann.sees(/Which answer\?/)).toContain('Comments (optional): a_b*c');
    await ann.chooses('Site version: 2403');
    await ann.sees(/Search: /);
    ann.types('2409');
    await ann.sees(/● 2409/);
    ann.types(keys.enter);
    await finish(ann, unsure);
    expect((await ann.ended).out).toMatch(/--set site-version=2409 --set scenario=boot-media-over-cmg --set/);
  });

  test('goes back from the list of answers without changing one', async () => {
    const ann = atTerminal(['plan', ...set('site-version=2403')]);
    await ann.chooses(changeOne);
    await ann.chooses('None, go back');
    expect(await ann.sees(/Scenario · about/)).not.toMatch(/Search: /);
    ann.types(keys.leave);
    await ann.ended;
  });

  test('changes an answer at the end, when all is answered', async () => {
    const ann = atTerminal(['plan', ...set('site-version=2403 scenario=software-or-script')]);
    await answerAll(ann, '');
    expect(await ann.sees(/All is answered/)).toMatch(/All is answered \(\d+ answers\)/);
    await ann.chooses(changeOne);
    await ann.chooses('Purpose: Available');
    await ann.chooses('Required');
    await finish(ann, '');
    expect((await ann.ended).out).toContain('--set purpose=required');
  });

  test('is told beside the field what is wrong with a number', async () => {
    const ann = atTerminal(['plan', ...set(risky)]);
    await ann.sees(/default size.*\(a number;/s);
    ann.types('1.5', keys.enter);
    await ann.sees(/"1\.5" isn't a whole number/);
    ann.types('\u007f', '\u007f', '00', keys.enter);
    await ann.sees(/maximum size.*\(a number;/s);
    ann.types('<', keys.enter);
    expect(await ann.sees(/Which answer\?/)).toContain('Default size: 100');
    ann.types(keys.leave);
    expect((await ann.ended).code).toBe(2);
  });

  test('is told at once, and once, why a plan is blocked, and goes on to see the rest', async () => {
    const ann = atTerminal(['plan', ...set('site-version=2002')]);
    await ann.chooses('Reimage with boot media over the internet, via a CMG');
    expect(await ann.sees(/Blocked: /)).toMatch(/Blocked: Reimage with boot media over a CMG in version 2010 or later/);
    await ann.chooses('Available');
    expect(await ann.sees(/Who issued/)).not.toMatch(/Blocked: /);
    await finish(ann, unsure);
    const { code, out } = await ann.ended;
    expect(code).toBe(1);
    expect(out).toMatch(/^Blocked: 1 reason\./);
  });
});

describe('changing a given answer', () => {
  const given = 'site-version=2403 scenario=boot-media-over-cmg network=wired comment=first';

  test('asks for a setting that no question is about, with what was given, and puts the new value in its place', async () => {
    const ann = atTerminal(['plan', ...set(given)]);
    await ann.chooses(changeOne);
    await ann.chooses('Comments (optional): first');
    expect(await ann.sees(/\(a text; .*\)[\s\S]*first/)).toMatch(/\? to leave this open/);
    ann.types('X', keys.enter);
    await ann.chooses(changeOne);
    expect(await ann.sees(/Which answer\?/)).toContain('Comments (optional): firstX');
    ann.types(keys.leave);
    await ann.ended;
  });

  test('leaves a setting open where that is asked for', async () => {
    const ann = atTerminal(['plan', ...set(given)]);
    await ann.chooses(changeOne);
    await ann.chooses('Comments (optional): first');
    await ann.sees(/\(a text; /);
    ann.types(...'first'.replaceAll(/./g, '\u007f'), '?', keys.enter);
    await ann.sees(nextQuestion);
    ann.types(keys.leave);
    await ann.ended;
    expect(await ann.sees(/tsdeploy plan/)).not.toMatch(/comment=/);
  });

  test('offers releases newest first, with the one given preselected', async () => {
    const ann = atTerminal(['plan', ...set('site-version=2403')]);
    await ann.chooses(changeOne);
    await ann.chooses('Site version: 2403');
    const screen = await ann.sees(/● 2403/);
    expect(screen.indexOf('○ 2409')).toBeGreaterThan(0);
    expect(screen.indexOf('○ 2409')).toBeLessThan(screen.indexOf('● 2403'));
    ann.types(keys.leave);
    await ann.ended;
  });

  test('Esc goes back from the list and from the question, and nothing is changed', async () => {
    const ann = atTerminal(['plan', ...set(given)]);
    await ann.chooses(changeOne);
    await ann.sees(/Which answer\?/);
    ann.types(keys.escape);
    await ann.sees(nextQuestion);
    await ann.chooses(changeOne);
    await ann.chooses('Comments (optional): first');
    await ann.sees(/\(a text; /);
    ann.types(keys.escape);
    await ann.sees(nextQuestion);
    ann.types(keys.leave);
    expect(await ann.sees(/tsdeploy plan/)).toContain('--set comment=first');
    await ann.ended;
  });
});

test.each([40, 60])('a reason for a blocked plan breaks between words at %i columns', async (columns) => {
  const ann = atTerminal(['plan', ...set('site-version=2002 scenario=boot-media-over-cmg')], columns);
  const screen = await ann.sees(nextQuestion);
  const told = screen.slice(screen.indexOf('Blocked: '), screen.indexOf('an answer.') + 10).split('\n');
  expect(told.length).toBeGreaterThan(2);
  for (const line of told) expect(line.length).toBeLessThanOrEqual(columns);
  expect(told.map((line) => line.replace(/^│\s+/, '')).join(' ')).toMatch(
    /in version 2010 or later.* change an answer\./,
  );
  ann.types(keys.leave);
  await ann.ended;
});

describe('leaving with Ctrl+C', () => {
  test.each([
    ['at a list', 'site-version=2403', /Scenario · about/],
    ['at a list to search', 'network=wired', /Search: /],
    ['at a number', risky, /\(a number;/],
  ])('%s writes no plan and no trace, and exits with 2', async (_, path, asked) => {
    const ann = atTerminal(['plan', ...set(path)]);
    await ann.sees(asked);
    ann.types(keys.leave);
    expect(await ann.ended).toEqual({ code: 2, out: '', err: '' });
    const left = await ann.sees(/Left without a plan[\s\S]*tsdeploy plan/);
    expect(left).not.toMatch(/Error|^\s+at /m);
    for (const pair of path.split(' ')) expect(left).toMatch(new RegExp(`\ntsdeploy plan .*--set ${pair}( |\n)`));
  });
});

describe('nobody is asked', () => {
  const complete = 'site-version=2403 scenario=software-or-script purpose=available has-boot-image=no';
  test.each([
    ['where nothing is left to ask', set(complete)],
    ['with --no-input', ['--no-input']],
    ['in another format than text', ['--format', 'json']],
    ['in a batch', ['--batch', '/dev/null']],
  ])('%s', async (_, args) => {
    const ann = atTerminal(['plan', ...args]);
    expect((await ann.ended).code).toBe(0);
    expect(await ann.sees(/^/)).toBe('');
  });
});
