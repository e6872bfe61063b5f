import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepUp } from '../../src/tickets/keep-up.js';
import { post } from '../../src/tickets/post.js';
import { finishAll } from '../../src/tickets/unfinished.js';
import { orderOf } from './sample.js';
import { type Between, between, type Fault, faults } from './servers/faults.js';
import type { Office } from './servers/office.js';
import { systemAt, testDesk } from './test-desk.js';

/** How many random faults the suite goes through, and how long that may take. */
export interface Campaign {
  readonly faults: number;
  readonly milliseconds: number;
}

/** What every system has to do, whatever happens on the way: the same suite for documented behaviour and for a real server. */
export function contract(name: string, start: () => Promise<Office>, campaign: Campaign): void {
  describe(name, () => {
    let office: Office;
    let proxy: Between;
    beforeAll(async () => {
      office = await start();
      proxy = await between(() => office.url, office.pace.slowMs);
    }, campaign.milliseconds);
    afterAll(async () => {
      await proxy?.close();
      await office?.close();
    });
    const system = (env?: Readonly<Record<string, string>>) => systemAt(office, proxy.url, env);

    test('a plan is posted and can be read back, its marks as text', async () => {
      const ticket = await office.open();
      const outcome = await post(await testDesk(office.pace), system(), orderOf(ticket));
      expect(outcome).toMatchObject({ state: 'posted', before: false });
      const all = (await office.comments(ticket)).join('\n');
      expect(all).toContain('NOT ACKNOWLEDGED');
      expect(all).toContain('Make available to the following');
    });

    test('posted again, it stays one; the person is told that it is there', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      await post(desk, system(), orderOf(ticket));
      const count = (await office.comments(ticket)).length;
      expect(await post(desk, system(), orderOf(ticket))).toMatchObject({ state: 'posted', before: true });
      expect((await office.comments(ticket)).length).toBe(count);
    });

    test('what another tsdeploy has posted, or this one before it lost its store, is found and not posted again', async () => {
      const ticket = await office.open();
      await post(await testDesk(office.pace), system(), orderOf(ticket));
      const count = (await office.comments(ticket)).length;
      expect(await post(await testDesk(office.pace), system(), orderOf(ticket))).toMatchObject({ state: 'posted' });
      expect((await office.comments(ticket)).length).toBe(count);
    });

    test('two who post the same at once make one posting', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      const both = await Promise.all([1, 2].map(() => post(desk, system(), orderOf(ticket))));
      expect(both.map(({ state }) => state)).toEqual(['posted', 'posted']);
      const alone = await office.open();
      await post(await testDesk(office.pace), system(), orderOf(alone));
      expect((await office.comments(ticket)).length).toBe((await office.comments(alone)).length);
    });

    test.each([...faults])('%s: posted once, and told', async (fault) => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      proxy.writes.push(fault);
      expect(await post(desk, system(), orderOf(ticket))).toMatchObject({ state: 'posted' });
      const bodies = await office.comments(ticket);
      expect(new Set(bodies).size).toBe(bodies.length);
      expect(bodies.join('\n')).toContain('learn.microsoft.com');
      if (fault === 'lost answer') expect(desk.told.map(([, why]) => why).join()).toContain('broke off');
    });

    test('after whatever faults there is one of each part, and nothing is lost', {
      timeout: campaign.milliseconds,
    }, async () => {
      let left = campaign.faults;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom<Fault>('none', ...faults), { minLength: 1, maxLength: 2 }),
          async (some) => {
            const ticket = await office.open();
            const desk = await testDesk(office.pace);
            proxy.writes.splice(0, Number.POSITIVE_INFINITY, ...some);
            let outcome = await post(desk, system(), orderOf(ticket));
            left -= some.length;
            proxy.writes.splice(0);
            // Whoever was told that it isn't sure, or refused, asks again.
            for (let again = 0; outcome.state !== 'posted' && again < 3; again += 1)
              outcome = await post(desk, system(), orderOf(ticket));
            expect(outcome.state).toBe('posted');
            const bodies = await office.comments(ticket);
            expect(new Set(bodies).size, some.join()).toBe(bodies.length);
            expect(bodies.join('\n')).toContain('learn.microsoft.com');
          },
        ),
        { numRuns: Math.ceil(campaign.faults / 2) },
      );
      expect(left).toBeLessThan(campaign.faults);
    });

    test('what is unfinished when tsdeploy ends is found and finished', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      const died = new Error('the process ended here');
      const dying = { ...desk, clock: { ...desk.clock, wait: () => Promise.reject(died) } };
      proxy.writes.push('lost answer');
      await expect(post(dying, system(), orderOf(ticket))).rejects.toBe(died);
      const finished = await finishAll(desk, [system()]);
      expect(finished.map(({ posting, state }) => [posting.ticket, state])).toEqual([[ticket, 'posted']]);
      const bodies = await office.comments(ticket);
      expect(new Set(bodies).size).toBe(bodies.length);
      expect(await finishAll(desk, [system()])).toEqual([]);
    });

    test('ticks come into the comment where it can be edited, else a summary once all is done', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      await post(desk, system(), orderOf(ticket));
      const first = await office.comments(ticket);
      const some = await keepUp(desk, system(), orderOf(ticket, 1), false);
      const then = await office.comments(ticket);
      expect(then.length).toBe(first.length);
      if (office.editAs) {
        expect(some).toMatchObject({ state: 'posted' });
        expect(then.join('\n')).toMatch(/Checklist: 1 of \d+ done/);
      } else expect([some, then]).toEqual([null, first]);
      expect(await keepUp(desk, system(), orderOf(ticket, 'all'), true)).toMatchObject({ state: 'posted' });
      const last = await office.comments(ticket);
      expect(last.length).toBe(office.editAs ? first.length : first.length + 1);
      expect(last.join('\n')).toMatch(/Checklist: (\d+) of \1 done/);
      expect(last.join('\n')).toContain('Ann');
    });

    test('a changed plan replaces the comment, or is posted as a revision', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      await post(desk, system(), orderOf(ticket));
      const first = await office.comments(ticket);
      const changed = orderOf(ticket, 0, 'sample', 'site-version=2403 scenario=in-place-upgrade');
      expect(await post(desk, system(), changed)).toMatchObject({ state: 'posted', before: false });
      const then = await office.comments(ticket);
      if (office.editAs) expect(then.length).toBe(Math.max(first.length, 1));
      else expect(then.join('\n')).toContain('revision 2');
      expect(then.join('\n')).toContain('2403');
    });

    test('nothing is posted for a checklist that was never posted', async () => {
      const ticket = await office.open();
      expect(await keepUp(await testDesk(office.pace), system(), orderOf(ticket, 'all'), true)).toBeNull();
      expect(await office.comments(ticket)).toEqual([]);
    });

    test('wrong credentials are told, with the variable to renew and without the secret', async () => {
      const ticket = await office.open();
      const wrong = Object.fromEntries(Object.keys(office.env).map((name) => [name, 'wr0ng-s3cret-value']));
      const outcome = await post(await testDesk(office.pace), system(wrong), orderOf(ticket));
      expect(outcome).toMatchObject({ state: 'refused', why: expect.stringMatching(/credentials.*\$[A-Z_]+/) });
      expect(JSON.stringify(outcome)).not.toContain('wr0ng-s3cret-value');
    });

    test('a redirect to another host isn’t followed', async () => {
      const ticket = await office.open();
      proxy.writes.push('redirect');
      const outcome = await post(await testDesk(office.pace), system(), orderOf(ticket));
      expect(outcome).toMatchObject({ state: 'refused', why: expect.stringContaining('elsewhere.example') });
      expect(await office.comments(ticket)).toEqual([]);
    });

    test('an answer of 100 MB is cut off; what was posted is looked for', async () => {
      const ticket = await office.open();
      proxy.writes.push('huge');
      expect(await post(await testDesk(office.pace), system(), orderOf(ticket))).toMatchObject({ state: 'posted' });
      const bodies = await office.comments(ticket);
      expect(new Set(bodies).size).toBe(bodies.length);
    });

    test('nothing in the store tells a secret', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      await post(desk, system(), orderOf(ticket));
      const kept = await Promise.all(desk.postings.list().map(({ id }) => desk.postings.get(id)));
      for (const secret of Object.values(office.env)) expect(JSON.stringify([kept, desk.told])).not.toContain(secret);
    });
  });
}

/** What systems with questions and closed tickets have to do besides; a webhook knows neither. */
export function ticketContract(name: string, start: () => Promise<Office>, edits: boolean): void {
  describe(`${name}, its tickets`, () => {
    let office: Office;
    let proxy: Between;
    beforeAll(async () => {
      office = await start();
      proxy = await between(() => office.url, office.pace.slowMs);
    }, 60_000);
    afterAll(async () => {
      await proxy?.close();
      await office?.close();
    });

    test('a closed ticket takes nothing, and the person is told so', async () => {
      const ticket = await office.open();
      await office.closeTicket(ticket);
      const outcome = await post(await testDesk(office.pace), systemAt(office, proxy.url), orderOf(ticket));
      expect(outcome).toMatchObject({ state: 'refused', why: expect.stringMatching(/closed.*Nothing was posted/) });
      expect(await office.comments(ticket)).toEqual([]);
    });

    test('a missing ticket is told', async () => {
      const ticket = (await office.open()).replace(/\d+$/, '9999999');
      const outcome = await post(await testDesk(office.pace), systemAt(office, proxy.url), orderOf(ticket));
      expect(outcome).toMatchObject({ state: 'refused', why: expect.stringContaining('9999999') });
    });

    test('a server that is down is told, and nothing is kept as unsure', async () => {
      const nowhere = systemAt(office, 'http://127.0.0.1:9');
      const outcome = await post(await testDesk(office.pace), nowhere, orderOf(await office.open()));
      expect(outcome).toMatchObject({
        state: 'refused',
        why: expect.stringMatching(/nothing listens there.*Nothing was posted/),
      });
    });

    test('a proxy that answers questions with a page is told', async () => {
      proxy.reads.push('page before');
      const outcome = await post(
        await testDesk(office.pace),
        systemAt(office, proxy.url),
        orderOf(await office.open()),
      );
      expect(outcome).toMatchObject({ state: 'refused', why: expect.stringContaining('web page') });
    });

    test('while it can’t be looked up, it stays unsure; later it is settled', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      proxy.writes.push('lost answer');
      // Found and looked for once; then every look fails.
      proxy.reads.push('none', 'none', ...Array<Fault>(3).fill('error before'));
      const outcome = await post(desk, systemAt(office, proxy.url), orderOf(ticket));
      expect(outcome).toMatchObject({ state: 'unsure' });
      proxy.reads.splice(0);
      expect(await post(desk, systemAt(office, proxy.url), orderOf(ticket))).toMatchObject({ state: 'posted' });
      const bodies = await office.comments(ticket);
      expect(new Set(bodies).size).toBe(bodies.length);
    });

    if (!edits) return;

    test('a person’s own edit stays; the change is posted as a revision, which is then kept up to date', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      const system = systemAt(office, proxy.url);
      await post(desk, system, orderOf(ticket));
      await office.editAs?.(ticket, 0, 'Ann wrote this herself.');
      expect(await keepUp(desk, system, orderOf(ticket, 1), false)).toMatchObject({ state: 'posted' });
      const [own, revision, ...more] = await office.comments(ticket);
      expect(own).toContain('Ann wrote this herself.');
      expect(revision).toContain('revision 2');
      expect(more).toEqual([]);
      await keepUp(desk, system, orderOf(ticket, 2), false);
      const then = await office.comments(ticket);
      expect(then[0]).toContain('Ann wrote this herself.');
      expect(then[1]).toMatch(/Checklist: 2 of/);
      expect(then.length).toBe(2);
    });

    test('an edit whose end is unclear is made once, and never taken for a person’s', async () => {
      const ticket = await office.open();
      const desk = await testDesk(office.pace);
      const system = systemAt(office, proxy.url);
      await post(desk, system, orderOf(ticket));
      for (const [count, fault] of (['lost answer', 'lost request', 'slow answer', 'error after'] as const).entries()) {
        proxy.writes.push(fault);
        expect(await keepUp(desk, system, orderOf(ticket, count + 1), false)).toMatchObject({ state: 'posted' });
        const bodies = await office.comments(ticket);
        expect(bodies.length, fault).toBe(1);
        expect(bodies[0]).toContain(`Checklist: ${count + 1} of`);
      }
    });
  });
}
