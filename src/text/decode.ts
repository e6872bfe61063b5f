/** The text that bytes hold, and the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Answers the text that bytes hold: UTF-8 or UTF-16, or the old encoding of Windows; null where they hold no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const encoding = encodingOf(bytes);
  return encoding === null ? null : { text: textIn(bytes, encoding), encoding };
}

/** Answers the text that bytes hold in UTF-8 or UTF-16; null where they aren't Unicode throughout. */
export function decode(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes);
  if (!decoded || decoded.encoding === 'windows-1252' || decoded.text.includes('\0')) return null;
  // UTF-16 that can't be decoded has marks in its place.
  return decoded.encoding !== 'utf-8' && decoded.text.includes('\ufffd') ? null : decoded.text;
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80; Node decodes those as Latin-1. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function textIn(bytes: Uint8Array, encoding: DecodedText['encoding']): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (one) => windows.charAt(one.charCodeAt(0) - 0x80));
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] | null {
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
