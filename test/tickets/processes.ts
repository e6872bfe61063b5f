import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Between, between, type Fault } from './servers/faults.js';
import type { Office } from './servers/office.js';

const bin = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const plan = 'site-version=2509 scenario=in-place-upgrade';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What happens to whole processes: `times` of them are killed with kill -9, and so many pairs post at once. */
export function processes(name: string, start: () => Promise<Office>, times: number, milliseconds: number): void {
  describe(`${name}, posted to by processes`, () => {
    let office: Office;
    let proxy: Between;
    let folder: string;
    beforeAll(async () => {
      office = await start();
      proxy = await between(() => office.url, office.pace.slowMs);
      folder = mkdtempSync(join(tmpdir(), 'tsdeploy-tickets-'));
      // Secrets stand in the environment: what the reader has turned into a name becomes one again.
      const { timeout, settle } = office.pace;
      const entry = { ...office.entry(proxy.url), timeout, settle, token: `$${Object.keys(office.env)[0]}` };
      writeFileSync(join(folder, 'tsdeploy.yml'), JSON.stringify({ tickets: [entry] }));
    }, milliseconds);
    afterAll(async () => {
      await proxy?.close();
      await office?.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    const begin = (ticket: string): ChildProcess =>
      spawn(process.execPath, [bin, 'ticket', ticket, plan], {
        cwd: folder,
        env: { PATH: process.env.PATH, TSDEPLOY_TODAY: '2026-11-20', ...office.env },
      });
    const ended = async (child: ChildProcess): Promise<Ended> => {
      let [out, err] = ['', ''];
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
      await once(child, 'close');
      return { code: child.exitCode, out, err };
    };
    const written = () => proxy.seen.filter((one) => !one.startsWith('GET')).length;

    test('killed at any moment, also between sending and answer, the next call finishes it: one comment, none lost', {
      timeout: milliseconds,
    }, async () => {
      const moments = fc.record({
        fault: fc.constantFrom<Fault>('none', 'slow answer', 'late request', 'lost answer'),
        // From the start of the process, or from the moment it has sent.
        sent: fc.boolean(),
        after: fc.integer({ min: 0, max: 250 }),
      });
      let midway = 0;
      await fc.assert(
        fc.asyncProperty(moments, async ({ fault, sent, after }) => {
          const ticket = await office.open();
          proxy.writes.splice(0, Number.POSITIVE_INFINITY, fault);
          const before = written();
          const child = begin(ticket);
          const gone = ended(child);
          for (let left = 500; sent && left > 0 && written() === before && child.exitCode === null; left -= 1)
            await wait(5);
          await wait(after);
          child.kill('SIGKILL');
          await gone;
          if (written() > before) midway += 1;
          proxy.writes.splice(0);
          const last = await ended(begin(ticket));
          expect(last, JSON.stringify([fault, sent, after, last])).toMatchObject({
            code: 0,
            out: expect.stringMatching(/Posted|already/),
          });
          expect(await office.comments(ticket), JSON.stringify([fault, sent, after, last])).toHaveLength(1);
        }),
        { numRuns: times },
      );
      expect(midway).toBeGreaterThan(0);
    });

    test('two processes that post the same checklist at once make one comment', { timeout: milliseconds }, async () => {
      for (let left = Math.ceil(times / 5); left > 0; left -= 1) {
        const ticket = await office.open();
        proxy.writes.splice(0, Number.POSITIVE_INFINITY, left % 2 === 0 ? 'none' : 'slow answer');
        const both = await Promise.all([begin(ticket), begin(ticket)].map(ended));
        expect(
          both.map(({ code }) => code),
          JSON.stringify(both),
        ).toEqual([0, 0]);
        expect(await office.comments(ticket)).toHaveLength(1);
      }
    });
  });
}
