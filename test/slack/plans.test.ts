import { describe, expect, test } from 'vitest';
import { newId } from '../../src/store/id.js';
import { openOffice, type Transport, transports } from './office.js';
import { person, textIn } from './person.js';
import { calm } from './ready-plans.js';

/** Opens a workspace in which Ann has two plans: one ready, one in the making. */
async function withPlans(transport: Transport) {
  const office = await openOffice(transport);
  const { desk } = office;
  const ann = person(desk);
  await desk.command('UANN', `/tsdeploy plan ${calm}`);
  await ann.plan();
  await ann.open('/tsdeploy plan site-version=2403');
  await ann.answer('boot-media-over-cmg');
  const asked = ann.question();
  await desk.dismiss('UANN', true);
  const list = async () => {
    const before = desk.state.messages.length;
    await desk.command('UANN', '/tsdeploy plans');
    await desk.state.until(() => desk.state.messages.length > before, 'the list');
    const message = desk.messagesSeenBy('UANN').at(-1);
    if (!message) throw new Error('no list');
    return message;
  };
  const buttons = async (name: string) =>
    [...JSON.stringify((await list()).blocks).matchAll(new RegExp(`${name}:[0-9a-f]{32}`, 'g'))].map(String);
  return { ...office, ann, asked, list, buttons };
}

describe.each(transports)('over %s', (transport) => {
  test('a plan in the making goes on where it was left, also after the app was started anew', async () => {
    const { desk, ann, asked, buttons, restart, log } = await withPlans(transport);
    await restart();
    const [newest = ''] = await buttons('open');
    await desk.click('UANN', newest);
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    expect(ann.question()).toBe(asked);
    expect(ann.page()).toContain('Site version: *2403*');
    await ann.press('back');
    expect(ann.held()).toBe('boot-media-over-cmg');
    await ann.dontKnowTheRest();
    expect([log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  });

  test('a page that was open while the app was started anew still counts', async () => {
    const { desk, restart } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    await ann.answer('2403');
    await restart();
    await ann.answer('in-place-upgrade');
    expect(ann.page()).toContain('Scenario: *Windows in-place upgrade');
    await ann.dontKnowTheRest();
    await desk.submit('UANN');
    const [card] = await ann.plan();
    expect(card).toMatchObject({ channel: 'DANN', via: 'chat.postMessage' });
    expect(desk.state.refusals).toEqual([]);
  });

  test('a list shows one’s own plans alone, newest first; they are opened, copied and deleted from it', async () => {
    const { desk, ann, list, buttons } = await withPlans(transport);
    const titles = textIn((await list()).blocks);
    expect(titles.indexOf('2403')).toBeLessThan(titles.indexOf('2509'));
    expect(JSON.stringify((await list()).blocks)).toContain('Delete this plan?');
    const [, ready = ''] = await buttons('open');
    await desk.click('UANN', ready);
    await desk.state.until(
      () => textIn(desk.messagesSeenBy('UANN').at(-1)?.blocks).startsWith('Deployment plan. Ready'),
      'the card',
    );
    const [copied = ''] = await buttons('copy');
    await desk.click('UANN', copied);
    await desk.state.until(() => ann.message('A copy of your own'), 'the copy');
    expect(await buttons('remove')).toHaveLength(3);
    for (const _ of [1, 2, 3]) {
      const [remove = ''] = await buttons('remove');
      await ann.turn(await list(), remove);
    }
    expect(textIn((await list()).blocks)).toContain('You have no plans yet');
    await desk.command('UBEN', '/tsdeploy plans');
    await desk.state.until(() => person(desk, 'UBEN').message('You have no plans yet'), 'the list of another');
    expect(desk.state.refusals).toEqual([]);
  });

  test('a button of a plan that was deleted says so', async () => {
    const { desk, ann, list, buttons } = await withPlans(transport);
    const card = ann.message('Deployment plan.');
    const [, remove = ''] = await buttons('remove');
    await ann.turn(await list(), remove);
    for (const name of ['share', 'edit', 'tab:settings', 'file:markdown']) {
      const before = desk.state.messages.length;
      await desk.click('UANN', name, undefined, card);
      await desk.state.until(() => desk.state.messages.length > before, name);
      expect(textIn(desk.state.messages.at(-1)?.blocks)).toContain("This plan isn't kept any more");
    }
  });

  test('forged ids and metadata find nothing, and another’s plan stays closed', async () => {
    const { desk, ann } = await withPlans(transport);
    const ben = person(desk, 'UBEN');
    await ann.open();
    const theirs = String(desk.openView('UANN')?.view.private_metadata);
    const asked = ann.question();
    for (const [metadata, told] of [
      [theirs, 'Only the person who started this plan'],
      [theirs.replace(/^\w{32}/, newId()), "This plan isn't kept any more"],
      [theirs.replace(/^\w{32}/, '../../../../etc/passwd'), "This plan isn't kept any more"],
      ['{"id":1}', "This plan isn't kept any more"],
      ['x'.repeat(3_000), "This plan isn't kept any more"],
    ] as const) {
      await ben.open('/tsdeploy plan site-version=2403');
      const view = desk.openView('UBEN');
      if (view) view.view = { ...view.view, private_metadata: metadata };
      await desk.submit('UBEN', { answer: 'intranet' });
      expect(ben.page()).toContain(told);
    }
    expect(ann.question()).toBe(asked);
    expect(desk.messagesSeenBy('UBEN')).toEqual([]);
  });

  test('a way out is a button: pressing it changes the answers and shows the plan with them', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await desk.command('UANN', `/tsdeploy plan ${calm.replace('2509', '1802')} deployment-option=when-needed`);
    const [card] = await ann.plan();
    if (!card) throw new Error('no card');
    expect(textIn(card.blocks)).toMatch(/^Deployment plan\. Blocked/);
    const after = await ann.turn(card, 'way-out:0');
    expect(textIn(after.blocks)).toMatch(/^Deployment plan\. Ready/);
    await desk.click('UANN', 'way-out:0', undefined, card);
    await desk.state.until(() => ann.message('This plan has changed since that button was shown'), 'the note');
    expect(desk.messagesSeenBy('UANN')).toHaveLength(1);
    expect(desk.state.refusals).toEqual([]);
  });

  test('a path that is said to the bot opens its plan: in a direct message and by mention, for the speaker alone', async () => {
    const { desk } = await openOffice(transport);
    const [ann, ben] = [person(desk), person(desk, 'UBEN')];
    await desk.direct('UANN', `tsdeploy plan ${calm}`);
    const card = await desk.state.until(() => ann.message('Deployment plan. Ready'), 'the plan');
    expect(card).toMatchObject({ channel: 'DANN', thread: null });
    const said = await desk.mention('UBEN', 'CDEPLOY', 'site-version=2403');
    const offer = await desk.state.until(() => ben.message('Some questions are still open'), 'the offer');
    expect(offer).toMatchObject({ to: 'UBEN', thread: said.ts });
    expect(ann.message('Some questions are still open')).toBeUndefined();
    await desk.click('UBEN', 'open', undefined, offer);
    await desk.state.until(() => desk.openView('UBEN'), 'the guide');
    expect(ben.page()).toContain('Site version: *2403*');
    await desk.direct('UANN', 'plam');
    await desk.state.until(() => ann.message('Did you mean "plan"?'), 'help');
    expect(desk.state.refusals).toEqual([]);
  });

  test('a mention that Slack tells twice is answered once', async () => {
    const { desk, bot } = await openOffice(transport);
    await desk.mention('UBEN', 'CDEPLOY', 'plans');
    await desk.again();
    await desk.state.until(() => person(desk, 'UBEN').message('You have no plans yet'), 'the answer');
    await bot.stop();
    expect(desk.state.calls.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1);
  });

  test('the shortcut opens the guide at once', async () => {
    const { desk } = await openOffice(transport);
    await desk.shortcut('UANN', 'plan-deployment');
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    expect(person(desk).question()).not.toBe('');
    expect(desk.state.refusals).toEqual([]);
  });
});
