import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process that holds a folder, or wants to. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it took the folder, as an ISO time. */
  readonly since: string;
  /** Where its pid means something: the host, and on Linux the start of the system and the container. */
  readonly machine: string;
  /** Tells it from a later process with its pid; null where the system doesn't say. */
  readonly started: string | null;
}

/** Answers this process as a holder since now. */
export async function thisProcess(now: number): Promise<Holder> {
  const started = await startOf(process.pid);
  return { pid: process.pid, host: hostname(), since: new Date(now).toISOString(), machine: await machine(), started };
}

/** Answers whether a holder still runs: null where that can't be told from here. */
export async function runs(holder: Holder): Promise<boolean | null> {
  if (holder.machine !== (await machine())) return null;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // A process of another user can't be signalled, but is there.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const started = await startOf(holder.pid);
  if (started === 'ended') return false;
  return started === null || holder.started === null ? null : started === holder.started;
}

/** Answers a holder as a person is told of it. */
export const holderLine = ({ pid, host, since }: Holder): string => `process ${pid} on ${host} since ${since}`;

/** Reads a holder from JSON, or answers null where it is none. */
export function holderIn(text: string): Holder | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return null;
    const fields = new Map<string, unknown>(Object.entries(json));
    const [pid, host, since, machine, started] = ['pid', 'host', 'since', 'machine', 'started'].map((name) =>
      fields.get(name),
    );
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null;
    if (typeof host !== 'string' || typeof since !== 'string' || typeof machine !== 'string') return null;
    return { pid, host, since, machine, started: typeof started === 'string' ? started : null };
  } catch {
    return null;
  }
}

/** The clock ticks from the system's start to the process's; null where the system doesn't tell, "ended" for a zombie. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name of the process stands in brackets, and may hold any character.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields?.[0] === 'Z' || fields?.[0] === 'X') return 'ended';
  return fields?.[19] ?? null;
}

async function machine(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const pids = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), pids].filter((part) => part !== '').join(' ');
}
