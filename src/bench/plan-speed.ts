import { makePlan } from '../guide/plan.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { type AnswerSet, answerSets, day, verdicts } from './answer-sets.js';
import { peerOf } from './peer.js';
import { mustAgree } from './peer-agrees.js';
import { documented, type Form, tuned } from './peer-form.js';
import { atLeast, atMost, noTarget, type Row } from './row.js';
import type { Size } from './size.js';
import { median, milliseconds, pairs } from './timing.js';

/** How long a full plan takes, alone and beside json-rules-engine. */
export async function planSpeed(knowledge: Knowledge, size: Size): Promise<Row[]> {
  const sets = answerSets(knowledge, size.sets, 1);
  return [
    ...(await onePlan(knowledge, sets, size)),
    atLeast(20, ...(await besidePeer(knowledge, sets, size, documented, 'json-rules-engine as documented'))),
    noTarget(...(await besidePeer(knowledge, sets, size, tuned, 'json-rules-engine tuned by hand'))),
  ];
}

async function onePlan(knowledge: Knowledge, sets: readonly AnswerSet[], size: Size): Promise<Row[]> {
  const times: { verdict: string; time: number }[] = [];
  for (let round = -2 * size.warmUps; round < size.rounds; round++)
    for (const { verdict, answers } of sets) {
      const time = await milliseconds(() => makePlan(knowledge, answers, day));
      if (round >= 0) times.push({ verdict, time });
    }
  const each = verdicts.map(
    (verdict) => `${verdict} ${median(times.flatMap((one) => (one.verdict === verdict ? [one.time] : []))).toFixed(2)}`,
  );
  const measured = `${sets.length} sets of answers, ${size.rounds} times; medians ${each.join(', ')} ms`;
  return [atMost(0.5, median(times.map(({ time }) => time)), { name: 'full plan from answers', unit: 'ms', measured })];
}

/** The value of a row and what it says. The peer has agreed before anything is timed. */
async function besidePeer(
  knowledge: Knowledge,
  sets: readonly AnswerSet[],
  size: Size,
  form: Form,
  name: string,
): Promise<[number, Parameters<typeof noTarget>[1]]> {
  const peer = peerOf(knowledge, form);
  await mustAgree(knowledge, peer, answerSets(knowledge, size.agreeing, 2));
  const spent = { ours: 0, peer: 0 };
  for (const some of inChunks(sets)) {
    const ours = () =>
      milliseconds(() => {
        for (const { answers } of some) makePlan(knowledge, answers, day);
      });
    const peers = () =>
      milliseconds(async () => {
        for (const { answers } of some) await peer(answers);
      });
    await pairs(size.warmUps, ours, peers);
    const found = await pairs(size.rounds, ours, peers);
    spent.ours += median(found.map((pair) => pair.ours));
    spent.peer += median(found.map((pair) => pair.peer));
  }
  const aSecond = (time: number) => ((sets.length / time) * 1000).toFixed(0);
  return [
    spent.peer / spent.ours,
    {
      name: 'full plans a second',
      unit: 'times',
      peer: name,
      measured: `${aSecond(spent.ours)} against ${aSecond(spent.peer)} plans a second, the same blockers and settings on ${size.agreeing} sets`,
    },
  ];
}

/** Few enough that ours and the peer's stand close together in time, many enough that both collect their garbage. */
const chunk = 30;

const inChunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / chunk) }, (_, at) => items.slice(at * chunk, (at + 1) * chunk));
