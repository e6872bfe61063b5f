import { describe, expect, test } from 'vitest';
import { openOffice, transports } from './office.js';
import { person, textIn } from './person.js';

describe.each(transports)('over %s', (transport) => {
  test('a plan that has expired is told calmly', async () => {
    const { desk, pass } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    pass(366 * 24 * 60);
    await ann.answer('2403');
    expect(ann.page()).toContain("This plan isn't kept any more");
    expect(desk.state.refusals).toEqual([]);
  });

  test('after half an hour the plan comes as a direct message, since the channel takes no answer any more', async () => {
    const { desk, pass } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy plan site-version=2403 scenario=in-place-upgrade');
    await ann.dontKnowTheRest();
    pass(31);
    await desk.submit('UANN');
    expect((await ann.plan()).every(({ via, channel }) => via === 'chat.postMessage' && channel === 'DANN')).toBe(true);
    expect(desk.state.refusals).toEqual([]);
  });

  test('a retried command opens one modal, and a page sent twice counts once', async () => {
    const { desk, bot } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    await desk.again();
    await ann.answer('2403');
    const asked = ann.question();
    expect(await desk.again()).toMatchObject({ ack: 'taken', body: { response_action: 'update' } });
    expect(ann.question()).toBe(asked);
    await ann.answer('in-place-upgrade');
    await ann.dontKnowTheRest();
    await desk.submit('UANN');
    await ann.plan();
    expect(await desk.again()).toMatchObject({ ack: 'taken', body: { response_action: 'clear' } });
    const plans = (title: string) =>
      desk.messagesSeenBy('UANN').filter(({ blocks }) => textIn(blocks).includes(title)).length;
    await bot.stop();
    expect(plans('Deployment plan.')).toBe(1);
    expect(desk.state.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1);
    expect(desk.state.refusals).toEqual([]);
  });

  test('a double click on the way back goes back one page', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    for (const value of ['2403', 'boot-media-over-cmg', 'unknown']) await ann.answer(value);
    const before = desk.openView('UANN')?.hash;
    await Promise.all([desk.click('UANN', 'back'), desk.click('UANN', 'back')]);
    await desk.state.until(() => desk.openView('UANN')?.hash !== before, 'the page before');
    await desk.command('UANN', '/tsdeploy help');
    await ann.press('back');
    expect(ann.held()).toBe('boot-media-over-cmg');
    const updates = desk.state.calls.filter(({ method }) => method === 'views.update');
    expect(updates.every(({ args }) => typeof args.hash === 'string')).toBe(true);
  });

  test('a long plan stays one message, whose parts are turned like pages', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy plan site-version=2403 scenario=unknown');
    await ann.dontKnowTheRest();
    await desk.submit('UANN');
    await ann.plan();
    const whole = await ann.wholePlan();
    expect(whole.pages).toBeGreaterThan(6);
    for (const part of ['Answers', 'Settings', 'Checklist', 'Procedures']) expect(whole.text).toContain(part);
    expect(desk.messagesSeenBy('UANN')).toHaveLength(1);
    expect(desk.messagesSeenBy('UBEN')).toEqual([]);
    expect(desk.state.refusals).toEqual([]);
  });
});
