/** Answers a text in lines of a width, the first after a lead, the others indented under its first word; `measure` answers how wide a text is shown. */
export function wrap(
  lead: string,
  text: string,
  width: number,
  measure: (text: string) => number = ({ length }) => length,
): string[] {
  const start = measure(lead);
  const indent = ' '.repeat(start);
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(' ')) {
    if (line !== '' && start + measure(line) + 1 + measure(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, at) => `${at === 0 ? lead : indent}${one}`);
}
