import { describe, expect, test } from 'vitest';
import { openOffice, transports } from './office.js';
import { person, textIn } from './person.js';

const complete =
  'site-version=2403 scenario=in-place-upgrade purpose=required collection-type=custom collection-size=18 default-size=100 maximum-size=800 ' +
  'collection-has-site-server=no collection-has-server=no device-join=hybrid client-authentication=pki feature-update=no package-share=no ' +
  'multicast=no cmg-certificate=pki site-server-policy=block';

describe.each(transports)('over %s', (transport) => {
  test('a command with every answer goes straight to the plan', async () => {
    const { desk } = await openOffice(transport);
    await desk.command('UANN', `/tsdeploy plan ${complete}`);
    await person(desk).plan();
    const { text } = await person(desk).wholePlan();
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
    await ann.plan();
    const { text } = await ann.wholePlan();
    expect(text).toMatch(/^Deployment plan\. Blocked: \d reasons/);
    expect(text.indexOf('Why it is blocked')).toBeLessThan(text.indexOf('\nAnswers\n'));
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

  test('a command that begins with an answer is a plan', async () => {
    const { desk } = await openOffice(transport);
    const ann = person(desk);
    await ann.open('/tsdeploy scenario="in-place upgrade"');
    expect(ann.page()).toContain('Scenario: *Windows in-place upgrade');
    expect(desk.state.refusals).toEqual([]);
  });

  test('a command in a channel without the bot is answered all the same', async () => {
    const { desk } = await openOffice(transport);
    await desk.command('UANN', `/tsdeploy plan ${complete}`, 'CQUIET');
    expect((await person(desk).plan()).every(({ channel }) => channel === 'CQUIET')).toBe(true);
  });
});
