import { readPostedText } from '../config/recognise.js';
import { jsonText } from '../formats/clean.js';
import type { Answers } from '../guide/answers.js';
import type { Report } from '../guide/report-shape.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { readBytes } from './bytes.js';
import type { World } from './run.js';
import { check, setWords } from './validate.js';

/** A batch larger than this is refused. */
const mostBytes = 400_000_000;

/** Answers 0: one line `{"name"?, "text", "set"?}` in, one report or `{"error"}` out, in order. */
export async function validateBatch(
  knowledge: Knowledge,
  file: string,
  set: Answers,
  today: string,
  world: World,
): Promise<number> {
  const text = new TextDecoder().decode(bytesOf(file));
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [at, line] of lines.entries())
    world.out(`${jsonText(await judgeLine(knowledge, `line ${at + 1}`, line, set, today))}\n`);
  return 0;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readBytes(file, mostBytes);
  } catch (error) {
    if (error instanceof Unusable) throw new Unusable(error.lines.map((line) => `${file}: ${line}`));
    throw error;
  }
}

/** A report, or why there is none. */
async function judgeLine(
  knowledge: Knowledge,
  place: string,
  line: string,
  set: Answers,
  today: string,
): Promise<Report | { readonly name: string; readonly error: string }> {
  let name = place;
  try {
    const asked = lineOf(line);
    name = asked.name ?? place;
    const all = new Map([...set, ...setWords(knowledge, 'set', asked.set)]);
    const checked = await check(knowledge, name, all, today, () => readPostedText(knowledge, asked.text));
    return 'report' in checked ? checked.report : checked;
  } catch (error) {
    if (error instanceof Unusable) return { name, error: error.lines.join(' ') };
    throw error;
  }
}

interface Line {
  readonly name: string | null;
  readonly text: string;
  readonly set: readonly (readonly [word: string, value: string])[];
}

const shape = 'Write one object a line: {"name"?: "…", "text": "…", "set"?: {"word": "value"}}.';

function lineOf(line: string): Line {
  const given = objectIn(line);
  const { name = null, text, set = {} } = given;
  if (typeof text !== 'string') throw new Unusable([`the line has no "text". ${shape}`]);
  if (name !== null && typeof name !== 'string') throw new Unusable([`"name" is no text. ${shape}`]);
  if (typeof set !== 'object' || set === null || Array.isArray(set))
    throw new Unusable([`"set" is no object. ${shape}`]);
  return { name, text, set: Object.entries(set).map(([word, value]) => [word, String(value)]) };
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new Unusable([`the line is no JSON. ${shape}`]);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Unusable([`the line is no object. ${shape}`]);
  return { ...given };
}
