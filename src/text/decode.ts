/** Answers the text that bytes hold, in UTF-8 or in UTF-16 with its mark; or null where they hold no text. */
export function decode(bytes: Uint8Array): string | null {
  const mark = [bytes[0], bytes[1]].join();
  const name = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
