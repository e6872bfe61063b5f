import { decodeText } from '../text/decode.js';
import { Unusable } from '../text/problem.js';

/** What bytes hold: text, or a zip for the reader of zips. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string; readonly lineBreak: LineBreak }
  | { readonly kind: 'zip'; readonly bytes: Uint8Array };

/** What ends the lines of a text. */
export type LineBreak = '\n' | '\r\n';

/** Answers what ends the lines of a text: as Windows has it where all of them end so. */
export const lineBreakOf = (text: string): LineBreak => (/\r\n/.test(text) && !/(?<!\r)\n/.test(text) ? '\r\n' : '\n');

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
  const decoded = decodeText(bytes);
  if (decoded === null)
    throw new Unusable([
      'it is binary, no text. Give a config, a PowerShell call, an output, or an exported task sequence.',
    ]);
  return { kind: 'text', text: usable(decoded.text), encoding: decoded.encoding, lineBreak: lineBreakOf(decoded.text) };
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
