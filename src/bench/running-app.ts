import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { packageRoot } from '../knowledge/read.js';
import { alone } from './processes.js';
import type { StandIn } from './slack-stand-in.js';

const secret = 'bench';

/** An app in a process of its own. */
export interface RunningApp {
  /** Milliseconds from the start of its process until it listened. */
  readonly milliseconds: number;
  /** Sends a signed form, and answers the text of the answer. */
  send(form: Readonly<Record<string, string>>): Promise<string>;
  stop(): Promise<void>;
}

/** Starts an app: ours with its store in memory or in a folder, or the bare one. */
export async function runningApp(slack: StandIn, kind: 'memory' | 'folder' | 'bare', folder = ''): Promise<RunningApp> {
  const child = spawn(process.execPath, [alone('app'), kind, folder], {
    cwd: packageRoot,
    env: { ...process.env, SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: secret, SLACK_API_URL: slack.url },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const { address, milliseconds }: { address: string; milliseconds: number } = JSON.parse(String(line));
  const agent = new Agent({ keepAlive: true });
  let sent = 0;
  return {
    milliseconds,
    send(form) {
      sent += 1;
      // A body that differs each time, as Slack's triggers make it.
      const body = new URLSearchParams({ ...form, sent: String(sent) }).toString();
      const seconds = Math.floor(Date.now() / 1000);
      const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': `v0=${digest}`,
      };
      return new Promise((resolve, reject) => {
        const call = request(address, { method: 'POST', agent, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          response.on('end', () =>
            response.statusCode === 200 ? resolve(text) : reject(new Error(`the app answers ${response.statusCode}`)),
          );
        });
        call.on('error', reject).end(body);
      });
    },
    async stop() {
      agent.destroy();
      child.stdin.end();
      await once(child, 'close');
    },
  };
}
