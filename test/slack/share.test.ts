import { describe, expect, test } from 'vitest';
import { openOffice, type Transport, transports } from './office.js';
import { person, textIn } from './person.js';
import { calm, riskyNamed } from './ready-plans.js';

/** Opens a workspace in which Ann has shared a plan; answers its message in the channel. */
async function shared(transport: Transport, path: string) {
  const office = await openOffice(transport);
  const { desk } = office;
  const [ann, ben] = [person(desk), person(desk, 'UBEN')];
  await desk.command('UANN', `/tsdeploy plan ${path}`);
  const [card] = await ann.plan();
  if (!card) throw new Error('no card');
  await desk.click('UANN', 'share', undefined, card);
  await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
  await desk.submit('UANN', { channel: 'CDEPLOY' });
  const message = await desk.state.until(() => ben.message('Deployment plan.'), 'the shared plan');
  await desk.state.until(() => textIn(desk.threadOf(message)).includes('Procedures: '), 'its thread');
  return { ...office, ann, ben, card, message };
}

describe.each(transports)('over %s', (transport) => {
  test('a plan is shown to its owner alone, then shared with its thread, and its owner is told', async () => {
    const { desk, ann, card, message, log } = await shared(transport, calm);
    expect(card.to).toBe('UANN');
    expect(message).toMatchObject({ channel: 'CDEPLOY', to: null });
    expect(textIn(message.blocks)).toMatch(/^Deployment plan\. Ready/);
    const thread = desk.threadOf(message).map(({ blocks }) => textIn(blocks));
    expect(thread.map((text) => text.split(':')[0])).toEqual(
      expect.arrayContaining(['Settings', 'Checklist', 'Procedures']),
    );
    expect(thread.join()).toContain('learn.microsoft.com');
    await desk.state.until(() => ann.message('Shared: the channel has the plan'), 'the note');
    expect(desk.messagesSeenBy('UANN').filter(({ to }) => to === 'UANN')).toHaveLength(1);
    expect([log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  });

  test('an item that somebody ticks says who and when, for everybody, and after a restart', async () => {
    const { desk, ben, message, restart } = await shared(transport, calm);
    const list = () => desk.threadOf(message).find(({ blocks }) => textIn(blocks).startsWith('Checklist'));
    const [item = ''] = JSON.stringify(list()?.blocks).match(/tick:[\w.-]+/) ?? [];
    const before = list();
    if (!before) throw new Error('no checklist');
    const after = await ben.turn(before, item, 'done');
    expect(textIn(after.blocks)).toMatch(/☑ .*\nDone: ben, <!date\^\d+\^/s);
    expect(JSON.stringify(after.blocks)).not.toContain('<@');
    await restart();
    const [other = ''] = [...JSON.stringify(list()?.blocks).matchAll(/tick:[\w.-]+/g)].map(String).slice(1);
    const again = await ben.turn(list() ?? after, other, 'done');
    expect(textIn(again.blocks).match(/Done: ben/g)).toHaveLength(2);
    const cleared = await ben.turn(again, item, []);
    expect(textIn(cleared.blocks)).toContain('Not done any more: ben');
    expect(desk.state.refusals).toEqual([]);
  });

  test('a shared plan follows its owner’s changes in place, and old buttons say that it has changed', async () => {
    const { desk, ann, card, message, bot } = await shared(transport, calm);
    const seen = () => desk.state.messages.find(({ ts }) => ts === message.ts);
    const count = desk.state.messages.length;
    const old = desk.state.messages.find(({ ts }) => ts === card.ts);
    await desk.click('UANN', 'edit', undefined, old);
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    await ann.press('change', 'site-version');
    await ann.answer('1802');
    await desk.state.until(() => textIn(seen()?.blocks).includes('1802'), 'the change in the channel');
    await desk.state.until(() => desk.openView('UANN') && ann.page().includes('Site version'), 'the last look');
    if (!old) throw new Error('no card');
    await ann.turn(old, 'tab:settings');
    expect(ann.message('This plan has changed since that button was shown')).toBeDefined();
    await bot.stop();
    expect(desk.state.messages.length).toBeLessThanOrEqual(count + 1);
    expect(desk.state.refusals).toEqual([]);
  });

  test('a retried share posts once, and a colleague may copy what is shared but neither change nor share it', async () => {
    const { desk, ben, message, card } = await shared(transport, calm);
    await desk.again();
    await desk.click('UBEN', 'copy', undefined, message);
    await desk.state.until(() => ben.message('A copy of your own'), 'the copy');
    expect(
      desk.messagesSeenBy('UBEN').filter(({ channel, thread, to }) => channel === 'CDEPLOY' && !thread && !to),
    ).toHaveLength(1);
    const forged = JSON.parse(JSON.stringify(card));
    await desk.click('UBEN', 'share', undefined, { ...forged, to: 'UBEN' });
    await desk.state.until(() => ben.message('Only the person who started this plan'), 'the refusal');
    expect(desk.openView('UBEN')).toBeUndefined();
    expect(desk.state.refusals).toEqual([]);
  });

  test('where the bot is not in a channel, its owner is told how to invite it, and nothing is lost', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await desk.command('UANN', `/tsdeploy plan ${calm}`, 'CQUIET');
    const [card] = await ann.plan();
    await desk.click('UANN', 'share', undefined, card);
    await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
    await desk.submit('UANN', { channel: 'CQUIET' });
    await desk.state.until(() => ann.message('/invite @tsdeploy'), 'what to do');
    desk.setBotIn('CQUIET', true);
    await desk.click('UANN', 'share', undefined, card);
    await desk.state.until(() => desk.openView('UANN'), 'the question once more');
    await desk.submit('UANN', { channel: 'CQUIET' });
    await desk.state.until(() => person(desk, 'UBEN').message('Deployment plan.'), 'the shared plan');
    expect(desk.state.refusals).toEqual([]);
  });

  test('files come as Markdown and PowerShell: in the thread of a shared plan, else as a direct message', async () => {
    const { desk, card, message } = await shared(transport, calm);
    await desk.click('UBEN', 'file:powershell', undefined, message);
    await desk.state.until(() => desk.filesSeenBy('UBEN').length === 1, 'the script');
    const [script] = desk.filesSeenBy('UBEN');
    expect(new TextDecoder().decode(script?.bytes)).toContain('New-CMTaskSequenceDeployment');
    const own = desk.state.messages.find(({ ts }) => ts === card.ts);
    await desk.click('UANN', 'file:markdown', undefined, own);
    await desk.state.until(() => desk.filesSeenBy('UANN').length === 2, 'the Markdown file');
    expect(desk.filesSeenBy('UBEN')).toHaveLength(1);
    expect(desk.state.refusals).toEqual([]);
  });

  test('what is shared or made a file of a high-risk plan says first that nobody has acknowledged it', async () => {
    const { desk, ann, ben, message } = await shared(transport, riskyNamed);
    expect(textIn(message.blocks)).toMatch(/^NOT ACKNOWLEDGED\. Deployment plan\./);
    expect(message.text).toMatch(/^NOT ACKNOWLEDGED/);
    await desk.click('UBEN', 'file:markdown', undefined, message);
    await desk.state.until(() => desk.filesSeenBy('UBEN').length === 1, 'the Markdown file');
    expect(new TextDecoder().decode(desk.filesSeenBy('UBEN')[0]?.bytes)).toMatch(/^# NOT ACKNOWLEDGED/);
    await desk.click('UBEN', 'file:powershell', undefined, message);
    await desk.state.until(() => ben.message('nobody has acknowledged its risks'), 'the refusal');
    expect(desk.filesSeenBy('UBEN')).toHaveLength(1);
    expect(ann.message('High risk')).toBeDefined();
    expect(desk.state.refusals).toEqual([]);
  });
});
