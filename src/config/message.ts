import type { Input, Reading } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { readLooseText } from './config.js';
import { around, type Block } from './fences.js';
import { placesIn } from './places.js';
import { type ConfigRead, mostSubjects, moved, surrounded, together } from './subjects.js';
import { newUnreads } from './unreads.js';

/** What one block states, and whether a word of ours stands in it. */
export interface BlockRead extends Reading {
  readonly named: boolean;
}

/** Reads the blocks of a message, and what else it says around them. Throws Unusable where that is all no block can be. */
export async function readMessage(
  knowledge: Knowledge,
  text: string,
  blocks: readonly Block[],
  read: (text: string) => Promise<BlockRead>,
): Promise<ConfigRead & { readonly input: Input }> {
  const place = placesIn(text);
  const readings: BlockRead[] = [];
  const refused: { readonly line: number; readonly error: Unusable }[] = [];
  for (const block of blocks.slice(0, mostSubjects)) {
    const { line, column } = place(block.at);
    try {
      const one = await read(block.text);
      readings.push({ ...moved(one, line, column), named: one.named });
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      refused.push({ line, error });
    }
  }
  const beside = readLooseText(knowledge, around(text, blocks), true);
  const named = [...readings, beside].some((one) => one.named);
  const [first] = refused;
  if (first && !named) throw first.error;
  const configs = together(readings.flatMap(({ input, subjects }) => (input === 'config' ? subjects : [])));
  const calls = readings.flatMap(({ input, subjects }) => (input === 'config' ? [] : subjects));
  const [config, ...others] = configs;
  const subjects =
    config && others.length === 0 && calls.length > 0 ? surrounded(calls, config) : [...calls, ...configs];
  const unreads = newUnreads();
  for (const { line, text: row } of [...readings, beside].flatMap(({ unread }) => unread)) unreads.add(line, row);
  for (const { line, error } of refused) unreads.add(line, `This block can't be read: ${error.lines.join(' ')}`);
  const [beyond] = blocks.slice(mostSubjects);
  if (beyond) unreads.add(place(beyond.at).line, `… and ${blocks.length - mostSubjects} more blocks from here on`);
  const [outer = { stated: [], faults: [] }] = beside.subjects;
  return {
    input: readings.find(({ input }) => input !== 'config')?.input ?? 'config',
    subjects: subjects.length > 0 ? surrounded(subjects, outer) : [outer],
    unread: unreads.rows(),
    named,
  };
}
