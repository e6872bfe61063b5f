import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.js';
import { planKind } from '../plans/plan-kind.js';
import { type Step, sameStep, stepsOfPlan } from './plan-steps.js';
import { atLeast, atMost, type Row } from './row.js';
import { type RunningApp, runningApp } from './running-app.js';
import type { Size } from './size.js';
import { type StandIn, standIn } from './slack-stand-in.js';
import { writeEntries } from './store-entries.js';
import { median, milliseconds } from './timing.js';

const atATime = 10;
const few = 100;

/** How many interactions the whole app takes beside a bare one, how soon it acknowledges, and what many kept plans cost it. */
export async function appSpeed(knowledge: Knowledge, size: Size): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-bench-'));
  const slack = await standIn();
  try {
    const kind = planKind({ title: () => 'A plan of many' }, 365);
    for (const [name, count] of [
      ['many', size.entries],
      ['few', few],
    ] as const)
      writeEntries(join(folder, name), kind, count, keptPlan);
    return [
      ...(await throughput(knowledge, size, slack, folder)),
      ...(await manyPlans(knowledge, size, slack, folder)),
    ];
  } finally {
    slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const keptPlan = (number: number) => {
  const at = '2026-11-20T08:00:00.000Z';
  const answers: [string, string][] = Array.from({ length: 15 }, (_, nth) => [
    `word-${nth}`,
    `answer ${nth} of ${number}`,
  ]);
  return {
    owner: `U${number % 1000}`,
    answers,
    ticks: [],
    acknowledgements: [],
    shares: [],
    people: {},
    created: at,
    changed: at,
  };
};

async function throughput(knowledge: Knowledge, size: Size, slack: StandIn, folder: string): Promise<Row[]> {
  const apps = {
    folder: await runningApp(slack, 'folder', join(folder, 'alone')),
    memory: await runningApp(slack, 'memory'),
    bare: await runningApp(slack, 'bare'),
  };
  const steps: Record<keyof typeof apps, Step[]> = {
    folder: await stepsOf(apps.folder, slack, knowledge),
    memory: await stepsOf(apps.memory, slack, knowledge),
    bare: Array.from({ length: atATime }, (_, at) => sameStep(apps.bare, `U${at}`)),
  };
  const perSecond = async (who: keyof typeof apps) =>
    (size.interactions * 1000) / (await milliseconds(() => burst(steps[who], size.interactions)));
  const found: Record<keyof typeof apps, number[]> = { folder: [], memory: [], bare: [] };
  for (let at = -size.warmUps; at < size.bursts; at++)
    for (const who of ['bare', 'folder', 'memory'] as const) {
      const speed = await perSecond(who);
      if (at >= 0) found[who].push(speed);
    }
  const p99 = await acknowledged(steps.folder, size);
  await Promise.all(Object.values(apps).map((app) => app.stop()));
  const ratio = (who: 'folder' | 'memory') => median(found[who].map((speed, at) => speed / (found.bare[at] ?? 0)));
  const told = (who: 'folder' | 'memory') =>
    `${median(found[who]).toFixed(0)} against ${median(found.bare).toFixed(0)} a second, ${atATime} at a time, ${found.bare.length} bursts of ${size.interactions}`;
  const peer = 'a bare Bolt app that acknowledges and updates a view';
  return [
    atLeast(0.6, ratio('folder'), {
      name: 'plan steps a second, synced write',
      unit: 'times',
      peer,
      measured: told('folder'),
    }),
    atLeast(0.85, ratio('memory'), {
      name: 'plan steps a second, store in memory',
      unit: 'times',
      peer,
      measured: told('memory'),
    }),
    atMost(50, p99, {
      name: 'acknowledgement of a plan step at 100 a second, p99',
      unit: 'ms',
      measured: `${size.interactions} steps, synced writes`,
    }),
  ];
}

async function stepsOf(app: RunningApp, slack: StandIn, knowledge: Knowledge): Promise<Step[]> {
  const steps: Step[] = [];
  for (let at = 0; at < atATime; at++) steps.push(await stepsOfPlan(app, slack, knowledge, `U${at}`));
  return steps;
}

/** Takes so many steps, each person one after the other. */
async function burst(steps: readonly Step[], count: number): Promise<void> {
  await Promise.all(
    steps.map(async (step) => {
      for (let at = 0; at < count / steps.length; at++) await step();
    }),
  );
}

/** Answers the 99th percentile of milliseconds until a step is acknowledged, 100 a second. */
async function acknowledged(steps: readonly Step[], { interactions }: Size): Promise<number> {
  const last = steps.map(() => Promise.resolve());
  const took: Promise<number>[] = [];
  const start = performance.now();
  for (let at = 0; at < interactions; at++) {
    const due = start + at * 10;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const who = at % steps.length;
    const sent = performance.now();
    const done = (last[who] ?? Promise.resolve()).then(steps[who]);
    last[who] = done;
    took.push(done.then(() => performance.now() - sent));
  }
  const sorted = (await Promise.all(took)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

async function manyPlans(knowledge: Knowledge, size: Size, slack: StandIn, folder: string): Promise<Row[]> {
  const many = join(folder, 'many');
  await (await runningApp(slack, 'folder', many)).stop();
  const starts: number[] = [];
  for (let at = 0; at < Math.min(size.starts, 5); at++) {
    const app = await runningApp(slack, 'folder', many);
    starts.push(app.milliseconds / 1000);
    await app.stop();
  }
  const apps = [
    await runningApp(slack, 'folder', many),
    await runningApp(slack, 'folder', join(folder, 'few')),
  ] as const;
  const large = await stepsOfPlan(apps[0], slack, knowledge, 'UONE');
  const little = await stepsOfPlan(apps[1], slack, knowledge, 'UONE');
  const found: { ours: number; peer: number }[] = [];
  for (let at = 0; at < size.steps; at++)
    found.push({ peer: await milliseconds(little), ours: await milliseconds(large) });
  await Promise.all(apps.map((app) => app.stop()));
  const [ours, peers] = [median(found.map(({ ours }) => ours)), median(found.map(({ peer }) => peer))];
  const plans = size.entries.toLocaleString('en');
  return [
    atMost(1.2, ours / peers, {
      name: `a plan step with ${plans} kept plans`,
      unit: 'times',
      peer: `the same with ${few}`,
      measured: `medians ${ours.toFixed(2)} ms against ${peers.toFixed(2)} ms, ${found.length} pairs`,
    }),
    atMost(2, median(starts), {
      name: `whole app with ${plans} plans ready`,
      unit: 's',
      measured: `fresh processes, ${Math.min(...starts).toFixed(2)} to ${Math.max(...starts).toFixed(2)} s, ${starts.length} times`,
    }),
  ];
}
