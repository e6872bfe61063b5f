import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from './processes.js';
import { atMost, type Row } from './row.js';
import type { Size } from './size.js';
import { standIn } from './slack-stand-in.js';
import { median, pairs } from './timing.js';

/** How long the knowledge takes to be read and linked in a fresh process. */
export async function knowledgeSpeed(size: Size): Promise<Row[]> {
  const found: number[] = [];
  for (let at = -size.warmUps; at < size.starts; at++) {
    const told = await report('knowledge');
    if (at >= 0) found.push(told('milliseconds'));
  }
  const measured = `fresh processes, imports included: ${Math.min(...found).toFixed(0)} to ${Math.max(...found).toFixed(0)} ms, ${found.length} times`;
  return [atMost(120, median(found), { name: 'knowledge read and linked, cold', unit: 'ms', measured })];
}

/** How soon the bot is ready, and how much memory it then takes, beside a Bolt app that does nothing. */
export async function botSpeed(size: Size): Promise<Row[]> {
  const slack = await standIn();
  const data = mkdtempSync(join(tmpdir(), 'tsdeploy-bench-'));
  const env = {
    TSDEPLOY_DATA: data,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: 'bench',
    SLACK_APP_TOKEN: '',
    SLACK_API_URL: slack.url,
    PORT: '0',
    HOST: '127.0.0.1',
  };
  const [ours, peers] = [() => report('bot', env), () => report('bare-app', env)];
  await pairs(size.warmUps, ours, peers);
  const found = await pairs(size.starts, ours, peers);
  slack.close();
  rmSync(data, { recursive: true, force: true });
  const of = (who: 'ours' | 'peer', field: string) => median(found.map((pair) => pair[who](field)));
  const ratio = (field: string) => median(found.map((pair) => pair.ours(field) / pair.peer(field)));
  const megabytes = (who: 'ours' | 'peer') => (of(who, 'bytes') / 2 ** 20).toFixed(0);
  return [
    atMost(1.5, ratio('milliseconds'), {
      name: 'Bolt app ready, from the start of its process',
      unit: 'times',
      peer: 'a bare Bolt app',
      measured: `${of('ours', 'milliseconds').toFixed(0)} ms against ${of('peer', 'milliseconds').toFixed(0)} ms, ${found.length} pairs`,
    }),
    atMost(1.3, ratio('bytes'), {
      name: 'Bolt app memory when ready (RSS)',
      unit: 'times',
      peer: 'a bare Bolt app',
      measured: `${megabytes('ours')} MiB against ${megabytes('peer')} MiB, ${found.length} pairs`,
    }),
  ];
}
