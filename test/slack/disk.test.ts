import { describe, expect, test } from 'vitest';
import { troubledDisks } from '../store/troubled-disk.js';
import { person, textIn } from './person.js';
import { calm } from './ready-plans.js';
import { troubledOffice } from './troubled-office.js';

describe.each(troubledDisks)('on %s', (_, diskOf) => {
  test('what the disk doesn’t keep is told as that, and the plan is as it was once the disk is well again', async () => {
    const troubled = diskOf();
    const { fill, lock, heal } = troubled;
    const { desk, log } = await troubledOffice(troubled);
    const ann = person(desk);
    // Long enough that no page of the disk has room left for it.
    const long = 'x'.repeat(200);
    for (const [harm, why] of [
      [fill, 'the disk that plans are kept on is full'],
      [lock, "can't be written to"],
    ] as const) {
      await ann.open(`/tsdeploy plan site-version=2403 comment=${long}`);
      harm();
      await ann.answer('in-place-upgrade');
      expect(ann.page()).toContain(why);
      expect(ann.page()).toContain('What was confirmed before is still there');
      expect(log.join()).toMatch(/ENOSPC|EROFS/);
      heal();
      await ann.open(`/tsdeploy plan site-version=2403 comment=${long}`);
      await ann.answer('in-place-upgrade');
      expect(ann.page()).toContain('Scenario: *Windows in-place upgrade');
    }
    await desk.command('UANN', '/tsdeploy plans');
    await desk.state.until(() => ann.message('Your plans'), 'the list');
    expect(desk.state.refusals).toEqual([]);
  });

  test('findings are told though nothing can be kept; a plan or an answer whose sharing isn’t kept is taken back, and shared the next time', async () => {
    const troubled = diskOf();
    const { desk, log } = await troubledOffice(troubled);
    const [ann, ben] = [person(desk), person(desk, 'UBEN')];
    const said = (words: string) => desk.state.until(() => ann.message(words), words, 5_000);
    await desk.command('UANN', `/tsdeploy plan ${calm} comment=${'x'.repeat(200)}`);
    const [card] = await ann.plan();
    await desk.command('UANN', '/tsdeploy Is wake on LAN supported?');
    const answer = await said('Wake');
    const share = async () => {
      await desk.click('UANN', 'share', undefined, card);
      await desk.state.until(() => desk.openView('UANN'), 'the question which channel');
    };

    await share();
    troubled.fill();
    await desk.direct('UANN', 'scenario: in-place-upgrade\nsite-version: "2303"\nallow-internet: off');
    const findings = await said('Your text: 1 error');
    expect(textIn(findings.blocks)).not.toContain('Open the guide');
    await desk.submit('UANN', { channel: 'CDEPLOY' });
    await said('This was not kept');
    await desk.click('UANN', 'share-answer', undefined, answer);
    await desk.state.until(() => log.filter((line) => line.includes('share-answer')).length === 1, 'the failure');
    expect(ben.message('Deployment plan.')).toBeUndefined();
    await desk.state.until(() => !ben.message('*ann asked*'), 'nothing shared');

    troubled.heal();
    await desk.click('UANN', 'share-answer', undefined, answer);
    await desk.state.until(() => ben.message('*ann asked*'), 'the shared answer');
    await share();
    await desk.submit('UANN', { channel: 'CDEPLOY' });
    await desk.state.until(() => ben.message('Checklist: '), 'the shared plan');
    const shown = desk.messagesSeenBy('UBEN').filter(({ thread }) => thread === null);
    expect(shown.filter(({ channel }) => channel === 'CDEPLOY')).toHaveLength(2);
    expect(desk.state.refusals).toEqual([]);
  });
});
