import { describe, expect, test } from 'vitest';
import { openOffice, transports } from './office.js';
import { person, textIn } from './person.js';
import { calm } from './ready-plans.js';

describe.each(transports)('over %s', (transport) => {
  test('Home greets at first; then it shows the next step and one’s plans, and follows them', async () => {
    const { desk, log } = await openOffice(transport);
    const ann = person(desk);
    const home = () => textIn(desk.homeOf('UANN')?.view);
    await desk.openHome('UANN');
    await desk.state.until(() => home().includes('Welcome to tsdeploy'), 'the greeting');
    expect(home()).toContain('`/tsdeploy plan`');
    expect(home()).toContain('everybody may acknowledge');
    await desk.click('UANN', 'start', undefined, desk.homeOf('UANN'));
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    await desk.dismiss('UANN', true);
    await desk.openHome('UANN');
    expect(home()).toContain('Welcome to tsdeploy');
    await desk.click('UANN', 'start', undefined, desk.homeOf('UANN'));
    await desk.state.until(() => desk.openView('UANN'), 'the guide once more');
    await ann.answer('2403');
    await desk.state.until(() => home().includes('Go on with *2403*'), 'the next step');
    await desk.dismiss('UANN', true);
    await desk.command('UANN', `/tsdeploy plan ${calm}`);
    await desk.state.until(() => home().includes('2509'), 'the other plan');
    const [open = ''] = JSON.stringify(desk.homeOf('UANN')?.view).match(/open:[0-9a-f]{32}/) ?? [];
    await desk.click('UANN', open, undefined, desk.homeOf('UANN'));
    await desk.state.until(() => desk.openView('UANN'), 'the last look');
    await desk.submit('UANN');
    await desk.state.until(() => desk.messagesSeenBy('UANN').some(({ channel }) => channel === 'DANN'), 'the card');
    await desk.openHome('UBEN');
    await desk.state.until(() => textIn(desk.homeOf('UBEN')?.view).includes('Welcome'), 'the Home of another');
    expect(textIn(desk.homeOf('UBEN')?.view)).not.toContain('2509');
    expect([log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  });
});
