import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Reading } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { mostSubjects } from './subjects.js';
import { readTaskSequence } from './task-sequence.js';
import { looksLikeTaskSequence } from './task-sequence-signs.js';

/** A zip that unpacks to more bytes than this is refused. */
const mostUnpacked = 20_971_520;
/** A zip of more files than this is no export. */
const mostFiles = 10_000;

/** Answers what the task sequences of an exported zip state, each as in its own object.xml. Throws Unusable. */
export async function readTaskSequenceZip(knowledge: Knowledge, bytes: Uint8Array): Promise<Reading> {
  const { files, beyond } = await unpack(bytes);
  const readings = files.map(({ path, text }) => {
    try {
      return { path, reading: readTaskSequence(knowledge, text) };
    } catch (error) {
      throw error instanceof Unusable ? new Unusable(error.lines.map((line) => `${path}, ${line}`)) : error;
    }
  });
  const rest = beyond > 0 ? [{ line: 1, text: `… and ${beyond} more task sequences of this zip` }] : [];
  const unread = readings.flatMap(({ path, reading }) =>
    reading.unread.map(({ line, text }) => ({ line, text: readings.length > 1 ? `${path}: ${text}` : text })),
  );
  const subjects = readings.flatMap(({ reading }) => reading.subjects);
  return { input: 'task-sequence', subjects, unread: [...unread, ...rest] };
}

interface File {
  readonly path: string;
  readonly text: string;
}

const isObject = (path: string) => /(?:^|\/)SMS_TaskSequencePackage\/[^/]+\/object\.xml$/i.test(path);

/** Answers the files of a zip that hold task sequences, and how many more it has. All sizes are checked before anything is unpacked. */
async function unpack(bytes: Uint8Array): Promise<{ readonly files: readonly File[]; readonly beyond: number }> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const entries = await entriesOf(zip);
    const exports = entries.filter(({ fileName }) => isObject(fileName));
    const chosen = exports.length > 0 ? exports : entries.filter(({ fileName }) => /\.xml$/i.test(fileName));
    const files: File[] = [];
    for (const entry of chosen.slice(0, mostSubjects)) {
      if (entry.isEncrypted()) throw new Unusable([`${entry.fileName} is encrypted. Export the task sequence again.`]);
      const content = await contentOf(zip, entry);
      if (crc32(content) !== entry.crc32)
        throw new Unusable([`${entry.fileName} is damaged in this zip. Export it again.`]);
      const text = decoded(content);
      if (exports.length > 0 || looksLikeTaskSequence(text)) files.push({ path: entry.fileName, text });
    }
    if (files.length > 0) return { files, beyond: Math.max(0, exports.length - mostSubjects) };
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable([
      `this zip can't be read: ${(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')}. Export it again.`,
    ]);
  }
  throw new Unusable(['no task sequence is in this zip: it has no SMS_TaskSequencePackage/<ID>/object.xml.']);
}

async function entriesOf(zip: ZipFile) {
  if (zip.entryCount > mostFiles)
    throw new Unusable([`this zip holds ${zip.entryCount} files; an export has ${mostFiles} at most.`]);
  const entries = [];
  let size = 0;
  // The names are checked on the way: a path that leaves the folder ends it.
  for await (const entry of zip.eachEntry()) {
    size += entry.uncompressedSize;
    if (size > mostUnpacked)
      throw new Unusable([`this zip unpacks to more than ${mostUnpacked} bytes, which is refused.`]);
    entries.push(entry);
  }
  return entries;
}

/** What a zip says of its sizes may be wrong: yauzl ends the stream with an error then. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const content = Buffer.alloc(entry.uncompressedSize);
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) size += Buffer.from(chunk).copy(content, size);
  return content;
}

/** Exports are UTF-16 or UTF-8, with a mark or without. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const turned = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = wide ? 'utf-16le' : turned ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
