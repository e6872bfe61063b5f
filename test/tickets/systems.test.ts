import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { TicketEntry } from '../../src/setup/tickets.js';
import { keepUp } from '../../src/tickets/keep-up.js';
import { firstBodies } from '../../src/tickets/order.js';
import { post } from '../../src/tickets/post.js';
import { openSystem } from '../../src/tickets/systems.js';
import { signatureOf } from '../../src/tickets/webhook.js';
import { orderOf } from './sample.js';
import { between } from './servers/faults.js';
import { githubServer } from './servers/github.js';
import { jiraServer } from './servers/jira.js';
import { type Office, quick } from './servers/office.js';
import { requestTrackerServer } from './servers/request-tracker.js';
import { serve } from './servers/serve.js';
import { serviceNowServer } from './servers/service-now.js';
import { webhookServer } from './servers/webhook.js';
import { systemAt, testDesk } from './test-desk.js';

const open: { close: () => Promise<void> }[] = [];
async function opened<T extends { close: () => Promise<void> }>(start: Promise<T>): Promise<T> {
  const one = await start;
  open.push(one);
  return one;
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const postedTo = async (office: Office) => {
  const ticket = await office.open();
  const desk = await testDesk(quick);
  const system = systemAt(office, office.url);
  expect(await post(desk, system, orderOf(ticket))).toMatchObject({ state: 'posted' });
  return { ticket, desk, system };
};

describe('Jira', () => {
  test.each([true, false])(
    'comments are internal unless the site shows them to customers (cloud: %s)',
    async (cloud) => {
      const office = await opened(jiraServer(cloud));
      await postedTo(office);
      expect(office.properties()[0]).toContainEqual({ key: 'sd.public.comment', value: { internal: true } });
      const entry: TicketEntry = { ...office.entry(office.url), ...{ customers: true } };
      await post(await testDesk(quick), openSystem(entry, office.env), orderOf(await office.open()));
      expect(JSON.stringify(office.properties().at(-1))).not.toContain('sd.public.comment');
    },
  );

  test('what is ticked is done in the cloud’s native tasks', async () => {
    const office = await opened(jiraServer(true));
    const { ticket, desk, system } = await postedTo(office);
    await keepUp(desk, system, orderOf(ticket, 2), false);
    const [body = ''] = await office.comments(ticket);
    expect(body.match(/"state":"DONE"/g)).toHaveLength(2);
    expect(body).toContain('"taskList"');
  });
});

describe('ServiceNow', () => {
  test('notes are numbered, each fits, and ends with its marker', async () => {
    const office = await opened(serviceNowServer());
    const { ticket } = await postedTo(office);
    const notes = await office.comments(ticket);
    expect(notes.length).toBeGreaterThan(1);
    for (const [at, note] of notes.entries()) {
      expect(note).toMatch(new RegExp(`^NOT ACKNOWLEDGED · part ${at + 1} of ${notes.length}\n`));
      expect(note).toMatch(/\ntsdeploy:[0-9a-f]{24}$/);
      expect(note.length).toBeLessThanOrEqual(4_000);
    }
  });

  test('what was posted in part only is posted whole, once something was ticked', async () => {
    const office = await opened(serviceNowServer());
    const ticket = await office.open();
    const desk = await testDesk(quick);
    const system = systemAt(office, office.url);
    let left = 1;
    const send: typeof system.send = async (...given) => {
      left -= 1;
      return left < 0 ? { refused: 'ServiceNow answers 400.' } : system.send(...given);
    };
    const partly = await post(desk, { ...system, send }, orderOf(ticket));
    expect(partly).toMatchObject({ state: 'refused', why: expect.stringMatching(/1 of \d+ parts were posted/) });
    expect(await post(desk, system, orderOf(ticket, 1))).toMatchObject({ state: 'posted' });
    expect((await office.comments(ticket)).join('\n')).toMatch(/part 1 of \d+ · revision 2[\s\S]*== Sources/);
  });

  test('takes OAuth: one access token serves a whole posting, and a wrong secret is told', async () => {
    const office = await opened(serviceNowServer(true));
    const proxy = await opened(between(() => office.url, quick.slowMs));
    const ticket = await office.open();
    expect(await post(await testDesk(quick), systemAt(office, proxy.url), orderOf(ticket))).toMatchObject({
      state: 'posted',
    });
    expect(proxy.seen.filter((one) => one.includes('/oauth_token.do'))).toHaveLength(1);
    const wrong = systemAt(office, office.url, { NOW_SECRET: 'wr0ng-s3cret' });
    const refused = await post(await testDesk(quick), wrong, orderOf(ticket));
    expect(refused).toMatchObject({
      state: 'refused',
      why: expect.stringMatching(/credentials.*renew \$NOW_SECRET.*access_denied/),
    });
    expect(JSON.stringify(refused)).not.toContain('wr0ng');
  });

  test('an access token that is withdrawn before its time is asked for anew', async () => {
    let given = 0;
    const change = { sys_id: 'a', number: 'CHG0000001', active: 'true', state: '-1' };
    const served = await opened(
      serve(({ path, header }) => {
        if (path === '/oauth_token.do') {
          given += 1;
          return { status: 200, body: { access_token: `token-${given}`, expires_in: 1799 } };
        }
        const known = header('authorization') === 'Bearer token-2';
        return known ? { status: 200, body: { result: [change] } } : { status: 401, body: {} };
      }),
    );
    const office = await opened(serviceNowServer(true));
    const found = await systemAt(office, served.url).find('CHG0000001');
    expect([found, given]).toEqual([{ done: expect.objectContaining({ key: 'a' }) }, 2]);
  });

  test('a query that it ignores finds no other change and no other note', async () => {
    const office = await opened(serviceNowServer(false, true));
    const { ticket: first } = await postedTo(office);
    const { ticket: second } = await postedTo(office);
    expect((await office.comments(first)).length).toBe((await office.comments(second)).length);
    const desk = await testDesk(quick);
    const missing = await post(desk, systemAt(office, office.url), orderOf('CHG9999999'));
    expect(missing).toMatchObject({ state: 'refused', why: expect.stringContaining('knows no change CHG9999999') });
  });
});

describe('GitHub', () => {
  test('a comment is found among hundreds', async () => {
    const office = await opened(githubServer());
    const { ticket } = await postedTo(office);
    const url = `${office.url}/repos/octo/deploy/issues/${ticket.slice(3)}/comments`;
    const headers = { authorization: `Bearer ${office.env.GITHUB_TOKEN}`, 'content-type': 'application/json' };
    for (let count = 0; count < 120; count += 1)
      await fetch(url, { method: 'POST', headers, body: JSON.stringify({ body: `comment ${count}` }) });
    const other = await office.open();
    expect(await post(await testDesk(quick), systemAt(office, office.url), orderOf(ticket))).toMatchObject({
      state: 'posted',
    });
    expect(await office.comments(ticket)).toHaveLength(121);
    expect(await office.comments(other)).toEqual([]);
  });

  test('somebody who quotes the comment isn’t taken for it', async () => {
    const office = await opened(githubServer());
    const ticket = await office.open();
    const system = systemAt(office, office.url);
    const [first] = firstBodies(system, orderOf(ticket));
    const url = `${office.url}/repos/octo/deploy/issues/${ticket.slice(3)}/comments`;
    const headers = { authorization: `Bearer ${office.env.GITHUB_TOKEN}`, 'content-type': 'application/json' };
    const body = `${first?.body.replace(/^/gm, '> ')}\n\nLooks fine.`;
    await fetch(url, { method: 'POST', headers, body: JSON.stringify({ body }) });
    await post(await testDesk(quick), system, orderOf(ticket));
    expect(await office.comments(ticket)).toHaveLength(2);
  });
});

describe('Request Tracker', () => {
  test('an answer to the comment isn’t taken for it', async () => {
    const office = await opened(requestTrackerServer());
    const ticket = await office.open();
    const system = systemAt(office, office.url);
    const [first] = firstBodies(system, orderOf(ticket));
    const headers = { authorization: `token ${office.env.TRACKER_TOKEN}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ Subject: `Re: ${first?.mark}`, Content: 'Looks fine.' });
    await fetch(`${office.url}/REST/2.0/ticket/${ticket.slice(3)}/comment`, { method: 'POST', headers, body });
    await post(await testDesk(quick), system, orderOf(ticket));
    expect(await office.comments(ticket)).toHaveLength(2);
  });
});

describe('the webhook', () => {
  test('signs the timestamp, a dot and the body with HMAC-SHA256', async () => {
    const office = await opened(webhookServer());
    const proxy = await opened(between(() => office.url, quick.slowMs));
    const ticket = await office.open();
    await post(await testDesk(quick), systemAt(office, proxy.url), orderOf(ticket));
    const [, headers = '', body = ''] = /^POST \/ (\{.*?\}) (\{.*)$/s.exec(proxy.seen[0] ?? '') ?? [];
    const {
      'x-tsdeploy-timestamp': timestamp,
      'x-tsdeploy-signature': signature,
      'idempotency-key': key,
    } = JSON.parse(headers);
    const secret = office.env.HOOK_SECRET ?? '';
    expect(signature).toBe(`v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`);
    expect(signature).toBe(signatureOf(secret, timestamp, body));
    expect(JSON.parse(body)).toMatchObject({
      version: 1,
      operation: key,
      ticket,
      markdown: expect.stringContaining('# '),
      html: expect.stringContaining('<h1>'),
    });
  });
});

describe('a system that asks to wait', () => {
  test('longer than a person would, is told with how long', async () => {
    const office = await opened(requestTrackerServer());
    const ticket = await office.open();
    const desk = await testDesk(quick);
    const system = systemAt(office, office.url);
    const slow = {
      ...system,
      send: async () => ({ later: 3_600_000, why: 'It is busy and asks to wait 3600 seconds (429).' }),
    };
    expect(await post(desk, slow, orderOf(ticket))).toMatchObject({
      state: 'refused',
      why: expect.stringMatching(/3600 seconds.*Nothing was posted/),
    });
    expect(await post(desk, system, orderOf(ticket))).toMatchObject({ state: 'posted' });
    expect(await office.comments(ticket)).toHaveLength(1);
  });
});
