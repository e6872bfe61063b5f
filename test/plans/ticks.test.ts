import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { keptPlan } from '../../src/plans/kept-plan.js';
import { progress, ticked, tickedItems } from '../../src/plans/ticks.js';
import { runs } from '../campaign.js';
import { planOf } from '../guide/any-answers.js';
import { at, fresh } from './kept.js';

const path = 'site-version=2303 scenario=boot-media-over-cmg';
const plan = planOf(path);
const keys = tickedItems(plan, []).map(({ key }) => key);

test('each item of a checklist is told from the others', () => {
  expect(keys.length).toBeGreaterThan(5);
  expect(new Set(keys).size).toBe(keys.length);
});

test('whatever is ticked in turn, the last tick of each item stands, with who and when', () => {
  const step = fc.record({ done: fc.subarray(keys), shown: fc.subarray(keys), by: fc.constantFrom('UANN', 'UBOB') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const model = new Map<string, { done: boolean; by: string }>();
      let kept = fresh;
      for (const { done, shown, by } of steps) {
        kept = ticked(kept, plan, done, shown, by, at);
        for (const key of shown)
          if ((model.get(key)?.done ?? false) !== done.includes(key)) model.set(key, { done: done.includes(key), by });
      }
      for (const { key, tick } of tickedItems(plan, kept.ticks)) {
        expect(tick === null ? undefined : { done: tick.done, by: tick.by }).toEqual(model.get(key));
        if (tick) expect(tick.at).toBe(at);
      }
      expect(progress(plan, kept.ticks)).toEqual({
        done: [...model.values()].filter(({ done }) => done).length,
        of: keys.length,
      });
      expect(v.safeParse(keptPlan, JSON.parse(JSON.stringify(kept))).success).toBe(true);
    }),
    runs(100),
  );
});

test('an item that says something else now is not ticked, and one that is the same still is', () => {
  const kept = ticked(fresh, plan, keys, keys, 'UANN', at);
  const other = tickedItems(planOf(`${path} media-certificate=self-signed cmg-certificate=pki`), kept.ticks);
  const before = new Set(keys);
  for (const { key, tick } of other) expect(tick?.done ?? false, key).toBe(before.has(key));
  expect(other.some(({ tick }) => tick?.done)).toBe(true);
});

test('a press that changes nothing leaves the plan as it is', () => {
  expect(ticked(fresh, plan, [], keys, 'UANN', at)).toBe(fresh);
  expect(ticked(fresh, plan, ['another'], ['another'], 'UANN', at)).toBe(fresh);
});
