import { expect, test } from 'vitest';
import { openOffice } from './office.js';
import { person } from './person.js';

test('after Slack ends a socket the app is back in a few seconds with its drafts, even if the API is down meanwhile', async () => {
  const { desk } = await openOffice('socket');
  const ann = person(desk);
  await ann.open();
  await ann.answer('2403');
  desk.state.faults.set('apps.connections.open', [{ status: 503 }]);
  desk.sockets.refresh();
  await desk.state.until(() => desk.sockets.open() === 1, 'another socket', 9_000);
  await ann.answer('in-place-upgrade');
  expect(ann.page()).toContain('Site version: *2403*');
  expect(desk.state.refusals).toEqual([]);
}, 12_000);
