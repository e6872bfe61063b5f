import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Messages that come this close together, in milliseconds, are one answer. */
const together = 2_500;

/** Shows a list's newest message when one comes: the first of those that come together, from its beginning. Another place begins with its last message, or with its first. */
export function useNewest(
  list: RefObject<HTMLElement | null>,
  place: string,
  last: string,
  begin: 'first' | 'last' = 'last',
): void {
  const before = useRef({ place: '', seen: '', last: '', at: 0 });
  useLayoutEffect(() => {
    const { current: box } = list;
    const known = before.current;
    const goesOn = known.place === place && Date.now() - known.at < together;
    const seen = goesOn ? known.seen : known.last;
    before.current = { place, seen, last, at: Date.now() };
    if (!box) return;
    const fresh = [...box.querySelectorAll<HTMLElement>('[data-ts]')].find(
      (one) => Number(one.dataset.ts) > Number(seen),
    );
    const start = begin === 'first' ? 0 : box.scrollHeight;
    box.scrollTo({ top: known.place === place && fresh ? fresh.offsetTop - 8 : start });
  }, [list, place, last, begin]);
}
