import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { Unusable } from '../text/problem.js';

/** Answers the bytes of a file; `-` is standard input. Throws Unusable where it can't be read, or is larger than `most`. */
export function readBytes(file: string, most: number): Uint8Array {
  try {
    if (file === '-') return readUpTo(0, most);
    const { size } = statSync(file);
    if (size > most) throw tooLarge(most);
    // A file without a size of its own, such as a pipe, is read as it comes.
    if (size > 0) return readFileSync(file);
    const handle = openSync(file, 'r');
    try {
      return readUpTo(handle, most);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? "doesn't exist" : code === 'EISDIR' ? 'is a folder' : `can't be read (${code})`;
    throw new Unusable([`the ${file === '-' ? 'input' : 'file'} ${why}. Name another file, or - for standard input.`]);
  }
}

function readUpTo(handle: number, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(65_536);
    const read = readSome(handle, chunk);
    if (read === 0) return Buffer.concat(chunks);
    length += read;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk.subarray(0, read));
  }
}

/** Standard input that isn't ready yet is asked again. */
function readSome(handle: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(handle, chunk);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

const tooLarge = (most: number) =>
  new Unusable([`it has more than ${most} bytes, too many to be read. Give the part that matters.`]);
