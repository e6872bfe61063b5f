import { describe, expect, test, vi } from 'vitest';
import { ids } from '../../src/desk/state.js';
import { knowledge, openOffice, transports } from './office.js';
import { offered, person, textIn } from './person.js';
import { calm } from './ready-plans.js';

const fault = { status: 500 };
const reference = /reference `[0-9A-F]{6}`/;

test('a modal that cannot open is told with a reference, and the log has the stack', async () => {
  const { desk, log } = await openOffice('http');
  desk.state.faults.set('views.open', [fault, fault, fault]);
  await desk.command('UANN', '/tsdeploy plan site-version=2403');
  const [message] = await desk.state.until(
    () => desk.messagesSeenBy('UANN').length > 0 && desk.messagesSeenBy('UANN'),
    'a notice',
    6_000,
  );
  const text = textIn(message?.blocks);
  expect(text).toMatch(reference);
  expect(text).toContain('`/tsdeploy plan site-version=2403`');
  expect(text).not.toMatch(/\bat \w+.*\(|Error:/);
  expect(log.join('\n')).toMatch(/[0-9A-F]{6}: failed while \/tsdeploy plan: .*\n\s+at /s);
  expect(desk.state.refusals).toEqual([]);
});

test('a workspace that removed the app is told so where it still can be, and nothing that was given is lost', async () => {
  const { desk } = await openOffice('http');
  const ann = person(desk);
  desk.state.revoked.add(ids.botToken);
  await desk.command('UANN', '/tsdeploy plan site-version=2403');
  const notice = await desk.state.until(() => ann.message("doesn't take my token any more (invalid_auth)"), 'a notice');
  expect(textIn(notice.blocks)).toMatch(reference);
  desk.state.revoked.clear();
  await desk.command('UANN', '/tsdeploy plans');
  await desk.state.until(() => ann.message('*2403*'), 'the plan');
});

test('Slack down in the middle: what is answered meanwhile is kept, and the guide goes on', async () => {
  const { desk } = await openOffice('http');
  const ann = person(desk);
  await ann.open();
  desk.state.outage = { status: 503 };
  await ann.answer('2403');
  await ann.answer('in-place-upgrade');
  expect(ann.page()).toContain('Scenario: *Windows in-place upgrade');
  desk.state.outage = null;
  await ann.answer(offered(ann.field())[0] ?? '');
  await desk.command('UANN', '/tsdeploy plans');
  await desk.state.until(() => ann.message('Your plans'), 'the list');
});

test('a trigger that has expired is told as what it is', async () => {
  const { desk } = await openOffice('http');
  const { permits } = desk.state;
  const trigger = permits.useTrigger;
  permits.useTrigger = () => ({ denied: 'expired_trigger_id' });
  await desk.command('UANN', '/tsdeploy plan');
  const [message] = await desk.state.until(
    () => desk.messagesSeenBy('UANN').length > 0 && desk.messagesSeenBy('UANN'),
    'a notice',
  );
  permits.useTrigger = trigger;
  expect(textIn(message?.blocks)).toContain('do it once more');
});

test('a page that cannot be shown is told beside the channel, and the modal still goes on', async () => {
  const { desk } = await openOffice('http');
  const ann = person(desk);
  await ann.open();
  await ann.answer('2403');
  await ann.answer('boot-media-over-cmg');
  desk.state.faults.set(
    'views.update',
    Array.from({ length: 6 }, () => fault),
  );
  await desk.click('UANN', 'back');
  const [message] = await desk.state.until(
    () => desk.messagesSeenBy('UANN').length > 0 && desk.messagesSeenBy('UANN'),
    'a notice',
    8_000,
  );
  expect(textIn(message?.blocks)).toMatch(reference);
  await ann.press('back');
  expect(ann.held()).toBe('boot-media-over-cmg');
  expect(desk.state.refusals).toEqual([]);
}, 12_000);

test('a plan that cannot be sent in the channel comes as a direct message', async () => {
  const { desk } = await openOffice('http');
  const ann = person(desk);
  await ann.open('/tsdeploy plan site-version=2403 scenario=in-place-upgrade');
  await ann.dontKnowTheRest();
  desk.state.faults.set('response_url', [fault]);
  await desk.submit('UANN');
  const messages = await ann.plan();
  expect(messages.map(({ via }) => via)).toContain('chat.postMessage');
  expect(textIn(messages[0]?.blocks)).toMatch(/You find .* in your direct messages with me/);
  expect(desk.state.refusals).toEqual([]);
});

test('an answer that must wait for Slack is sent when the time is over', async () => {
  const { desk } = await openOffice('http');
  const ann = person(desk);
  await ann.open('/tsdeploy plan site-version=2403 scenario=in-place-upgrade');
  await ann.dontKnowTheRest();
  desk.state.faults.set('response_url', [{ status: 429, headers: { 'retry-after': '0.3' } }]);
  await desk.submit('UANN');
  expect((await ann.plan()).every(({ via }) => via === 'response_url')).toBe(true);
});

test('a plan that cannot be sent at all is replayed from the notice', async () => {
  const { desk } = await openOffice('http');
  const ann = person(desk);
  await ann.open('/tsdeploy plan site-version=2403 scenario=in-place-upgrade');
  await ann.dontKnowTheRest();
  desk.state.faults.set('response_url', [fault, fault]);
  desk.state.faults.set('chat.postMessage', [fault, fault, fault]);
  await desk.submit('UANN');
  const [message] = await desk.state.until(
    () => desk.messagesSeenBy('UANN').length > 0 && desk.messagesSeenBy('UANN'),
    'a notice',
    6_000,
  );
  expect(textIn(message?.blocks)).toMatch(/`\/tsdeploy plan site-version=2403 scenario=in-place-upgrade .*`/);
}, 10_000);

/** Opens a workspace in which Ann has a ready plan; answers its card. */
async function withCard(path: string) {
  const office = await openOffice('http');
  await office.desk.command('UANN', `/tsdeploy plan ${path}`);
  const [card] = await person(office.desk).plan();
  const share = async () => {
    await office.desk.click('UANN', 'share', undefined, card);
    await office.desk.state.until(() => office.desk.openView('UANN'), 'the question which channel');
    await office.desk.submit('UANN', { channel: 'CDEPLOY' });
  };
  return { ...office, card, share };
}

test('a share that Slack breaks off in the middle is completed by the next change, with nothing posted twice', async () => {
  const { desk, share, log, card } = await withCard(calm);
  const [ann, ben] = [person(desk), person(desk, 'UBEN')];
  let posts = 0;
  const push = desk.state.messages.push.bind(desk.state.messages);
  // After the plan's own message and one of its thread Slack is down.
  desk.state.messages.push = (...messages) => {
    posts += messages.filter(({ via }) => via === 'chat.postMessage').length;
    if (posts === 2) desk.state.faults.set('chat.postMessage', [fault, fault, fault]);
    return push(...messages);
  };
  await share();
  const message = await desk.state.until(() => ben.message('Deployment plan.'), 'the shared plan');
  await vi.waitFor(() => expect(log.join()).toContain('bringing a shared plan up to date'), 8_000);
  expect(desk.threadOf(message)).toHaveLength(1);
  await desk.click(
    'UANN',
    'edit',
    undefined,
    desk.state.messages.find(({ ts }) => ts === card?.ts),
  );
  await desk.state.until(() => desk.openView('UANN'), 'the guide');
  await ann.press('change', 'site-version');
  await ann.answer('2409');
  const titles = () => desk.threadOf(message).map(({ blocks }) => textIn(blocks).split(':')[0]);
  await desk.state.until(() => titles().includes('Procedures'), 'the rest of the thread');
  expect(new Set(titles()).size).toBe(titles().length);
  expect(desk.state.refusals).toEqual([]);
}, 15_000);

test('Slack asks to wait while a plan is shared: it is shared a little later', async () => {
  const { desk, share } = await withCard(calm);
  desk.state.faults.set('chat.postMessage', [{ status: 429, headers: { 'retry-after': '1' } }]);
  await share();
  await desk.state.until(() => person(desk, 'UBEN').message('Deployment plan.'), 'the shared plan', 5_000);
  expect(desk.state.refusals).toEqual([]);
}, 10_000);

test('a bot that was removed from the channel goes on with the plan, and its owner with it', async () => {
  const { desk, share, card } = await withCard(calm);
  const ann = person(desk);
  await share();
  await desk.state.until(() => ann.message('Shared: the channel has the plan'), 'the note');
  desk.setBotIn('CDEPLOY', false);
  await desk.click(
    'UANN',
    'edit',
    undefined,
    desk.state.messages.find(({ ts }) => ts === card?.ts),
  );
  await desk.state.until(() => desk.openView('UANN'), 'the guide');
  await ann.press('change', 'site-version');
  await ann.answer('2409');
  expect(ann.page()).toContain('Site version: *2409*');
  await desk.submit('UANN');
  await desk.state.until(() => ann.message('Site version: *2409*'), 'the plan as it is now');
});

describe.each(transports)('over %s', (transport) => {
  test('somebody else can neither answer nor press in a plan that is not theirs', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    const ben = person(desk, 'UBEN');
    await ann.open();
    await ben.open();
    const borrow = () => {
      const [mine, theirs] = [desk.openView('UBEN'), desk.openView('UANN')];
      if (mine) mine.view = { ...mine.view, private_metadata: theirs?.view.private_metadata };
    };
    const asked = ann.question();
    borrow();
    await desk.submit('UBEN', { answer: '2403' });
    expect(ben.page()).toContain('Only the person who started this plan');
    expect(ann.question()).toBe(asked);
    await ann.answer('2409');
    await ben.open('/tsdeploy plan site-version=2403');
    borrow();
    await ben.press('change', 'site-version');
    expect(ben.page()).toContain('Only the person who started this plan');
    await ann.answer('intranet');
    expect(ann.page()).toContain('Site version: *2409*');
  });

  test('a fault of our own is told in the modal or the channel, with how to go on', async () => {
    let broken = false;
    const { desk, log } = await openOffice(transport, {
      ...knowledge,
      get facts() {
        if (broken) throw new Error('The facts are gone.');
        return knowledge.facts;
      },
    });
    const ann = person(desk);
    await ann.open('/tsdeploy plan site-version=2403');
    broken = true;
    await ann.answer('intranet');
    expect(ann.page()).toMatch(reference);
    expect(ann.page()).toContain('`/tsdeploy plan site-version=2403`');
    await desk.command('UANN', '/tsdeploy plan site-version=2409');
    await desk.state.until(() => ann.message('`/tsdeploy plan site-version=2409`'), 'the notice');
    expect(log).toHaveLength(2);
    for (const line of log) expect(line).toContain('The facts are gone.');
    expect(desk.state.refusals).toEqual([]);
  });
});
