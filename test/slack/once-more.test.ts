import { expect, test } from 'vitest';
import { openOffice } from './office.js';
import { person, textIn } from './person.js';
import { calm } from './ready-plans.js';

/** Slack fails at one call: the app tries it three times. */
const down = [{ status: 500 }, { status: 500 }, { status: 500 }];
const config = 'scenario: in-place-upgrade\nsite-version: "2303"\nallow-internet: off\n';

async function opened() {
  const { desk } = await openOffice('http');
  const said = (words: string, user = 'UANN') =>
    desk.state.until(() => person(desk, user).message(words), `an answer with ${words}`, 6_000);
  return { desk, said };
}

test.each(['chat.postMessage', 'chat.update'])(
  'an answer whose sharing fails at %s is shared by the next press, once',
  async (method) => {
    const { desk, said } = await opened();
    await desk.command('UANN', '/tsdeploy Is wake on LAN supported?');
    const own = await said('Wake');
    desk.state.faults.set(method, [...down]);
    await desk.click('UANN', 'share-answer', undefined, own);
    await said('Something went wrong');
    await desk.click('UANN', 'share-answer', undefined, own);
    await said('Shared in the channel');
    const shared = desk.messagesSeenBy('UBEN').filter(({ blocks }) => textIn(blocks).includes('*ann asked*'));
    expect(shared).toHaveLength(1);
    expect(desk.state.refusals).toEqual([]);
  },
  12_000,
);

test('a double click on Copy, or on a file, makes one; later another can be made', async () => {
  const { desk, said } = await opened();
  await desk.command('UANN', `/tsdeploy plan ${calm}`);
  const card = await said('Deployment plan.');
  const files = () => desk.filesSeenBy('UANN').length;
  const press = (name: string, message = card) => desk.click('UANN', name, undefined, message);
  await Promise.all([press('file:markdown'), press('file:markdown')]);
  await press('file:markdown');
  await desk.state.until(() => files() === 1, 'the file');
  await desk.command('UANN', '/tsdeploy plans');
  const list = await said('Your plans');
  const [copy = ''] = JSON.stringify(list.blocks).match(/copy:[0-9a-f]{32}/) ?? [];
  await Promise.all([press(copy, list), press(copy, list)]);
  await said('A copy of your own');
  await desk.command('UANN', '/tsdeploy plans');
  const copies = () => JSON.stringify(person(desk).message('Your plans')?.blocks).match(/copy:/g) ?? [];
  await desk.state.until(() => copies().length > 1, 'the other list');
  expect(copies()).toHaveLength(2);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(files()).toBe(1);
  await press('file:markdown');
  await desk.state.until(() => files() === 2, 'another file');
  expect(desk.state.refusals).toEqual([]);
});

test('an answer can be shared once the app was invited', async () => {
  const { desk, said } = await opened();
  await desk.command('UANN', '/tsdeploy Is wake on LAN supported?', 'CQUIET');
  const own = await said('Wake');
  await desk.click('UANN', 'share-answer', undefined, own);
  await said("I'm not in this conversation");
  desk.setBotIn('CQUIET', true);
  await desk.click('UANN', 'share-answer', undefined, own);
  await said('*ann asked*', 'UBEN');
});

test('an option whose answer couldn’t be shown shows it at the next press', async () => {
  const { desk, said } = await opened();
  await desk.mention('UANN', 'CDEPLOY', 'what do I need for 2403?');
  const back = await said('What is the deployment to do');
  desk.state.faults.set('chat.update', [...down]);
  await desk.click('UANN', 'option:0', undefined, back);
  await said('Something went wrong');
  const answer = await person(desk).turn(back, 'option:0');
  expect(textIn(answer.blocks)).toContain('Understood');
}, 10_000);

test('a guide that couldn’t open with what was read opens at the next press, with the same plan, and anew once that is deleted', async () => {
  const { desk, said } = await opened();
  await desk.direct('UANN', config);
  const message = await said('Your text: 1 error');
  desk.state.faults.set('views.open', [...down]);
  await desk.click('UANN', 'open-reading', undefined, message);
  await said('Something went wrong');
  const opens = async () => {
    await desk.click('UANN', 'open-reading', undefined, message);
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    await desk.dismiss('UANN', true);
  };
  await opens();
  await desk.command('UANN', '/tsdeploy plans');
  const list = await said('Your plans');
  const plans = JSON.stringify(list.blocks).match(/remove:[0-9a-f]{32}/g) ?? [];
  expect(plans).toHaveLength(1);
  await desk.click('UANN', plans[0] ?? '', undefined, list);
  await said('You have no plans');
  await opens();
  expect(desk.state.refusals).toEqual([]);
}, 10_000);
