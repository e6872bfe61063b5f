import { describe, expect, test } from 'vitest';
import { fieldsOf, itemsOf } from '../../src/desk/fields.js';
import { openOffice, transports } from './office.js';
import { person, textIn } from './person.js';
import { calm, riskyNamed } from './ready-plans.js';
import { acts, ticketOffice } from './ticket-office.js';

describe.each(transports)('over %s', (transport) => {
  test('a plan is previewed and posted to its ticket exactly so, once, whatever is pressed or sent twice', async () => {
    const { desk, tracker, said, plan, preview, log } = await ticketOffice(transport);
    const ticket = await tracker.open();
    await plan(riskyNamed);
    await desk.openHome('UANN');
    await preview(ticket.toLowerCase());
    const blocks = itemsOf(desk.openView('UANN')?.view.blocks).map(fieldsOf);
    const shown = textIn(blocks.find(({ type }) => type === 'rich_text'));
    expect(shown).toContain('NOT ACKNOWLEDGED');
    const file = await desk.state.until(() => desk.filesSeenBy('UANN')[0], 'the whole of it');
    const whole = new TextDecoder().decode(file.bytes);
    expect(whole.startsWith(shown.slice(0, -1))).toBe(true);
    await desk.submit('UANN');
    await desk.again();
    const message = await said('Posted: ');
    expect(message).toMatchObject({ channel: 'DANN' });
    expect(textIn(message.blocks)).toContain(`|See it in ${ticket}>`);
    expect(await tracker.comments(ticket)).toEqual([whole]);
    await desk.state.until(() => textIn(desk.homeOf('UANN')?.view).includes(`${ticket} (github): posted.`), 'Home');
    await desk.command('UANN', `/tsdeploy ticket ${ticket}`);
    await desk.state.until(() => person(desk).page().includes('it is there already'), 'the page that it is there');
    expect([log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  });

  test('what the system refuses is told with its reason, and may be tried again', async () => {
    const { desk, tracker, said, page, plan, preview, log } = await ticketOffice(transport);
    const ticket = await tracker.open();
    await plan(calm);
    await preview(ticket);
    await tracker.closeTicket(ticket);
    await desk.submit('UANN');
    const message = await said('Not posted, refused: ');
    expect(textIn(message.blocks)).toContain(`${ticket} is closed`);
    expect(await tracker.comments(ticket)).toEqual([]);
    await desk.click('UANN', 'ticket-again', undefined, message);
    await page('goes to a ticket');
    await desk.submit('UANN', { 'ticket-number': 'CHG1' });
    expect(JSON.stringify(desk.openView('UANN'))).toContain('ticket-number');
    await desk.submit('UANN', { 'ticket-number': await tracker.open() });
    await page('This would be sent');
    await desk.submit('UANN');
    await said('Posted: ');
    expect([log, desk.state.refusals]).toEqual([[], []]);
  });

  test('what isn’t sure yet is told as that, and resolved in the same message without a second comment', async () => {
    const { desk, tracker, proxy, said, plan, preview, log } = await ticketOffice(transport);
    const ticket = await tracker.open();
    await plan(calm);
    await preview(ticket);
    proxy.writes.push('lost answer');
    await desk.submit('UANN');
    const unsure = await said('Not sure yet, checking: ');
    const posted = await said('Posted: ');
    expect(posted.ts).toBe(unsure.ts);
    expect(await tracker.comments(ticket)).toHaveLength(1);
    expect([log, desk.state.refusals]).toEqual([[], []]);
  });

  test('a preview that is older than the plan posts nothing, and shows what would be sent now', async () => {
    const { desk, tracker, page, plan, preview } = await ticketOffice(transport);
    const ticket = await tracker.open();
    const card = await plan(calm);
    const list = await person(desk).turn(card, 'tab:checklist');
    await preview(ticket);
    const [item = ''] = JSON.stringify(list.blocks).match(/tick:[\w.-]+/) ?? [];
    await person(desk).turn(list, item, 'done');
    await desk.submit('UANN');
    await page('has changed since this page was opened');
    expect(await tracker.comments(ticket)).toEqual([]);
  });

  test('a colleague posts a shared plan from its message; who hasn’t the role can’t, wherever they try', async () => {
    const { desk, tracker, said, page, plan } = await ticketOffice(transport, 'post:\n  users: [UBEN]\n');
    const ticket = await tracker.open();
    const card = await plan(calm);
    await desk.click('UANN', 'ticket', undefined, card);
    await said("You aren't among those who may post");
    await desk.command('UANN', `/tsdeploy ticket ${ticket}`);
    await desk.click('UANN', 'share', undefined, card);
    await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
    await desk.submit('UANN', { channel: 'CDEPLOY' });
    const shared = await said('Deployment plan.', 'UBEN');
    await desk.messageShortcut('UANN', 'ticket-message', shared);
    await desk.settled();
    expect(desk.openView('UANN')).toBeUndefined();
    await desk.messageShortcut('UBEN', 'ticket-message', shared);
    await page('goes to a ticket', 'UBEN');
    await desk.submit('UBEN', { 'ticket-number': ticket });
    await page('This would be sent', 'UBEN');
    await desk.submit('UBEN');
    await said('Posted: ', 'UBEN');
    expect((await tracker.comments(ticket))[0]).toContain('/archives/CDEPLOY/p');
    const other = await desk.say('UBEN', 'CDEPLOY', 'no plan at all');
    await desk.messageShortcut('UBEN', 'ticket-message', other);
    await said('This message shows no plan', 'UBEN');
    expect(desk.state.refusals).toEqual([]);
  });

  test('a number of two systems, or of none, is told as that; of several plans one is chosen', async () => {
    const hook = { name: 'hook', system: 'webhook', url: 'http://127.0.0.1:9', secret: '$GITHUB_TOKEN' };
    const both = `tickets: ${JSON.stringify([
      { ...hook, numbers: 'CHG#' },
      { ...hook, name: 'other', numbers: ['CHG#', 'INC#'] },
    ])}\n`;
    const office = await openOffice(transport, undefined, both, { GITHUB_TOKEN: 'a-secret' });
    const { desk } = office;
    const { said, page, plan } = acts(office);
    await plan(calm);
    await plan(riskyNamed);
    await desk.command('UANN', '/tsdeploy ticket CHG7');
    await said('may be a ticket of several systems: hook (CHG#); other (CHG#, INC#)');
    await desk.command('UANN', '/tsdeploy ticket PRB7');
    await said('"PRB7" is a ticket of no system');
    await desk.command('UANN', '/tsdeploy ticket INC7');
    await page('Choose one of your plans');
    expect(person(desk).page()).toContain('Branch PCs');
    await desk.submit('UANN');
    await page('This would be sent');
    await desk.direct('UANN', 'ticket INC7');
    await said('Press the button to see what would be posted');
    expect(desk.state.refusals).toEqual([]);
  });

  test('where no system is set up, the Markdown to paste is handed out', async () => {
    const office = await openOffice(transport);
    const { said, plan } = acts(office);
    const { desk, log } = office;
    await desk.command('UANN', '/tsdeploy ticket CHG1');
    await said('You have no plan to post yet');
    await plan(riskyNamed);
    await desk.command('UANN', '/tsdeploy ticket CHG1');
    await said('No ticket system is set up');
    const file = await desk.state.until(() => desk.filesSeenBy('UANN')[0], 'the file');
    expect(new TextDecoder().decode(file.bytes)).toMatch(/^\*\*NOT ACKNOWLEDGED\*\*/);
    expect([log, desk.state.refusals]).toEqual([[], []]);
  });
});

test('what isn’t sure when the app stops is found and finished after the next start, in the same message', async () => {
  const { desk, tracker, proxy, said, plan, preview, restart, log } = await ticketOffice('http');
  const ticket = await tracker.open();
  await plan(calm);
  await preview(ticket);
  proxy.writes.push('lost answer');
  proxy.reads.push('none', 'none', 'redirect');
  await desk.submit('UANN');
  const unsure = await said('I check again by myself');
  await restart();
  expect((await said('Posted: ')).ts).toBe(unsure.ts);
  expect(await tracker.comments(ticket)).toHaveLength(1);
  expect(log).toEqual([]);
});

test('ticks are in the comment that was posted, even where the app stops right after them', async () => {
  const { desk, tracker, said, plan, preview, restart, log } = await ticketOffice('socket');
  const ticket = await tracker.open();
  const card = await plan(calm);
  await preview(ticket);
  await desk.submit('UANN');
  await said('Posted: ');
  const list = await person(desk).turn(card, 'tab:checklist');
  const items = [...JSON.stringify(list.blocks).matchAll(/tick:[\w.-]+/g)].map(String);
  const one = await person(desk).turn(list, items[0] ?? '', 'done');
  await person(desk).turn(one, items[1] ?? '', 'done');
  await restart();
  const comments = await tracker.comments(ticket);
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain('Checklist: 2 of ');
  expect(comments[0]).toMatch(/- \[x\] .*ann, \d{4}-/);
  expect(log).toEqual([]);
});
