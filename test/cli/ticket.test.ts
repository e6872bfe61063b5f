import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configKind, judgedConfigsIn } from '../../src/plans/judged-configs.js';
import { planKind } from '../../src/plans/plan-kind.js';
import { openStore } from '../../src/store/disk-store.js';
import { fresh } from '../plans/kept.js';
import { withTicks } from '../tickets/sample.js';
import type { Office } from '../tickets/servers/office.js';
import { requestTrackerServer } from '../tickets/servers/request-tracker.js';
import { type Called, call, fileOf } from './call.js';

let office: Office;
let config: string;
beforeAll(async () => {
  office = await requestTrackerServer();
  const entry = { ...office.entry(office.url), token: '$TRACKER_TOKEN', settle: 0.2 };
  config = fileOf(JSON.stringify({ tickets: [entry] }), 'tsdeploy.yml');
});
afterAll(() => office.close());

const folder = () => mkdtempSync(join(tmpdir(), 'tsdeploy-data-'));
const plan = 'site-version=2509 scenario=in-place-upgrade';

const ticket = (
  args: readonly string[],
  data = folder(),
  env: Readonly<Record<string, string>> = {},
): Promise<Called> =>
  call(['ticket', ...args], {
    env: { TSDEPLOY_TODAY: '2026-11-20', TSDEPLOY_CONFIG: config, TSDEPLOY_DATA: data, ...office.env, ...env },
  });

describe('tsdeploy ticket', () => {
  test('posts a plan and says where, once', async () => {
    const number = await office.open();
    const data = folder();
    const first = await ticket([number, plan], data);
    expect(first).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Posted to RT-\d+ \(tracker\): http:\S+#txn-\d+\n$/),
    });
    expect(await ticket([number, plan], data)).toMatchObject({ code: 0, out: expect.stringMatching(/has it already/) });
    expect(await office.comments(number)).toHaveLength(1);
  });

  test('takes a file, pairs, and --set, which beats the file', async () => {
    const number = await office.open();
    const file = fileOf('site-version: 2403\nscenario: in-place-upgrade\n');
    await ticket([number, file, '--set', 'site-version=2503']);
    await ticket([number, 'site-version=2409', 'scenario=in-place-upgrade']);
    const [first, second] = await office.comments(number);
    expect(first).toContain('Site version: 2503');
    expect(second).toContain('Site version: 2409');
  });

  test('takes the id of a plan that is kept, with who ticked what, and the config that was judged against it', async () => {
    const number = await office.open();
    const data = folder();
    const store = await openStore({ folder: data, tell: () => {} });
    const plans = await store.entries(planKind({ title: () => 'A plan' }, 365));
    const answers: [string, string][] = [
      ['site-version', '2509'],
      ['scenario', 'in-place-upgrade'],
    ];
    const kept = withTicks({ ...fresh, answers, people: { UANN: 'Ann of the desk' } }, plan, 1, 'UANN');
    const id = await plans.add(kept);
    await judgedConfigsIn(await store.entries(configKind(365))).keep(id, 'allow-internet: off');
    await store.close();
    expect(await ticket([number, id], data)).toMatchObject({ code: 0 });
    const [comment, ...more] = await office.comments(number);
    expect(more).toEqual([]);
    expect(comment).toMatch(/☑ .*Ann of the desk, 2026-11-20 09:30 UTC/);
    expect(comment).toMatch(/The config that was judged.*Posted in Slack.*1 error/s);
    const missing = 'f'.repeat(32);
    expect(await ticket([number, missing], data)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no plan with this id'),
    });
  });

  test('--dry-run shows exactly what would be sent, and sends nothing', async () => {
    const number = await office.open();
    const dry = await ticket([number, plan, '--dry-run']);
    expect(dry).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^Nothing was sent\. RT-\d+ .* would get this, exactly:/),
    });
    expect(await office.comments(number)).toEqual([]);
    await ticket([number, plan]);
    expect(await office.comments(number)).toEqual([dry.out.trimEnd()]);
  });

  test('prints JSON alone', async () => {
    const number = await office.open();
    const dry = JSON.parse((await ticket([number, plan, '--dry-run', '--format', 'json'])).out);
    expect(dry).toMatchObject({
      state: 'shown',
      ticket: number,
      system: 'tracker',
      parts: [{ mark: expect.stringMatching(/^tsdeploy:[0-9a-f]{24}$/) }],
    });
    const posted = await ticket([number, plan, '--format', 'json']);
    expect([JSON.parse(posted.out), posted.err]).toMatchObject([{ state: 'posted', before: false }, '']);
    const refused = await ticket(['RT-99999', plan, '--format', 'json']);
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([
      1,
      { state: 'refused', reason: expect.stringContaining('404') },
    ]);
  });

  test('judges a config by the plan, and posts what it finds', async () => {
    const number = await office.open();
    await ticket([number, plan, '--config', fileOf('make-available-to: media-pxe\n', 'posted.yaml')]);
    expect((await office.comments(number)).join()).toMatch(
      /The config that was judged[\s\S]*posted\.yaml[\s\S]*Errors/,
    );
  });

  test('without a plan it shows what was posted there', async () => {
    const number = await office.open();
    const data = folder();
    expect(await ticket([number], data)).toMatchObject({
      code: 0,
      out: `Nothing was posted to ${number} from here.\n`,
    });
    await ticket([number, plan], data);
    expect(await ticket([number], data)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^posted .*\n {2}http:/),
    });
  });

  test('with no system set up it hands out the Markdown to paste', async () => {
    const none = { TSDEPLOY_CONFIG: fileOf('tickets: []\n', 'tsdeploy.yml') };
    const { code, out, err } = await ticket(['CHG1', plan], folder(), none);
    expect([code, err]).toEqual([0, expect.stringMatching(/^No ticket system is set up.*Paste this into CHG1:/)]);
    expect(out).toMatch(/^# 2509[\s\S]*- \[ \] /m);
  });

  test('a refusal ends with 1 and says why', async () => {
    const number = await office.open();
    await office.closeTicket(number);
    expect(await ticket([number, plan])).toMatchObject({
      code: 1,
      out: '',
      err: `${number} (tracker): refused. ${number} is closed (resolved). Open it again, or name another ticket. Nothing was posted.\n`,
    });
  });

  test('nothing that is kept or told holds a secret', async () => {
    const number = await office.open();
    const data = folder();
    const { out, err } = await ticket([number, plan], data);
    const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) => join(data, name));
    const texts = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'utf8'));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of [...texts, out, err]) expect(text).not.toContain(office.env.TRACKER_TOKEN);
  });
});

describe('a call that can’t be used exits with 2 and one clear line', () => {
  test.each([
    ['no ticket', [], /name the ticket/],
    ['a ticket of no system', ['INC1', plan], /"INC1" is a ticket of no system\. Set up are: tracker \(RT-#\)/],
    ['two plans', ['RT-1', 'a.txt', 'b.txt'], /one plan is posted/],
    ['a missing file', ['RT-1', 'nowhere.txt'], /^nowhere\.txt: the file doesn't exist/],
    ['a wrong answer', ['RT-1', 'site-version=1'], /site-version/],
    ['a batch', ['RT-1', '--batch', 'x'], /unknown option --batch/],
    [
      'a config that doesn’t exist',
      ['RT-1', plan, '--config', 'nowhere.yaml'],
      /^nowhere\.yaml: the file doesn't exist/,
    ],
    ['an unknown option', ['RT-1', plan, '--dryrun'], /Did you mean "--dry-run"/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await ticket(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).toMatch(/^[^\n]+\n$/);
  });

  test('a secret that isn’t set', async () => {
    expect(await ticket(['RT-1', plan], folder(), { TRACKER_TOKEN: '' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('TRACKER_TOKEN'),
    });
  });

  test('no system to look into', async () => {
    const none = { TSDEPLOY_CONFIG: fileOf('tickets: []\n', 'tsdeploy.yml') };
    expect(await ticket(['RT-1'], folder(), none)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no ticket system is set up'),
    });
  });
});
