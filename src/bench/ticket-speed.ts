import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makePlan } from '../guide/plan.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { openStore } from '../store/disk-store.js';
import { oneAtATime } from '../store/one-at-a-time.js';
import { type Desk, patienceFor } from '../tickets/desk.js';
import { orderFor } from '../tickets/plan-order.js';
import { post } from '../tickets/post.js';
import { postingKind } from '../tickets/posting.js';
import { openSystem } from '../tickets/systems.js';
import { answerSets, day } from './answer-sets.js';
import { atMost, type Row } from './row.js';
import type { Size } from './size.js';
import { median, milliseconds } from './timing.js';

const token = 'BENCH_TOKEN';

/** How long a posting takes besides the server's own time: plan, text, synced records, requests. */
export async function ticketSpeed(knowledge: Knowledge, size: Size): Promise<Row[]> {
  const tracker = await standIn();
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-bench-'));
  const store = await openStore({ folder, tell: () => {} });
  const desk: Desk = {
    postings: await store.entries(postingKind(365)),
    inTurn: oneAtATime(),
    clock: { now: Date.now, wait: (ms) => wait(ms) },
    patience: patienceFor({ settle: 30 }),
    tell: () => {},
  };
  const entry = {
    name: 'bench',
    system: 'request-tracker',
    url: tracker.url,
    numbers: ['RT-#'],
    token,
    timeout: 30,
    settle: 30,
  } as const;
  const system = openSystem({ ...entry, numbers: [...entry.numbers] }, { [token]: 'secret' });
  const about = {
    kept: null,
    rule: { may: () => true, otherPerson: false },
    judged: null,
    link: null,
    nameOf: (id: string) => id,
  };
  const times: { ours: number; server: number }[] = [];
  for (const [at, { answers }] of answerSets(knowledge, size.starts + size.warmUps, 1).entries()) {
    const before = tracker.spent();
    const whole = await milliseconds(async () => {
      const plan = makePlan(knowledge, answers, day);
      const order = orderFor(
        { ...about, ticket: `RT-${at + 1}`, checklist: `${at}`, plan, answers },
        { knowledge, colours: false },
      );
      const outcome = await post(desk, system, order);
      if (outcome.state !== 'posted') throw new Error(`bench: ${outcome.why}`);
    });
    const server = tracker.spent() - before;
    if (at >= size.warmUps) times.push({ ours: whole - server, server });
  }
  await store.close();
  tracker.close();
  rmSync(folder, { recursive: true, force: true });
  const measured = `whole plans to a stand-in of Request Tracker on loopback, ${times.length} times; the server's own ${median(times.map(({ server }) => server)).toFixed(1)} ms left out`;
  return [
    atMost(50, median(times.map(({ ours }) => ours)), {
      name: 'posting a plan to a ticket, besides the server',
      unit: 'ms',
      measured,
    }),
  ];
}

/** Stands in for Request Tracker as far as a posting needs it, and counts the milliseconds it takes itself. */
async function standIn(): Promise<{ readonly url: string; readonly spent: () => number; readonly close: () => void }> {
  let spent = 0;
  const server = createServer((request, response) => {
    const start = performance.now();
    request.resume().on('end', () => {
      const answer =
        request.method === 'POST'
          ? ['Comments added']
          : request.url?.includes('/transactions') === true
            ? { items: [] }
            : { id: 1, Status: 'open' };
      const headers = { 'content-type': 'application/json', location: '/REST/2.0/transaction/1' };
      response.writeHead(request.method === 'POST' ? 201 : 200, headers).end(JSON.stringify(answer));
      spent += performance.now() - start;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound: AddressInfo | string | null = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, spent: () => spent, close };
}
