import { describe, expect, test } from 'vitest';
import { openOffice, transports } from './office.js';
import { offered, person, textIn } from './person.js';

describe.each(transports)('over %s', (transport) => {
  test('a person answers every question and gets the plan as messages only they see', async () => {
    const { desk, log } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    expect(ann.page()).toMatch(/About \d+ more questions/);
    await ann.answer('2403');
    await ann.answer('boot-media-over-cmg');
    expect(await ann.dontKnowTheRest()).toBeGreaterThan(3);
    expect(ann.page()).toContain('All questions are answered');
    await desk.submit('UANN');
    const messages = await ann.plan();
    expect(desk.openView('UANN')).toBeUndefined();
    expect(messages.every(({ to, via }) => to === 'UANN' && via === 'response_url')).toBe(true);
    expect(textIn(messages[0]?.blocks)).toMatch(/^Deployment plan\. Ready if/);
    expect(desk.messagesSeenBy('UBEN')).toEqual([]);
    expect([log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  });

  test('the way back shows the page before with its answer, and keeps every answer', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    expect(ann.page()).not.toContain('Back');
    const first = ann.question();
    await ann.answer('2403');
    await ann.answer('boot-media-over-cmg');
    const third = ann.question();
    await ann.press('back');
    expect(ann.held()).toBe('boot-media-over-cmg');
    await ann.press('back');
    expect([ann.question(), ann.held()]).toEqual([first, '2403']);
    await ann.answer('2409');
    expect(ann.question()).toBe(third);
    expect(ann.page()).toContain('Site version: *2409*');
    expect(ann.page()).toContain('Scenario: *Reimage with boot media');
    await ann.press('back');
    expect(ann.held()).toBe('boot-media-over-cmg');
    expect(desk.state.refusals).toEqual([]);
  });

  test('an earlier answer is changed from a list, and all others stay', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy plan site-version=2002 scenario=boot-media-over-cmg purpose=available');
    expect(ann.page()).toContain('*Blocked:*');
    const asked = ann.question();
    await ann.press('change', 'site-version');
    expect(ann.held()).toBe('2002');
    await ann.answer('2403');
    expect(ann.question()).toBe(asked);
    expect(ann.page()).not.toContain('Blocked');
    expect(ann.page()).toContain('Purpose: *Available*');
    expect(desk.state.refusals).toEqual([]);
  });

  test('a setting that was given can be changed or left open', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy plan allow-internet=off comment="for the branch offices"');
    await ann.press('change', 'comment');
    expect(ann.held()).toBe('for the branch offices');
    await desk.submit('UANN', { answer: null, unknown: 'unknown' });
    expect(ann.page()).not.toContain('branch offices');
    await ann.press('change', 'allow-internet');
    await ann.answer('on');
    expect(ann.page()).toContain('*On*');
    expect(desk.state.refusals).toEqual([]);
  });

  test('every question has the option of not knowing', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy plan site-version=2403 scenario=software-center-imaging purpose=required');
    for (let pages = 0; ann.field() && pages < 40; pages += 1) {
      expect(ann.page()).toContain("I don't know");
      if (ann.field()?.element.type !== 'number_input') expect(offered(ann.field())).toContain('unknown');
      await desk.submit(
        'UANN',
        ann.field()?.element.type === 'number_input' ? { unknown: 'unknown' } : { answer: 'unknown' },
      );
    }
    await desk.submit('UANN');
    expect(textIn((await ann.plan())[0]?.blocks)).toContain('Not known: ');
    expect(desk.state.refusals).toEqual([]);
  });

  test('an error about a number stands beside its field, and the page stays', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open(
      '/tsdeploy plan site-version=2403 scenario=in-place-upgrade purpose=required collection-type=custom',
    );
    for (let pages = 0; ann.field()?.element.type !== 'number_input' && pages < 40; pages += 1)
      await ann.answer('unknown');
    const errors = async (entries: Parameters<typeof desk.submit>[1]) => {
      const outcome = await desk.submit('UANN', entries ?? {});
      return outcome.ack === 'taken' ? outcome.body : outcome;
    };
    const asked = ann.question();
    const block = ann.field()?.block ?? '';
    expect(await errors({})).toEqual({
      response_action: 'errors',
      errors: { [block]: expect.stringContaining('Give an answer') },
    });
    expect(await errors({ answer: '12345678901' })).toEqual({
      response_action: 'errors',
      errors: { [block]: expect.stringContaining("isn't a whole number") },
    });
    expect(await errors({ answer: '12', unknown: 'unknown' })).toEqual({
      response_action: 'errors',
      errors: { [block]: expect.stringContaining('Keep one') },
    });
    expect(ann.question()).toBe(asked);
    await desk.submit('UANN', { answer: '12', unknown: null });
    expect(ann.question()).not.toBe(asked);
    expect(desk.state.refusals).toEqual([]);
  });
});
