import type { Posted } from '../config/recognise.js';
import type { Answers } from '../guide/answers.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Corrected } from './corrected.js';

/**
 * Answers a posted text corrected on a day (YYYY-MM-DD): a script stays PowerShell, all else is YAML. `set` adds words that
 * the text doesn't state, beats those it does, and isn't written.
 */
export async function correct(
  knowledge: Knowledge,
  name: string,
  posted: Posted,
  set: Answers,
  today: string,
): Promise<Corrected> {
  const { reading, lineBreak } = posted;
  const before = validate(knowledge, name, reading, set, today);
  const setting = { knowledge, set, today, ...(reading.input === 'config' ? {} : { origin: reading.input }) };
  const corrected =
    reading.input === 'powershell'
      ? await (await import('./powershell.js')).correctedPowershell(setting, posted, before)
      : await (await import('./yaml.js')).correctedYaml(setting, posted, before);
  return { ...corrected, text: corrected.text.replaceAll('\n', lineBreak) };
}
