import { mostBytes } from '../config/decode.js';
import { readPosted } from '../config/recognise.js';
import { correct } from '../correct/correct.js';
import type { Corrected } from '../correct/corrected.js';
import { remark } from '../correct/remarks.js';
import type { Answers } from '../guide/answers.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { readBytes } from './bytes.js';
import type { World } from './run.js';
import { sourceName } from './source.js';

/** Prints each file corrected; answers 0, 1 where errors are left in one, 2 where one can't be used. */
export async function validateFix(
  knowledge: Knowledge,
  files: readonly string[],
  set: Answers,
  today: string,
  world: World,
): Promise<number> {
  let code = 0;
  for (const file of files) {
    const name = sourceName(file);
    try {
      const corrected = await correct(
        knowledge,
        name,
        await readPosted(knowledge, readBytes(file, mostBytes)),
        set,
        today,
      );
      world.out(files.length === 1 ? corrected.text : titled(name, corrected));
      if (corrected.left.some(({ level }) => level === 'error')) code = Math.max(code, 1);
    } catch (error) {
      const why = error instanceof Unusable ? error.lines.join(' ') : null;
      if (why === null) throw error;
      world.err(`${name}: ${why}\n`);
      code = 2;
    }
  }
  return code;
}

/** Of several files each has its name above it; those in YAML are documents of their own. */
const titled = (name: string, { text, language }: Corrected): string =>
  `${remark(name)}\n${language === 'yaml' && !/^---\r?$/m.test(text) ? '---\n' : ''}${text}`;
