import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../../src/tickets/post.js';
import { runs } from '../campaign.js';
import { contract, ticketContract } from './contract.js';
import { processes } from './processes.js';
import { type RealTracker, realRequestTracker } from './request-tracker/instance.js';
import { orderOf } from './sample.js';
import { systemAt, testDesk } from './test-desk.js';

const name = 'Request Tracker 5, the real one';
const milliseconds = 40 * 60_000;
const { numRuns: few } = runs(5, 10);

contract(name, realRequestTracker, { faults: runs(20, 10).numRuns, milliseconds });
ticketContract(name, realRequestTracker, false);
processes(name, realRequestTracker, few, milliseconds);

describe(`${name}, killed`, () => {
  let office: RealTracker;
  beforeAll(async () => {
    office = await realRequestTracker();
  });
  afterAll(() => office?.close());

  test('kill -9 of the server at any moment: one comment in the end', { timeout: milliseconds }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 150 }), async (after) => {
        const ticket = await office.open();
        const desk = await testDesk(office.pace);
        const posting = post(desk, systemAt(office, office.url), orderOf(ticket));
        await wait(after);
        await office.kill();
        let outcome = await posting;
        await office.restart();
        for (let left = 5; outcome.state !== 'posted' && left > 0; left -= 1)
          outcome = await post(desk, systemAt(office, office.url), orderOf(ticket));
        expect(outcome).toMatchObject({ state: 'posted' });
        expect(await office.comments(ticket)).toHaveLength(1);
      }),
      { numRuns: few },
    );
  });

  test('Unicode and mark-up come back as they were written', async () => {
    const ticket = await office.open();
    const text = 'ü 😀 ж 文 & <b>bold</b> "quoted" \'x\' [code] {code} @ann #12';
    const order = orderOf(ticket);
    const blocks = [
      { kind: 'paragraph' as const, words: [{ text, style: 'plain' as const, url: null }] },
      ...order.whole.blocks,
    ];
    await post(await testDesk(office.pace), systemAt(office, office.url), {
      ...order,
      whole: { ...order.whole, blocks },
    });
    const [comment = ''] = await office.comments(ticket);
    expect(comment).toContain(
      '<p>ü 😀 ж 文 &amp; &lt;b&gt;bold&lt;/b&gt; &quot;quoted&quot; &#39;x&#39; [code] {code} @ann #12</p>',
    );
    expect(comment).toContain('☐');
  });
});
