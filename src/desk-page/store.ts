import { useEffect, useState } from 'preact/hooks';
import type { Change, Things } from '../desk-server/wire.js';

/** How the page stands with the desk. */
export type Link = 'connecting' | 'connected' | 'lost' | 'ended';

/** What the page knows: things by key, and whether it still hears of changes. */
export interface Known {
  readonly things: Readonly<Record<string, unknown>>;
  readonly link: Link;
}

let known: Known = { things: {}, link: 'connecting' };
const lookers = new Set<(known: Known) => void>();

function tell(next: Known): void {
  known = next;
  for (const look of lookers) look(known);
}

/** Follows the desk's changes from now on. */
export function follow(): void {
  const source = new EventSource('live');
  let fresh = true;
  source.onmessage = ({ data }: MessageEvent<string>) => {
    // The desk itself wrote it.
    const change = JSON.parse(data) as Change;
    const things = { ...(fresh ? {} : known.things), ...change };
    for (const [key, thing] of Object.entries(change)) if (thing === null) delete things[key];
    fresh = false;
    tell({ things, link: 'connected' });
  };
  source.onerror = () => {
    fresh = true;
    // A browser that is refused doesn't try again: a new desk doesn't know this page.
    tell({ ...known, link: source.readyState === EventSource.CLOSED ? 'ended' : 'lost' });
  };
}

/** Answers what the page knows, and shows anew whenever that changes. */
export function useKnown(): Known {
  const [now, set] = useState(known);
  useEffect(() => {
    lookers.add(set);
    set(known);
    return () => void lookers.delete(set);
  }, []);
  return now;
}

/** Answers the thing under a key. */
export const thing = <Key extends keyof Things>({ things }: Known, key: Key): Things[Key] | undefined =>
  // The desk and the page share the shapes of wire.ts.
  things[key] as Things[Key] | undefined;

/** Answers all things of a kind, by the numbers or names in their keys. */
export const all = <Kind extends 'channel' | 'message' | 'traffic'>({ things }: Known, kind: Kind) =>
  Object.keys(things)
    .filter((key) => key.startsWith(`${kind}/`))
    // The same shapes again.
    .map((key) => things[key] as Things[`${Kind}/${string}`]);
