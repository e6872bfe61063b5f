import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPowershell } from '../../src/config/powershell.js';
import { planPowershell } from '../../src/formats/powershell.js';
import { workOf } from '../../src/formats/powershell-calls.js';
import type { Setting } from '../../src/guide/plan-shape.js';
import { Unusable } from '../../src/text/problem.js';
import { anyPlan } from '../formats/any-plan.js';
import { knowledge, wordsOf } from './script-reader.js';

const whole = ['whole', 'long'].includes(process.env.MODE ?? '');
const elements = (value: string | undefined) => value?.split(',').sort();

test('the script of a plan reads back to what the plan sets, and of one that isn’t ready nothing is read', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async ({ plan }) => {
      const script = planPowershell(plan, { knowledge, colours: false });
      if (plan.verdict !== 'ready') {
        await expect(readPowershell(knowledge, script)).rejects.toThrow(Unusable);
        return;
      }
      const { subjects } = await readPowershell(knowledge, script);
      const words = wordsOf(subjects[0]);
      expect([subjects.length, subjects.flatMap(({ faults }) => faults)]).toEqual([1, []]);
      const known = (setting: Setting) =>
        plan.answers[setting.word] ?? (setting.values.length === 1 ? setting.values[0] : undefined);
      for (const { entries, needed } of workOf(plan, knowledge).calls) {
        for (const { setting } of needed ? entries : []) {
          const value = setting ? known(setting) : undefined;
          // A recurring schedule is a variable of the script.
          if (!setting || value === undefined || value.includes('recurring')) continue;
          expect([setting.word, elements(words[setting.word])]).toEqual([setting.word, elements(value)]);
        }
      }
    }),
    { numRuns: whole ? 2000 : 100 },
  );
});
