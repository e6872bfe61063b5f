import type { Refusal } from './payload-checks.js';
import type { DeskState } from './state.js';

/** Something that went between the app and the workspace, and what came back. */
export interface Exchange {
  readonly number: number;
  /** When, in milliseconds. */
  readonly at: number;
  readonly from: 'app' | 'workspace';
  readonly what: string;
  readonly sent: unknown;
  readonly answer: unknown;
  readonly ok: boolean;
  readonly ms: number;
  /** What Slack would have refused in it. */
  readonly refusals: readonly Refusal[];
}

/** How many exchanges are kept. */
const most = 300;
let count = 0;

/** Takes an exchange down; the oldest one makes room. */
export function takeDown(state: DeskState, exchange: Omit<Exchange, 'number' | 'at'>): void {
  count += 1;
  state.traffic.push({ number: count, at: state.now(), ...exchange });
  if (state.traffic.length > most) state.traffic.shift();
  state.changed();
}
