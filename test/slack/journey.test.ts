import { describe, expect, test } from 'vitest';
import { openOffice, transports } from './office.js';
import { offered, person, textIn } from './person.js';

const complete =
  'site-version=2403 scenario=in-place-upgrade purpose=required collection-type=custom collection-size=18 default-size=100 maximum-size=800 ' +
  'collection-has-site-server=no collection-has-server=no device-join=hybrid client-authentication=pki feature-update=no package-share=no ' +
  'multicast=no cmg-certificate=pki site-server-policy=block';

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
      errors: { [block]: expect.stringContaining("isn't a number") },
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

  test('a command with every answer goes straight to the plan', async () => {
    const { desk } = await openOffice(transport);
    await desk.command('UANN', `/tsdeploy plan ${complete}`);
    const text = (await person(desk).plan()).map(({ blocks }) => textIn(blocks)).join('\n');
    expect(desk.openView('UANN')).toBeUndefined();
    expect(text).toContain('Deployment plan. Ready.');
    expect(text).toContain('*High risk*: ');
    expect(text).toMatch(/`\/tsdeploy plan site-version=2403 scenario=in-place-upgrade [^`]+`/);
    expect(desk.state.refusals).toEqual([]);
  });

  test('a blocked plan names every reason first, with its ways out', async () => {
    const { desk } = await openOffice(transport);
    await desk.command(
      'UANN',
      `/tsdeploy plan ${complete.replace('2403', '1902').replace('in-place-upgrade', 'boot-media-over-cmg')} network=wireless`,
    );
    const ann = person(desk);
    if (
      (await desk.state.until(() => desk.openView('UANN') ?? desk.messagesSeenBy('UANN').length > 0, 'an answer')) !==
      true
    ) {
      await ann.dontKnowTheRest();
      await desk.submit('UANN');
    }
    const text = (await ann.plan()).map(({ blocks }) => textIn(blocks)).join('\n');
    expect(text).toMatch(/^Deployment plan\. Blocked: \d reasons/);
    expect(text.indexOf('Why it is blocked')).toBeLessThan(text.indexOf('Settings'));
    expect(text).toContain('_Way out:_ Site version: 2010');
    expect(text).toContain('Network connection: Wired');
    expect(desk.state.refusals).toEqual([]);
  });

  test('without a known sub-command a person gets help that only they see', async () => {
    const { desk } = await openOffice(transport);
    for (const line of ['/tsdeploy', '/tsdeploy help', '/tsdeploy HELP', '/tsdeploy plam'])
      await desk.command('UANN', line);
    const [none, help, loud, close] = desk.messagesSeenBy('UANN').map(({ blocks }) => textIn(blocks));
    for (const text of [none, help, loud, close])
      expect(text).toContain('`/tsdeploy plan site-version=2403 scenario=boot-media-over-cmg`');
    expect(close).toContain('There is no /tsdeploy `plam`. Did you mean "plan"?');
    expect(desk.messagesSeenBy('UBEN')).toEqual([]);
    expect(desk.state.refusals).toEqual([]);
  });

  test('wrong words and values are told with what is allowed and the nearest match, and open nothing', async () => {
    const { desk } = await openOffice(transport);
    await desk.command('UANN', '/tsdeploy plan site-version=2404 scenaro=intranet purpose=sometimes loose');
    const [message] = desk.messagesSeenBy('UANN');
    const text = textIn(message?.blocks);
    expect(text).toContain('Nearest: 2403 and 2409');
    expect(text).toContain('Did you mean "scenario"?');
    expect(text).toContain('available (Available), required (Required)');
    expect(text).toContain('"loose" isn\'t word=value');
    expect(message?.to).toBe('UANN');
    expect(desk.openView('UANN')).toBeUndefined();
    expect(desk.state.refusals).toEqual([]);
  });

  test('curly quotes and hard spaces from a phone are read as plain ones', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy plan\u00A0scenario=“in-place upgrade” comment=“Ann’s”');
    expect(ann.page()).toContain('Scenario: *Windows in-place upgrade');
    expect(ann.page()).toContain("Ann's");
  });

  test('a draft that has expired is told calmly', async () => {
    const { desk, pass } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    pass(9 * 60);
    await ann.answer('2403');
    expect(ann.page()).toContain("These answers aren't kept any more");
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

  test('a command in a channel without the bot is answered all the same', async () => {
    const { desk } = await openOffice(transport);
    await desk.command('UANN', `/tsdeploy plan ${complete}`, 'CQUIET');
    expect((await person(desk).plan()).every(({ channel }) => channel === 'CQUIET')).toBe(true);
  });

  test('a retried command opens one modal, and a page sent twice counts once', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open();
    await desk.again();
    expect(desk.state.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1);
    await ann.answer('2403');
    const asked = ann.question();
    await desk.again();
    expect(ann.question()).toBe(asked);
    await ann.answer('in-place-upgrade');
    await ann.dontKnowTheRest();
    await desk.submit('UANN');
    const { length } = await ann.plan();
    await desk.again();
    expect(desk.messagesSeenBy('UANN')).toHaveLength(length);
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
  });

  test('a plan too long for the channel comes as direct messages, and the channel says so', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy plan site-version=2403 scenario=unknown');
    await ann.dontKnowTheRest();
    await desk.submit('UANN');
    const [note, ...parts] = await ann.plan();
    expect(textIn(note?.blocks)).toMatch(/^You find \d+ parts of it in your direct messages with me\.$/);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.every(({ channel, via }) => channel === 'DANN' && via === 'chat.postMessage')).toBe(true);
    expect(desk.messagesSeenBy('UBEN')).toEqual([]);
    expect(desk.state.refusals).toEqual([]);
  });
});
