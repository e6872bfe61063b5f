import { Unusable } from '../text/problem.js';

/** What bytes hold: text, or a zip for the reader of zips. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'zip'; readonly bytes: Uint8Array };

/** A text longer than this, in UTF-8, is refused. */
export const longestText = 1_048_576;
/** Bytes beyond this aren't even looked at. */
export const mostBytes = 20_971_520;

/** Answers the text of bytes: UTF-8 or UTF-16, or the old encoding of Windows. Throws Unusable for anything else. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > mostBytes) throw tooLong(bytes.length);
  if (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
    return { kind: 'zip', bytes };
  const encoding = encodingOf(bytes);
  if (encoding === null)
    throw new Unusable([
      'it is binary, no text. Give a config, a PowerShell call, an output, or an exported task sequence.',
    ]);
  return { kind: 'text', text: usable(textIn(bytes, encoding)), encoding };
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80; Node decodes those as Latin-1. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function textIn(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (one) => windows.charAt(one.charCodeAt(0) - 0x80));
}

/** Answers a text that can be read: not empty, not too long, line breaks alike. Throws Unusable otherwise. */
export function usable(text: string): string {
  const length = Buffer.byteLength(text);
  if (length > longestText) throw tooLong(length);
  if (/\0/.test(text)) throw new Unusable(['it holds NUL characters, so it is binary, no text.']);
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '')
    throw new Unusable(['it is empty. Write one "word: value" a line, or paste what is to be checked.']);
  return plain;
}

const tooLong = (length: number) =>
  new Unusable([`it has ${length} bytes; at most ${longestText} bytes of text are read. Give the part that matters.`]);

function encodingOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  // A mark of UTF-32 starts like that of UTF-16.
  if (wide === 'utf-16le' && third === 0 && bytes[3] === 0) return null;
  if (wide) return wide;
  const start = bytes.subarray(0, 4096);
  const nuls = (from: number) => start.filter((byte, at) => at % 2 === from && byte === 0).length;
  const half = Math.max(3, start.length / 2);
  if (nuls(1) > half * 0.6 && nuls(0) === 0) return 'utf-16le';
  if (nuls(0) > half * 0.6 && nuls(1) === 0) return 'utf-16be';
  if (bytes.includes(0) || controls(start) > Math.max(8, start.length / 20)) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return controls(bytes) === 0 ? 'windows-1252' : null;
  }
}

/** Control characters that no text holds; tab, line breaks, form feed and escape may stand in one. */
const controls = (bytes: Uint8Array) =>
  bytes.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27).length;
