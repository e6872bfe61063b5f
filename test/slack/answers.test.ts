import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call } from '../cli/call.js';
import { openOffice, type Transport, transports } from './office.js';
import { person, textIn } from './person.js';

async function opened(transport: Transport) {
  const office = await openOffice(transport);
  const { desk, data } = office;
  const said = (words: string, user = 'UANN') =>
    desk.state.until(() => person(desk, user).message(words), `an answer with ${words}`, 5_000);
  const misses = async (...more: string[]) =>
    (await call(['ask', '--misses', ...more], { env: { TSDEPLOY_DATA: join(data, 'kept') } })).out;
  const fine = () => expect([office.log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  return { ...office, said, misses, fine };
}

describe.each(transports)('over %s', (transport) => {
  test('a mention is answered in its thread: a question back by buttons, and what is asked on counts, after a restart too', async () => {
    const { desk, said, restart, fine } = await opened(transport);
    const asked = await desk.mention('UANN', 'CDEPLOY', 'what do I need for 2403?');
    const back = await said('What is the deployment to do', 'UBEN');
    expect(back.thread).toBe(asked.ts);
    await restart();
    const answer = await person(desk, 'UBEN').turn(back, 'option:0');
    expect(textIn(answer.blocks)).toMatch(/Understood: Site version: 2403 and Scenario: Windows in-place upgrade/);
    await desk.again();
    await desk.mention('UANN', 'CDEPLOY', 'and with 2103?', { thread: asked });
    const next = await said('Understood: Site version: 2103 and Scenario: Windows in-place upgrade');
    expect(next.thread).toBe(asked.ts);
    expect(desk.threadOf(asked)).toHaveLength(3);
    fine();
  });

  test('the command answers its person alone, until they share; the thread goes on from there', async () => {
    const { desk, said, fine } = await opened(transport);
    await desk.command('UANN', '/tsdeploy Is wake on LAN supported?');
    const own = await said('Wake');
    expect(own).toMatchObject({ channel: 'CDEPLOY', to: 'UANN' });
    expect(textIn(own.blocks)).toMatch(/<https:\/\/learn\.microsoft\.com[^|]+\|[^>]+>/);
    await desk.click('UANN', 'share-answer', undefined, own);
    const shared = await said('*ann asked*: Is wake on LAN supported?', 'UBEN');
    await said('Shared in the channel');
    await desk.mention('UBEN', 'CDEPLOY', 'also through a CMG?', { thread: shared });
    const next = await desk.state.until(() => desk.threadOf(shared).find(({ user }) => user === 'U0BOT'), 'an answer');
    expect(textIn(next.blocks)).toContain('Wake');
    fine();
  });

  test('what isn’t answered, or was wrong, is counted without who asked', async () => {
    const { desk, said, misses, fine } = await opened(transport);
    expect(await misses()).toContain('No misses are kept');
    for (const user of ['UANN', 'UBEN'])
      await desk.direct(
        user,
        'Hi @ann, how do I renew a parking permit in Paris? mail CONTOSO\\ann or ann@contoso.com',
      );
    await said('The documents on task sequence deployments');
    await desk.direct('UANN', 'Is wake on LAN supported?');
    const answer = await said('Wake');
    await desk.click('UANN', 'wrong', undefined, answer);
    await said('Thank you');
    await desk.click('UANN', 'wrong', undefined, answer);
    await desk.settled();
    await desk.state.until(
      () => desk.messagesSeenBy('UANN').filter((one) => textIn(one.blocks).includes('Thank you')).length === 2,
      'the second thanks',
    );
    expect(JSON.parse(await misses('--format', 'json'))).toMatchObject([
      { count: 2, unanswered: 2, wrong: 0, question: 'hi , how do i renew a parking permit in paris mail or' },
      { count: 1, unanswered: 0, wrong: 1, question: 'is wake on lan supported' },
    ]);
    expect(await misses()).toMatch(/^ {3}2 {2}hi , how do i renew.*\n {6}2 not answered; last /);
    expect(await misses()).not.toMatch(/UANN|UBEN|contoso/i);
    fine();
  });

  test('a message is answered by shortcut in its thread, and another’s conversation stays closed', async () => {
    const { desk, said } = await opened(transport);
    const asked = await desk.say('UBEN', 'CDEPLOY', 'what do I need for 2403?');
    await desk.messageShortcut('UANN', 'answer-message', asked);
    expect((await said('What is the deployment to do', 'UBEN')).thread).toBe(asked.ts);
    await desk.command('UANN', '/tsdeploy ask what do I need for 2403?');
    const own = await desk.state.until(
      () => desk.messagesSeenBy('UANN').find(({ to }) => to === 'UANN'),
      'the own one',
    );
    await desk.click('UBEN', 'option:1', undefined, { ...own, to: 'UBEN' });
    await said("isn't yours", 'UBEN');
    await person(desk).turn(own, 'option:1');
    expect(textIn((await said('Software Center')).blocks)).toContain('Understood');
    expect(desk.state.refusals).toEqual([]);
  });

  test('an option that was overtaken, and a conversation that isn’t kept any more, say so', async () => {
    const { desk, said, pass } = await opened(transport);
    const asked = await desk.mention('UANN', 'CDEPLOY', 'what do I need for 2403?');
    const back = await said('What is the deployment to do');
    await desk.mention('UBEN', 'CDEPLOY', 'over the internet, with an in-place upgrade?', { thread: asked });
    await said('Windows in-place upgrade');
    await desk.click('UANN', 'option:2', undefined, back);
    await said('answered or asked anew meanwhile');
    pass(31 * 24 * 60);
    await desk.click('UANN', 'option:1', undefined, back);
    await said("isn't kept any more");
    for (const value of ['', 'x', `${'0'.repeat(32)}.1.0`, `${'../'.repeat(20)}.1.0`]) {
      const forged = JSON.parse(JSON.stringify(back), (key, one) => (key === 'value' ? value || 'no' : one));
      const before = desk.state.messages.length;
      await desk.click('UANN', 'option:3', undefined, forged);
      await desk.state.until(() => desk.state.messages.length > before, 'the refusal');
    }
    expect(desk.state.refusals).toEqual([]);
  });
});
