import { spawn } from 'node:child_process';
import { packageRoot } from '../knowledge/read.js';
import { startBrowser } from '../pictures/browser.js';
import { serveDesk } from '../start/open-desk.js';
import { atMost, type Row } from './row.js';
import type { Size } from './size.js';
import { median } from './timing.js';

/** How soon the desk is of use after `npm start`, how soon its page is painted, and what it weighs. */
export async function deskSpeed(size: Size): Promise<Row[]> {
  const rounds = Math.min(5, size.starts);
  const useful: number[] = [];
  for (let round = 0; round < rounds; round += 1) useful.push(await usefulAfter());
  const desk = await serveDesk({ PORT: '0' }, () => undefined);
  try {
    await desk.ready;
    const [paints, weight] = [await paintsOf(desk.address, rounds), await weightOf(desk.address)];
    const told = (times: readonly number[]) =>
      `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms, ${times.length} times`;
    return [
      atMost(2_000, median(useful), {
        name: 'desk answers its first command, from npm start',
        unit: 'ms',
        measured: told(useful),
      }),
      atMost(500, median(paints), {
        name: 'first contentful paint of the desk’s page',
        unit: 'ms',
        measured: told(paints),
      }),
      atMost(200, weight / 1000, {
        name: 'weight of the desk’s page',
        unit: 'kB',
        measured: 'all that it loads, as sent',
      }),
    ];
  } finally {
    await desk.stop();
  }
}

/** Answers how long it takes from `npm start` until a command is answered, in milliseconds. */
async function usefulAfter(): Promise<number> {
  const start = performance.now();
  // A process group of its own: npm's child has to end with it.
  const child = spawn('npm', ['start', '--silent'], {
    cwd: packageRoot,
    env: { ...process.env, PORT: '0', SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        const [found] = /http:\/\/127\S+/.exec(out) ?? [];
        if (found !== undefined) resolve(found);
      });
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`npm start ended with ${code}`)));
    });
    const response = await fetch(`${address}act`, {
      method: 'POST',
      headers: { 'x-desk': '1' },
      body: JSON.stringify({ type: 'command', user: 'UANN', channel: 'CDEPLOY', text: '/tsdeploy help' }),
    });
    const answer = await response.text();
    if (answer !== '{}') throw new Error(`The desk answered ${answer}`);
    return performance.now() - start;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  }
}

async function paintsOf(address: string, rounds: number): Promise<number[]> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    const paints: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(`${address}?${round}`);
      await page.locator('.composer').waitFor();
      paints.push(
        await page.evaluate(
          () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
        ),
      );
    }
    return paints;
  } finally {
    await browser.close();
  }
}

async function weightOf(address: string): Promise<number> {
  let bytes = 0;
  for (const name of ['', 'main.js', 'page.css', 'icon.svg'])
    bytes += Number((await fetch(`${address}${name}`)).headers.get('content-length'));
  return bytes;
}
