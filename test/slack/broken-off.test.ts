import { expect, test } from 'vitest';
import { openOffice } from './office.js';
import { person, textIn } from './person.js';

const fault = { status: 500 };
const wait = { status: 429, headers: { 'retry-after': '1' } };
const config = 'scenario: in-place-upgrade\nsite-version: "2303"\nallow-internet: off\n';
/** So many wrong calls that their report takes several messages. */
const long = Array.from(
  { length: 20 },
  () => 'New-CMTaskSequenceDeployment -CollectionId PS100020 -DeployPurpose Required -RerunBehaviour Never\n',
).join('');

async function opened() {
  const office = await openOffice('http');
  const { desk } = office;
  const said = (words: string) => desk.state.until(() => person(desk).message(words), `an answer with ${words}`, 8_000);
  const file = (name: string) =>
    desk.state.until(() => desk.filesSeenBy('UANN').find((one) => one.name === name), `the file ${name}`, 8_000);
  const drop = (...names: string[]) =>
    desk.direct('UANN', '', { files: names.map((name) => ({ name, bytes: name.startsWith('long') ? long : config })) });
  return { ...office, said, file, drop };
}

test('Slack asks to wait between the messages of a report: all of it comes, once and in order', async () => {
  const { desk, file, drop } = await opened();
  const push = desk.state.messages.push.bind(desk.state.messages);
  let posts = 0;
  desk.state.messages.push = (...messages) => {
    posts += messages.filter(({ via }) => via === 'chat.postMessage').length;
    if (posts === 1) desk.state.faults.set('chat.postMessage', [wait]);
    return push(...messages);
  };
  desk.state.faults.set('files.completeUploadExternal', [wait]);
  const posted = await drop('long.ps1');
  await file('long-corrected.ps1');
  const titles = desk.threadOf(posted).flatMap(({ blocks }) => textIn(blocks).match(/\((\d) of \d\)/)?.[1] ?? []);
  expect(titles).toEqual(titles.map((_, at) => String(at + 1)));
  expect(titles.length).toBeGreaterThan(1);
  expect(desk.state.refusals).toEqual([]);
}, 12_000);

test('a report that Slack breaks off in the middle says so, names what isn’t told, and what to do', async () => {
  const { desk, said, drop, log } = await opened();
  const push = desk.state.messages.push.bind(desk.state.messages);
  let posts = 0;
  desk.state.messages.push = (...messages) => {
    posts += messages.filter(({ via }) => via === 'chat.postMessage').length;
    if (posts === 1) desk.state.faults.set('chat.postMessage', [fault, fault, fault]);
    return push(...messages);
  };
  await drop('long.ps1', 'short.yaml');
  const text = textIn((await said('Broken off')).blocks);
  expect(text).toMatch(/long\.ps1, short\.yaml.*Validate it once more.*reference `[0-9A-F]{6}`/s);
  expect(log.join('\n')).toContain('telling of a posted text');
  desk.state.messages.push = push;
  await drop('short.yaml');
  await said('short.yaml: 1 error');
  expect(desk.state.refusals).toEqual([]);
}, 15_000);

test('a corrected config that Slack doesn’t take is missed with words, and the findings stand', async () => {
  const { desk, said, drop } = await opened();
  desk.state.faults.set('files.getUploadURLExternal', [fault, fault, fault]);
  await drop('upgrade.yaml');
  await said('upgrade.yaml: 1 error');
  expect(textIn((await said('Broken off')).blocks)).toContain('upgrade.yaml');
  expect(desk.filesSeenBy('UANN').map(({ name }) => name)).toEqual(['upgrade.yaml']);
}, 12_000);
