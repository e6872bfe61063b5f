import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fieldsOf, parsed } from '../../src/desk/fields.js';
import { ids } from '../../src/desk/state.js';
import { openDesk } from '../../src/desk/workspace.js';
import { impatientLimits } from './slack-limits.js';

async function connected() {
  const desk = await openDesk(impatientLimits);
  const response = await fetch(`${desk.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ids.appToken}` },
  });
  const url = String(fieldsOf(await response.json()).url);
  const socket = new WebSocket(url);
  const inbox: Record<string, unknown>[] = [];
  socket.on('message', (data) => {
    inbox.push({ ...fieldsOf(parsed(String(data))) });
    desk.state.changed();
  });
  await desk.state.until(() => inbox.length > 0, 'hello');
  return { desk, socket, inbox, url };
}

test('a socket is greeted, gets envelopes and acknowledges them, with an answer if it likes', async () => {
  const { desk, socket, inbox } = await connected();
  expect(inbox[0]).toMatchObject({ type: 'hello', num_connections: 1 });
  const outcome = desk.command('UANN', '/tsdeploy help');
  const envelope = await desk.state.until(() => inbox[1], 'an envelope');
  expect(envelope).toMatchObject({
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: { command: '/tsdeploy' },
  });
  socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload: { text: 'Hello' } }));
  expect(await outcome).toMatchObject({ ack: 'taken', body: { text: 'Hello' } });
  expect(desk.messagesSeenBy('UANN').map(({ text }) => text)).toEqual(['Hello']);
  await desk.close();
});

test('a ticket admits one socket, and nothing else does', async () => {
  const { desk, url } = await connected();
  for (const address of [url, url.replace(/ticket=.*/, 'ticket=made-up')]) {
    const second = new WebSocket(address);
    await expect(new Promise((resolve, reject) => second.on('open', resolve).on('error', reject))).rejects.toThrow();
  }
  expect(desk.sockets.open()).toBe(1);
  await desk.close();
});

test('an envelope that nobody acknowledges in time is taken down, one without a socket is refused', async () => {
  const { desk, socket } = await connected();
  expect(await desk.command('UANN', '/tsdeploy help')).toEqual({ ack: 'timed-out' });
  expect(desk.state.timeouts).toEqual(['/tsdeploy']);
  socket.close();
  await desk.state.until(() => desk.sockets.open() === 0, 'the end of the socket');
  expect(await desk.command('UANN', '/tsdeploy help')).toEqual({ ack: 'refused', status: 0 });
  await desk.close();
});

test('a refresh tells the socket to connect anew, and sends no envelopes over it any more', async () => {
  const { desk, inbox } = await connected();
  desk.sockets.refresh();
  await desk.state.until(() => inbox[1], 'the notice');
  expect(inbox[1]).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  expect(await desk.command('UANN', '/tsdeploy help')).toEqual({ ack: 'refused', status: 0 });
  await desk.close();
});
