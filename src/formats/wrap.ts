import { stripVTControlCharacters } from 'node:util';

const width = 100;

/** Answers a text wrapped at the width, its later lines indented under its first word. */
export function wrap(lead: string, text: string): string {
  const indent = ' '.repeat(length(lead));
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/ +/)) {
    if (line !== '' && length(lead) + length(line) + 1 + length(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, at) => `${at === 0 ? lead : indent}${one}`).join('\n');
}

const length = (text: string) => stripVTControlCharacters(text).length;
