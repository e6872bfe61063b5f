import { expect, test } from 'vitest';
import { jiraServer } from '../tickets/servers/jira.js';
import { serviceNowServer } from '../tickets/servers/service-now.js';
import { webhookServer } from '../tickets/servers/webhook.js';
import { person, textIn } from './person.js';
import { calm, riskyNamed } from './ready-plans.js';
import { ticketOffice } from './ticket-office.js';

type Office = Awaited<ReturnType<typeof ticketOffice>>;

/** Previews the only plan for a new ticket, and posts it; answers the ticket's number. */
async function posted({ desk, tracker, said, preview }: Office): Promise<string> {
  const ticket = await tracker.open();
  await preview(ticket);
  await desk.submit('UANN');
  await said('Posted: ');
  return ticket;
}

/** The newest comment of a ticket, once it says something. */
const last = ({ tracker }: Office, ticket: string, words: string | RegExp) =>
  expect
    .poll(async () => (await tracker.comments(ticket)).at(-1) ?? '', { timeout: 5_000, interval: 20 })
    .toMatch(words);

async function acknowledge({ desk, page }: Office, card: Parameters<Office['desk']['click']>[3]): Promise<void> {
  await desk.click('UANN', 'acknowledge', undefined, card);
  await page('High risk');
  await desk.submit('UANN', { 'typed-name': 'Branch PCs' });
}

test('where comments can’t be edited, an acknowledgement is told at once, ticks once all is done', async () => {
  const office = await ticketOffice('http', '', () => serviceNowServer());
  const { desk, tracker, said, plan, log } = office;
  const card = await plan(riskyNamed);
  const ticket = await posted(office);
  const first = await tracker.comments(ticket);
  expect(first.length).toBeGreaterThan(1);
  for (const [at, body] of first.entries())
    expect(body).toMatch(new RegExp(`^NOT ACKNOWLEDGED · part ${at + 1} of ${first.length}\n`));
  await acknowledge(office, card);
  await last(office, ticket, 'Acknowledged by ann, ');
  expect((await tracker.comments(ticket)).at(-1)).toMatch(/^revision 2\n/);
  expect(await tracker.comments(ticket)).toHaveLength(first.length + 1);
  const now = await said('The risks were acknowledged');
  let list = await person(desk).turn(now, 'tab:checklist');
  for (const [item] of JSON.stringify(list.blocks).matchAll(/tick:[\w.-]+/g))
    list = await person(desk).turn(list, item, 'done');
  await last(office, ticket, /Checklist: (\d+) of \1 done/);
  expect(await tracker.comments(ticket)).toHaveLength(first.length + 2);
  expect([log, desk.state.refusals]).toEqual([[], []]);
});

test('where comments can be edited, an acknowledgement is in the comment at once', async () => {
  const office = await ticketOffice('socket');
  const { tracker, plan, log } = office;
  const card = await plan(riskyNamed);
  const ticket = await posted(office);
  expect((await tracker.comments(ticket))[0]).toMatch(/^\*\*NOT ACKNOWLEDGED/);
  await acknowledge(office, card);
  await last(office, ticket, 'Acknowledged by ann, ');
  expect((await tracker.comments(ticket))[0]).not.toContain('NOT ACKNOWLEDGED');
  expect(await tracker.comments(ticket)).toHaveLength(1);
  expect(log).toEqual([]);
});

test.each([
  ['Jira Cloud', () => jiraServer(true)],
  ['a webhook', webhookServer],
])('the preview for %s is text that a person reads; what is sent exactly comes as files', async (_, server) => {
  const office = await ticketOffice('http', '', server);
  const { desk, tracker, plan, preview, said, log } = office;
  await plan(calm);
  const ticket = await tracker.open();
  await preview(ticket);
  expect(person(desk).page()).toContain('\n- Purpose: Available\n');
  expect(person(desk).page()).not.toMatch(/"type"|\\n|"html"/);
  const exact = await desk.state.until(
    () => desk.filesSeenBy('UANN').find(({ name }) => name.endsWith('-1.json')),
    'the file of the first part',
  );
  expect(() => JSON.parse(new TextDecoder().decode(exact.bytes))).not.toThrow();
  await desk.submit('UANN');
  await said('Posted: ');
  expect([log, desk.state.refusals]).toEqual([[], []]);
});

test('a config that was judged against the plan goes along with its verdict, also after a restart', async () => {
  const office = await ticketOffice('http');
  const { desk, tracker, said, page, plan, restart, log } = office;
  const card = await plan(calm);
  await desk.click('UANN', 'validate', undefined, card);
  await page('goes along when the plan is posted');
  await desk.submit('UANN', { posted: 'allow-internet: off\nwake-up: "@here"' });
  await said('Your text: ');
  await restart();
  const ticket = await posted(office);
  const [body = ''] = await tracker.comments(ticket);
  expect(body).toMatch(/## The config that was judged.*Posted in Slack.*2 errors/s);
  expect(body).toContain('@\u200bhere');
  expect(log).toEqual([]);
});

test('two who post the same plan at once make one comment, and both are told so', async () => {
  const office = await ticketOffice('http');
  const { desk, tracker, proxy, said, page, plan, log } = office;
  const card = await plan(calm);
  await desk.click('UANN', 'share', undefined, card);
  await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
  await desk.submit('UANN', { channel: 'CDEPLOY' });
  const shared = await said('Deployment plan.', 'UBEN');
  const ticket = await tracker.open();
  for (const user of ['UANN', 'UBEN']) {
    await desk.messageShortcut(user, 'ticket-message', shared);
    await page('goes to a ticket', user);
    await desk.submit(user, { 'ticket-number': ticket });
    await page('This would be sent', user);
  }
  proxy.writes.push('lost answer');
  await Promise.all(['UANN', 'UBEN'].map((user) => desk.submit(user)));
  await said('Posted: ', 'UANN');
  await said('Posted: ', 'UBEN');
  expect(await tracker.comments(ticket)).toHaveLength(1);
  expect(log).toEqual([]);
});

test('ticks after the ticket was closed are told as that, and not as if nothing had been posted', async () => {
  const office = await ticketOffice('http');
  const { desk, tracker, said, plan } = office;
  const card = await plan(calm);
  const ticket = await posted(office);
  await tracker.closeTicket(ticket);
  const list = await person(desk).turn(card, 'tab:checklist');
  const [item = ''] = JSON.stringify(list.blocks).match(/tick:[\w.-]+/) ?? [];
  await person(desk).turn(list, item, 'done');
  const { blocks } = await said('Not brought up to date');
  expect(textIn(blocks)).toContain('What was posted before stays as it is.');
  expect(textIn(blocks)).not.toContain('Nothing was posted');
});
