import type { Input, Reading } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { configReading, readConfigText } from './config.js';
import { decode, type LineBreak, lineBreakOf, usable } from './decode.js';
import { looksLikeDeploymentOutput } from './deployment-output-signs.js';
import { oldEncoding } from './faults.js';
import { around, type Block, fencedBlocks, jsonBlocks } from './fences.js';
import { type BlockRead, readMessage } from './message.js';
import { withNamed } from './named-values.js';
import { postedIn } from './posted.js';
import { looksLikePowershell } from './powershell-signs.js';
import { bounded, type ConfigRead, withFault } from './subjects.js';
import { looksLikeTaskSequence } from './task-sequence-signs.js';
import { looksLikeJson } from './yaml.js';

/** Reads one format of text, already decoded. */
type Read = (knowledge: Knowledge, text: string) => Reading | Promise<Reading>;

/** A format besides the config, told by its content. */
interface Format {
  readonly input: Exclude<Input, 'config'>;
  readonly fits: (text: string) => boolean;
  readonly read: () => Promise<Read>;
}

/** The formats in the order they are tried; whatever fits none is read as a config. */
const formats: readonly Format[] = [
  {
    input: 'task-sequence',
    fits: looksLikeTaskSequence,
    read: async () => (await import('./task-sequence.js')).readTaskSequence,
  },
  {
    input: 'powershell',
    fits: looksLikePowershell,
    read: async () => (await import('./powershell.js')).readPowershell,
  },
  {
    input: 'deployment-output',
    fits: looksLikeDeploymentOutput,
    read: async () => (await import('./deployment-output.js')).readDeploymentOutput,
  },
];

/** What was read, beside the text it was read from; null where that was a zip. */
export interface Posted {
  readonly reading: Reading;
  readonly text: string | null;
  /** What ended its lines; in `text` they end alike. */
  readonly lineBreak: LineBreak;
}

/** Answers what the bytes of a file state. Throws Unusable, with a line that says why, where nothing can be used. */
export async function readPosted(knowledge: Knowledge, bytes: Uint8Array): Promise<Posted> {
  const decoded = decode(bytes);
  if (decoded.kind === 'zip') {
    const { readTaskSequenceZip } = await import('./task-sequence-zip.js');
    return { reading: bounded(await readTaskSequenceZip(knowledge, decoded.bytes)), text: null, lineBreak: '\n' };
  }
  const { lineBreak } = decoded;
  const { reading, text } = await readPostedText(knowledge, decoded.text);
  if (decoded.encoding !== 'windows-1252') return { reading, text, lineBreak };
  const subjects = withFault(reading.subjects, oldEncoding('Windows-1252'));
  return { reading: { ...reading, subjects }, text, lineBreak };
}

/** Answers what a text states: one of the formats, or a message with blocks of them. Throws Unusable. */
export async function readPostedText(knowledge: Knowledge, given: string): Promise<Posted> {
  const text = usable(given);
  const posted = postedIn(knowledge, text);
  return {
    reading: withNamed(knowledge, { ...bounded(await readAny(knowledge, text, posted.length > 0)), posted }),
    text,
    lineBreak: lineBreakOf(given),
  };
}

/** `worth`: whether the text is worth a report even if no word stands in it. */
async function readAny(knowledge: Knowledge, text: string, worth: boolean): Promise<Reading> {
  const format = formatOf(text);
  const fences = looksLikeJson(text) || text.trimStart().startsWith('<') ? [] : fencedBlocks(text);
  const message = async (blocks: readonly Block[]) => {
    const { input, ...read } = await readMessage(knowledge, text, blocks, (block) => readBlock(knowledge, block));
    return { ...known(read, worth), input };
  };
  if (fences.length > 0) return message(fences);
  const values = format === undefined || format.input === 'deployment-output' ? jsonBlocks(text) : [];
  if (values.length > 1 || (values.length === 1 && /[\p{L}\p{N}]/u.test(around(text, values)))) return message(values);
  return format ? (await format.read())(knowledge, text) : known(await readConfigText(knowledge, text), worth);
}

const formatOf = (text: string) => formats.find(({ fits }) => fits(text));

/** Answers what one block of a message states, as a format of its own or as a config. */
async function readBlock(knowledge: Knowledge, text: string): Promise<BlockRead> {
  const format = formatOf(text);
  if (format) return { ...(await (await format.read())(knowledge, text)), named: true };
  const config = await readConfigText(knowledge, text);
  return { ...configReading(config), named: config.named };
}

/** Answers a config's reading. Throws Unusable where no word of ours, nor nearly one, stands in it. */
function known(config: ConfigRead, worth: boolean): Reading {
  if (worth || config.named || config.subjects.some(({ faults }) => faults.length > 0)) return configReading(config);
  const [first] = config.unread;
  const seen = first ? ` Line ${first.line} says "${first.text.slice(0, 60)}".` : '';
  throw new Unusable([
    `it holds nothing that could be a config: no word of the vocabulary is given a value in it.${seen} Write one "word: value" a line, such as "scenario: in-place-upgrade".`,
  ]);
}
