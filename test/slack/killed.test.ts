import { expect, test } from 'vitest';
import { fieldsOf, textOf } from '../../src/desk/fields.js';
import type { DeskMessage } from '../../src/desk/state.js';
import { type Desk, openDesk } from '../../src/desk/workspace.js';
import { planKind } from '../../src/plans/plan-kind.js';
import { textSeal } from '../../src/plans/seal.js';
import { guideOf } from '../../src/slack/guide.js';
import { readMark, readPage } from '../../src/slack/names.js';
import { idIn } from '../../src/store/id.js';
import { patience, runs } from '../campaign.js';
import { slackLimits } from '../desk/slack-limits.js';
import { emptyFolder, opening } from '../store/folders.js';
import { botProcess } from './bot-process.js';
import { installation, knowledge } from './office.js';
import { offered, person, textIn } from './person.js';
import { riskyNamed } from './ready-plans.js';

/** What people saw confirmed. */
interface Seen {
  /** Answers, by plan and word. */
  readonly answers: Map<string, Map<string, string>>;
  /** Whether an item is done, by the seal in its box's action id. */
  readonly ticks: Map<string, boolean>;
  ticked: number;
  acknowledgements: number;
  /** When the last of them was asked for, in milliseconds. */
  acknowledged: number;
}

/** Whether the app of a round is gone: who waited for it then sees what the next one shows, and takes nothing down any more. */
type Over = () => boolean;

const responseOf = (outcome: Awaited<ReturnType<Desk['submit']>>) =>
  outcome.ack === 'taken' ? fieldsOf(outcome.body) : {};

/** Answers questions of one plan after the other, until the app is gone. */
async function answers(desk: Desk, seen: Seen, over: Over): Promise<void> {
  const ann = person(desk);
  while (!over()) {
    await ann.open();
    for (let pages = 0; ann.field() && pages < 6 && !over(); pages += 1) {
      const { id, rest } = readMark(textOf(desk.openView('UANN')?.view.private_metadata));
      const word = readPage(rest).asking ?? '';
      const value = offered(ann.field())[0];
      const given = value === undefined ? { unknown: 'unknown' } : { answer: value };
      if (responseOf(await desk.submit('UANN', given)).response_action !== 'update') return;
      const kept = seen.answers.get(id) ?? new Map();
      seen.answers.set(id, kept.set(word, value ?? 'unknown'));
    }
  }
}

/** Answers whether a message shows an item as done. */
const isDone = (message: DeskMessage | undefined, item: string): boolean | undefined =>
  message?.blocks
    .map(fieldsOf)
    .filter(({ accessory }) => fieldsOf(accessory).action_id === item)
    .map(({ text }) => textOf(fieldsOf(text).text).startsWith('☑'))[0];

/** Ticks one item after the other in the thread of a shared plan, and clears them again. */
async function ticks(desk: Desk, thread: string, first: number, seen: Seen, over: Over): Promise<void> {
  const list = () => desk.state.messages.find(({ ts }) => ts === thread);
  for (let at = first; !over(); at += 1) {
    const message = list();
    const items = [...JSON.stringify(message?.blocks).matchAll(/"(tick:[\w.-]+)"/g)].map(([, item]) => item ?? '');
    const item = items[at % items.length] ?? '';
    const { rest } = readMark(item.replace('tick:', ''));
    if (!message) throw new Error('no checklist');
    // The message may be older than what is kept: only what changes in it was seen.
    const done = !isDone(message, item);
    // Until it is shown, it may be kept or not.
    seen.ticks.delete(rest);
    await desk.click('UBEN', item, done ? 'done' : [], message);
    await desk.state.until(() => isDone(list(), item) === done, 'the tick', 10_000);
    if (over()) return;
    seen.ticks.set(rest, done);
    seen.ticked += 1;
  }
}

/** Acknowledges the risks of a shared plan, again and again. */
async function acknowledges(desk: Desk, message: DeskMessage, seen: Seen, over: Over): Promise<void> {
  while (!over()) {
    if (desk.openView('UBEN')) await desk.dismiss('UBEN', true);
    await desk.click('UBEN', 'acknowledge', undefined, message);
    await desk.state.until(() => desk.openView('UBEN'), 'the risks');
    if (over()) return;
    const asked = Date.now();
    const body = responseOf(await desk.submit('UBEN', { 'typed-name': 'Branch PCs' }));
    if (!textIn(body.view).includes('The risks are acknowledged')) return;
    seen.acknowledgements += 1;
    seen.acknowledged = asked;
  }
}

test('whatever a person saw confirmed is there after the app was killed at any moment, and no plan is half', {
  timeout: 2 * patience,
}, async () => {
  const folder = emptyFolder();
  const desk = await openDesk(slackLimits, Date.now, installation);
  const seen: Seen = { answers: new Map(), ticks: new Map(), ticked: 0, acknowledgements: 0, acknowledged: 0 };
  const kind = planKind(
    guideOf(knowledge, () => '2026-11-20'),
    365,
  );

  const first = botProcess(desk, folder);
  await first.start();
  const [ann, ben] = [person(desk), person(desk, 'UBEN')];
  await desk.command('UANN', `/tsdeploy plan ${riskyNamed}`);
  const [card] = await ann.plan();
  await desk.click('UANN', 'share', undefined, card);
  await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
  await desk.submit('UANN', { channel: 'CDEPLOY' });
  const shared = await desk.state.until(() => ben.message('Deployment plan.'), 'the shared plan');
  const list = await desk.state.until(() => ben.message('Checklist: '), 'its checklist');
  await desk.state.until(() => ann.message('Shared: '), 'the note');
  await first.end('SIGTERM');

  let next = botProcess(desk, folder);
  for (let round = 0; round < runs(50, 10).numRuns; round++) {
    const bot = next;
    await bot.start();
    next = botProcess(desk, folder);
    let gone = false;
    void bot.gone.then(() => {
      gone = true;
    });
    const over = () => gone;
    const work = [
      answers(desk, seen, over),
      ticks(desk, list.ts, round, seen, over),
      acknowledges(desk, shared, seen, over),
    ];
    const ended = Promise.all(work.map((one) => Promise.race([one, bot.gone]).catch(() => null)));
    // A process that has just begun is slow: now and then it is left alone until somebody saw a tick.
    const before = seen.ticked;
    if (round % 5 === 0) await desk.state.until(() => seen.ticked > before, 'a tick', 10_000);
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 200));
    await bot.end('SIGKILL');
    await ended;

    const { store, notes } = await opening(folder);
    const plans = await store.entries(kind);
    for (const [id, given] of seen.answers) {
      const known = idIn(id);
      const kept = new Map(known && (await plans.get(known))?.answers);
      for (const [word, value] of given) expect([id, word, kept.get(word)]).toEqual([id, word, value]);
    }
    seen.answers.clear();
    const [row] = plans.list({ shared: 'yes' });
    const plan = row && (await plans.get(row.id));
    const last = plan?.acknowledgements.find(({ by }) => by === 'UBEN')?.at ?? '1970-01-01';
    expect(Date.parse(last)).toBeGreaterThanOrEqual(seen.acknowledged);
    const done = new Map(plan?.ticks.map((tick) => [textSeal(`${tick.fact} ${tick.seal}`), tick.done]));
    for (const [item, wanted] of seen.ticks) expect([item, done.get(item) ?? false]).toEqual([item, wanted]);
    expect(notes.map(({ what }) => what)).toEqual(['took over']);
    await store.close();
  }
  await next.end('SIGKILL');
  expect(seen.ticked).toBeGreaterThan(2);
  expect(seen.acknowledgements).toBeGreaterThan(2);
  expect(desk.state.refusals).toEqual([]);
  await desk.close();
});
