import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Office, unhurried } from '../servers/office.js';
import { field } from '../servers/serve.js';
import { perlEnvironment, unpacked } from './unpack.js';

/** A real Request Tracker, which can be killed and started again. */
export interface RealTracker extends Office {
  /** kill -9, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
}

/** Brings up a private Request Tracker on loopback, with a database of its own that is gone when it is closed. */
export async function realRequestTracker(): Promise<RealTracker> {
  const folder = unpacked();
  const instance = mkdtempSync(join(tmpdir(), 'tsdeploy-tracker-'));
  const port = await freePort();
  const env = perlEnvironment(folder, instance);
  configure(instance, port);
  const setup = join(folder, 'usr/sbin/rt-setup-database-5');
  run('perl', [setup, '--action', 'init', '--skip-create'], env);
  const library = join(folder, 'usr/share/request-tracker5/lib');
  const token = run('perl', [fileURLToPath(new URL('prepare.pl', import.meta.url))], { ...env, RT_LIBRARY: library });
  const url = `http://127.0.0.1:${port}`;

  const start = async (): Promise<ChildProcess> => {
    const program = join(folder, 'usr/share/request-tracker5/libexec/rt-server');
    const args = [program, '--server', 'Standalone', '--host', '127.0.0.1', '--port', `${port}`, '--env', 'deployment'];
    const child = spawn('perl', args, { env, stdio: 'ignore' });
    for (let left = 300; left > 0; left -= 1) {
      if (child.exitCode !== null) break;
      if (await answers(`${url}/REST/2.0/rt`)) return child;
      await wait(100);
    }
    child.kill('SIGKILL');
    throw new Error('Request Tracker does not start');
  };
  let server = await start();

  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization: `token ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/REST/2.0${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const kill = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };

  return {
    url,
    pace: unhurried,
    env: { TRACKER_TOKEN: token },
    entry: (at) => ({
      name: 'tracker',
      system: 'request-tracker',
      url: at,
      numbers: ['RT-#'],
      token: 'TRACKER_TOKEN',
      timeout: 30,
      settle: 1,
    }),
    open: async () =>
      `RT-${String(field(await call('POST', '/ticket', { Queue: 'General', Subject: 'Change of the fleet' }), 'id'))}`,
    closeTicket: async (number) => {
      await call('PUT', `/ticket/${number.slice(3)}`, { Status: 'resolved' });
    },
    comments: async (number) => {
      const query = new URLSearchParams({
        query: `TicketId = ${number.slice(3)} AND Type = 'Comment'`,
        per_page: '100',
      });
      const ids = itemsOf(await call('GET', `/transactions?${query}`)).map((one) => String(field(one, 'id')));
      const found: string[] = [];
      for (const id of ids)
        for (const one of itemsOf(await call('GET', `/transaction/${id}/attachments?fields=Content`)))
          found.push(String(field(one, 'Content')));
      return found;
    },
    editAs: null,
    kill,
    restart: async () => {
      server = await start();
    },
    close: async () => {
      if (server.exitCode === null && server.signalCode === null) await kill();
      rmSync(instance, { recursive: true, force: true });
    },
  };
}

const itemsOf = (list: unknown): unknown[] => {
  const items = field(list, 'items');
  return Array.isArray(items) ? items : [];
};

function configure(instance: string, port: number): void {
  for (const one of ['conf.d', 'mason', 'session', 'var']) mkdirSync(join(instance, one));
  writeFileSync(
    join(instance, 'RT_SiteConfig.pm'),
    [
      `Set($rtname, 'example.test');`,
      `Set($Organization, 'example.test');`,
      `Set($WebDomain, '127.0.0.1');`,
      `Set($WebPort, ${port});`,
      `Set($WebPath, '');`,
      `Set($DatabaseType, 'SQLite');`,
      `Set($DatabaseName, '${instance}/rt.sqlite');`,
      `Set($CorrespondAddress, 'rt\\@example.test');`,
      `Set($CommentAddress, 'rt-comment\\@example.test');`,
      // No mail leaves, and no time goes into passwords.
      `Set($MailCommand, 'testfile');`,
      `Set($BcryptCost, 4);`,
      `Set($Timezone, 'UTC');`,
      `Set($LogToSyslog, undef);`,
      `Set($LogToSTDERR, 'error');`,
      `$RT::VarPath = '${instance}/var';`,
      `$RT::MasonDataDir = '${instance}/mason';`,
      `$RT::MasonSessionDir = '${instance}/session';`,
      '1;',
    ].join('\n'),
  );
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  return execFileSync(program, [...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}

/** Answers a port that nothing listens on: the server's own files have to name it before it starts. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address with it.
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
