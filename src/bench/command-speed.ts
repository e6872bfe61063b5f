import type { Knowledge } from '../knowledge/knowledge.js';
import { answerSets } from './answer-sets.js';
import { alone, command, runNode } from './processes.js';
import { atMost, type Row } from './row.js';
import type { Size } from './size.js';
import { median, pairs } from './timing.js';

/** How long `tsdeploy plan --set …` takes beside an empty Node process, and whether it loads Slack. */
export async function commandSpeed(knowledge: Knowledge, size: Size): Promise<Row[]> {
  const args = [command, 'plan', ...settings(knowledge), '--no-input'];
  const wall = (all: readonly string[]) => async () => (await runNode(all)).milliseconds;
  await pairs(size.warmUps, wall(args), wall(['-e', '0']));
  const found = await pairs(size.starts, wall(args), wall(['-e', '0']));
  const [ours, peer] = [median(found.map((pair) => pair.ours)), median(found.map((pair) => pair.peer))];
  return [
    atMost(4, median(found.map((pair) => pair.ours / pair.peer)), {
      name: 'tsdeploy plan --set …, wall time',
      unit: 'times',
      peer: 'an empty node -e 0',
      measured: `${ours.toFixed(0)} ms against ${peer.toFixed(0)} ms, ${found.length} pairs`,
    }),
    atMost(0, await slackFiles(args), {
      name: 'files of Slack packages that it loads',
      unit: 'files',
      measured: 'the module cache at the end of the command',
    }),
  ];
}

/** The answers of one complete, ready plan. */
const settings = (knowledge: Knowledge): string[] =>
  answerSets(knowledge, 1, 1).flatMap(({ answers }) =>
    [...answers].flatMap(([word, value]) => ['--set', `${word}=${[value].flat().join(',')}`]),
  );

async function slackFiles(args: readonly string[]): Promise<number> {
  const count = async (program: readonly string[]) => {
    const { err } = await runNode(['--import', alone('loaded'), ...program]);
    const files: unknown = JSON.parse(err.trim().split('\n').at(-1) ?? '');
    return Array.isArray(files) ? files.filter((file) => String(file).includes('@slack')).length : 0;
  };
  if ((await count([alone('slack')])) === 0)
    throw new Error('Slack packages leave no trace where they are loaded: this proves nothing.');
  return count(args);
}
