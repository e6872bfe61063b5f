import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { previewPage, readPreviewMark, ticketPage } from '../../src/slack/ticket-page.js';
import { standingMessage } from '../../src/slack/ticket-words.js';
import { type TicketingParts, ticketingOf } from '../../src/slack/ticketing.js';
import { idFor } from '../../src/store/id.js';
import { openMemoryStore } from '../../src/store/memory-store.js';
import { postingId, postingKind } from '../../src/tickets/posting.js';
import { openSystems } from '../../src/tickets/systems.js';
import { runs } from '../campaign.js';
import { risky } from '../plans/kept.js';
import { orderOf, planOf } from '../tickets/sample.js';
import { between } from '../tickets/servers/faults.js';
import { githubServer } from '../tickets/servers/github.js';
import { nowOf } from './any-now.js';
import { expectSafeMessage, expectSafeView } from './escaping.js';
import { strangeText } from './strange.js';

test('whatever a plan, a ticket or a system says, its pages and messages are ones that Slack takes', () => {
  const id = idFor('a plan');
  const order = orderOf('CHG1', 0, id);
  const states = ['posting', 'posted', 'unsure', 'refused'] as const;
  fc.assert(
    fc.property(strangeText, strangeText, fc.constantFrom(...states), fc.boolean(), (text, other, state, edits) => {
      const title = text || 'A plan';
      const standing = { title, ticket: 'CHG1', system: 'changes', checklist: id, state, reason: other, parts: [] };
      expectSafeMessage(standingMessage({ ...standing, link: other }, other));
      const rows = [{ id, serial: 1, at: 1, facts: { title, owner: 'UANN', shared: 'no' } }];
      expectSafeView(ticketPage({ plan: { rows }, number: other.slice(0, 80) }));
      const would = { parts: [{ body: '{}', text: `{${other}`, edits }], link: other, seal: 'a'.repeat(24) };
      const shown = { ...order, whole: { ...order.whole, title } };
      for (const one of [would, { ...would, parts: [] }])
        for (const format of ['text', 'json'] as const)
          expectSafeView(previewPage(shown, one, { name: 'changes', label: 'ServiceNow', format }, 'Changed.'));
    }),
    runs(60),
  );
});

test('a preview reads its own mark again, and no other text', () => {
  const id = idFor('a plan');
  const { private_metadata: mark = '' } = previewPage(
    orderOf('ITSM/CHG:7', 0, id),
    { parts: [{ body: 'x', text: 'x', edits: false }], link: null, seal: 'a'.repeat(24) },
    { name: 'changes', label: 'ServiceNow', format: 'text' },
    null,
  );
  expect(readPreviewMark(mark)).toEqual({ plan: id, seal: 'a'.repeat(24), number: 'ITSM/CHG:7' });
  expect(readPreviewMark(`${id} CHG1`)).toEqual({ plan: '', seal: '', number: '' });
});

/** Opens ticketing over GitHub behind a proxy; `orderOf` as the app would have it. */
async function opened(orderOf: TicketingParts['orderOf'], begin?: TicketingParts['standings']['begin']) {
  const github = await githubServer();
  const proxy = await between(() => github.url, 400);
  const ending = new AbortController();
  onTestFinished(async () => {
    ending.abort();
    await proxy.close();
    await github.close();
  });
  const postings = await openMemoryStore().entries(postingKind(1));
  const shown: string[] = [];
  const failures: unknown[] = [];
  const ticketing = ticketingOf({
    opened: openSystems([{ ...github.entry(proxy.url), settle: 0.1, timeout: 5 }], github.env),
    postings,
    standings: {
      begin: begin ?? (async (_, { state }) => void shown.push(state)),
      show: async (id) => void shown.push((await postings.get(id))?.state ?? 'none'),
      waits: ({ system, ticket, checklist }) => postingId(system, ticket, checklist),
    },
    orderOf,
    now: Date.now,
    pauses: { tick: 40, first: 50, most: 100 },
    ending: ending.signal,
    later: (_, work) => void work().catch((error) => ending.signal.aborted || failures.push(error)),
    changed: () => undefined,
  });
  const { number, ...counter } = ticketing.choose(await github.open());
  const posted = () => expect.poll(() => shown.at(-1), { timeout: 3_000, interval: 20 }).toBe('posted');
  return { github, proxy, shown, failures, ticketing, number, counter, posted };
}

test('what isn’t sure yet is looked at again until it is, without a second comment', async () => {
  const { github, proxy, shown, failures, ticketing, number, counter, posted } = await opened(async () => null);
  proxy.writes.push('lost answer');
  proxy.reads.push('none', 'none', 'redirect', 'none', 'redirect');
  await ticketing.post(counter, orderOf(number), 'UANN');
  expect(shown.at(-1)).toBe('unsure');
  await posted();
  expect(await github.comments(number)).toHaveLength(1);
  expect(failures).toEqual([]);
});

test('where Slack doesn’t take the message that tells of a posting, what isn’t sure is looked at again all the same', async () => {
  const deaf = () => Promise.reject(new Error('ratelimited'));
  const { github, proxy, ticketing, number, counter, posted } = await opened(async () => null, deaf);
  proxy.writes.push('lost answer');
  proxy.reads.push('none', 'none', 'redirect');
  await expect(ticketing.post(counter, orderOf(number), 'UANN')).rejects.toThrow('ratelimited');
  await posted();
  expect(await github.comments(number)).toHaveLength(1);
});

test('several ticks in a row change the comment once', async () => {
  const id = idFor('a plan');
  const now = nowOf(planOf(risky).plan);
  const { github, proxy, failures, ticketing, number, counter, posted } = await opened(async (plan, ticket) => ({
    now,
    order: orderOf(ticket, 2, plan),
  }));
  await ticketing.post(counter, orderOf(number, 0, id), 'UANN');
  await posted();
  for (let tick = 0; tick < 3; tick += 1) ticketing.ticked(id);
  const first = async () => (await github.comments(number))[0] ?? '';
  await expect.poll(first, { timeout: 3_000, interval: 20 }).toContain('Checklist: 2 of ');
  expect(proxy.seen.filter((request) => request.startsWith('PATCH'))).toHaveLength(1);
  expect(await github.comments(number)).toHaveLength(1);
  expect(failures).toEqual([]);
});

test('a posting as it was kept by the first version is read as it is now', () => {
  const { migrations, read } = postingKind(1);
  const at = '2026-11-20T09:30:00.000Z';
  const mark = 'tsdeploy:0123456789abcdef01234567';
  const part = { mark, body: 'x', state: 'planned', since: at, tries: 0, comment: null, instead: null };
  const common = { system: 'changes', ticket: 'CHG1', checklist: 'a', title: 'A plan', owner: null, plan: 'p' };
  const rest = { revision: 1, state: 'posting', reason: null, link: null, created: at, changed: at };
  const old: unknown = { ...common, ticks: 't', ...rest, parts: [part] };
  const now = migrations.reduce((value, migrate) => migrate(value), old);
  expect(read(now)).toEqual({ value: { ...common, done: 't', ...rest, parts: [{ ...part, text: null }] } });
});
