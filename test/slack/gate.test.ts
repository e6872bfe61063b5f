import { describe, expect, test } from 'vitest';
import { knowledge, openOffice, type Transport, transports } from './office.js';
import { person, textIn } from './person.js';
import { risky, riskyNamed } from './ready-plans.js';

async function shared(transport: Transport, path: string, setup: string) {
  const office = await openOffice(transport, knowledge, setup);
  const { desk } = office;
  const [ann, ben] = [person(desk), person(desk, 'UBEN')];
  await desk.command('UANN', `/tsdeploy plan ${path}`);
  const [card] = await ann.plan();
  await desk.click('UANN', 'share', undefined, card);
  await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
  await desk.submit('UANN', { channel: 'CDEPLOY' });
  const message = await desk.state.until(() => ben.message('Deployment plan.'), 'the shared plan');
  await desk.state.until(() => ann.message('Shared: the channel has the plan'), 'the note');
  const seen = () => textIn(desk.state.messages.find(({ ts }) => ts === message.ts)?.blocks);
  const own = () => desk.state.messages.find(({ ts }) => ts === card?.ts);
  const page = (user: string) => desk.state.until(() => desk.openView(user), 'the page of the risks');
  return { ...office, ann, ben, message, seen, own, page };
}

describe.each(transports)('over %s', (transport) => {
  test('a second person acknowledges the named risks by typing the collection; a change withdraws it', async () => {
    const { desk, ann, ben, message, seen, own, page, restart, log } = await shared(
      transport,
      riskyNamed,
      'acknowledge:\n  users: [UBEN]\n  second-person: true\n',
    );
    await desk.openHome('UBEN');
    await desk.state.until(() => textIn(desk.homeOf('UBEN')?.view).includes('Waiting for an acknowledgement'), 'Home');
    await desk.click('UBEN', 'acknowledge', undefined, message);
    await page('UBEN');
    expect(ben.page()).toContain('High risk');
    await desk.submit('UBEN', { 'typed-name': 'Branch' });
    expect(desk.openView('UBEN')).toBeDefined();
    expect(seen()).toMatch(/^NOT ACKNOWLEDGED/);
    await desk.submit('UBEN', { 'typed-name': 'Branch PCs' });
    expect(await desk.again()).toMatchObject({ ack: 'taken', body: { response_action: 'update' } });
    await desk.state.until(() => seen().includes('acknowledged for the collection *Branch PCs* by ben, '), 'the mark');
    expect(seen()).not.toContain(', by ben');
    expect(seen()).toMatch(/^Deployment plan\. Ready/);
    const home = () => textIn(desk.homeOf('UBEN')?.view);
    await desk.state.until(() => !home().includes('Waiting for an acknowledgement'), 'Home without it');
    await desk.state.until(() => ann.message('ben has acknowledged the risks of your plan'), 'the word to the owner');
    const told = desk.messagesSeenBy('UANN').filter(({ blocks }) => textIn(blocks).includes('ben has acknowledged'));
    expect(told).toHaveLength(1);
    await restart();
    await desk.click('UANN', 'file:powershell', undefined, message);
    await desk.state.until(() => desk.filesSeenBy('UANN').length === 1, 'the script');
    await desk.click('UANN', 'edit', undefined, own());
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    await ann.press('change', 'collection-size');
    await desk.submit('UANN', { answer: '21' });
    await desk.state.until(() => /^NOT ACKNOWLEDGED/.test(seen()), 'the withdrawal');
    expect([log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  });

  test('who isn’t named can’t acknowledge, and the owner can’t where a second person is needed', async () => {
    const { desk, ann, ben, message, seen, own } = await shared(
      transport,
      riskyNamed,
      'acknowledge:\n  users: [UANN]\n  second-person: true\n',
    );
    await desk.click('UBEN', 'acknowledge', undefined, message);
    await desk.state.until(() => ben.message("You aren't among those who may acknowledge"), 'the refusal');
    await desk.click('UANN', 'acknowledge', undefined, own());
    await desk.state.until(() => ann.message('somebody else than the owner'), 'the refusal');
    expect([desk.openView('UANN'), desk.openView('UBEN')]).toEqual([undefined, undefined]);
    expect(seen()).toMatch(/^NOT ACKNOWLEDGED/);
    expect(desk.state.refusals).toEqual([]);
  });

  test('the owner names the collection first where the plan has none', async () => {
    const { desk, ann, own, page, seen } = await shared(transport, risky, '');
    await desk.click('UANN', 'acknowledge', undefined, own());
    await page('UANN');
    expect(ann.page()).toContain('Which collection?');
    await desk.submit('UANN', { 'typed-name': 'Branch <!channel> & co' });
    expect(ann.page()).toContain('Collection: *Branch &lt;!channel&gt; &amp; co*');
    await desk.submit('UANN', { 'typed-name': 'Branch <!channel> & co' });
    expect(ann.page()).toContain('Nobody is named for this in tsdeploy.yml');
    await desk.state.until(() => seen().includes('by ann'), 'the mark');
    expect(desk.state.refusals).toEqual([]);
  });

  test('a page of the risks that is older than the plan acknowledges nothing', async () => {
    const { desk, ann, ben, message, own, page, seen } = await shared(transport, riskyNamed, '');
    await desk.click('UBEN', 'acknowledge', undefined, message);
    await page('UBEN');
    await desk.click('UANN', 'edit', undefined, own());
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    await ann.press('change', 'collection-size');
    await desk.submit('UANN', { answer: '22' });
    await desk.submit('UBEN', { 'typed-name': 'Branch PCs' });
    expect(ben.page()).toContain('Nothing was acknowledged');
    expect(seen()).toMatch(/^NOT ACKNOWLEDGED/);
  });

  test('members of a user group may acknowledge; where its members can’t be read, that is told', async () => {
    const { desk, ben, message, page } = await shared(transport, riskyNamed, 'acknowledge:\n  groups: [SADMINS]\n');
    await desk.click('UBEN', 'acknowledge', undefined, message);
    await desk.state.until(() => ben.message("I can't tell whether you may do this"), 'the failure');
    expect(textIn(ben.message('SADMINS')?.blocks)).toMatch(/no_such_subteam.*usergroups:read/s);
    await desk.openHome('UBEN');
    const home = () => textIn(desk.homeOf('UBEN')?.view);
    await desk.state.until(() => home().includes("isn't known: Slack doesn't tell"), 'Home all the same');
    desk.state.groups.set('SADMINS', ['UBEN']);
    await desk.click('UBEN', 'acknowledge', undefined, message);
    await page('UBEN');
    expect(ben.page()).toContain('type the name of the collection');
    await desk.dismiss('UBEN', true);
    await desk.openHome('UBEN');
    await desk.state.until(() => home().includes('Waiting for an acknowledgement'), 'what waits');
  });

  test('the Home of who may acknowledge follows a plan of another that is shared, and then deleted', async () => {
    const office = await openOffice(
      transport,
      knowledge,
      'acknowledge:\n  users: [UBEN, UANN]\n  second-person: true\n',
    );
    const { desk, log } = office;
    const waits = () => textIn(desk.homeOf('UBEN')?.view).includes('Waiting for an acknowledgement');
    await desk.openHome('UBEN');
    await desk.state.until(() => desk.homeOf('UBEN'), 'Home');
    expect(waits()).toBe(false);
    const ann = person(desk);
    await desk.command('UANN', `/tsdeploy plan ${riskyNamed}`);
    const [card] = await ann.plan();
    await desk.click('UANN', 'share', undefined, card);
    await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
    await desk.submit('UANN', { channel: 'CDEPLOY' });
    await desk.state.until(waits, 'what waits on the Home of another');
    await desk.command('UANN', '/tsdeploy plans');
    const list = await desk.state.until(() => ann.message('Your plans'), 'the list');
    const [remove = ''] = JSON.stringify(list.blocks).match(/remove:[0-9a-f]{32}/) ?? [];
    await desk.click('UANN', remove, undefined, list);
    await desk.state.until(() => !waits(), 'that nothing waits any more');
    expect([log, desk.state.refusals]).toEqual([[], []]);
  });
});
