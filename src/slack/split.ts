import { type Run, render } from './mrkdwn.js';

/** A line or paragraph: runs one after the other. */
export type Line = readonly Run[];

/** Answers a line as lines that each take at most `most` characters once rendered; nothing is lost. */
export function splitLine(line: Line, most: number): Line[] {
  if (render(line).length <= most) return [line];
  const lines: Run[][] = [];
  let current: Run[] = [];
  let room = most;
  const close = () => {
    if (current.length > 0) lines.push(current);
    current = [];
    room = most;
  };
  const queue = [...line];
  for (let part = queue.shift(); part; part = queue.shift()) {
    const size = sizeOf(part);
    if (size <= room) {
      current.push(part);
      room -= size;
      continue;
    }
    const at = part.url === undefined && part.moment === undefined ? breakAt(part, room) : 0;
    if (at > 0) {
      const [head, tail] = [part.text.slice(0, at).trimEnd(), part.text.slice(at).trimStart()];
      if (head !== '') current.push({ ...part, text: head });
      if (tail !== '') queue.unshift({ ...part, text: tail });
    } else if (current.length > 0) queue.unshift(part);
    else queue.unshift({ text: part.text.slice(0, most), style: 'plain' });
    close();
  }
  close();
  return lines;
}

/** A run's size with its mark-up, whether or not the mark-up will fit its place. */
const sizeOf = (part: Run) => render([part]).length + (part.style === 'plain' ? 0 : 2);

/** Answers where to break a run that has this room: behind a sentence or a word, in a word only where a whole line is too short. */
function breakAt(part: Run, room: number): number {
  let size = part.style === 'plain' ? 0 : 2;
  let fits = 0;
  for (const char of part.text) {
    size += char === '&' ? 5 : char === '<' || char === '>' ? 4 : char.length;
    if (size > room) break;
    fits += char.length;
  }
  const head = part.text.slice(0, fits);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('.\n')) + 1;
  if (sentence > fits / 2) return sentence;
  const space = head.search(/\s\S*$/);
  if (space > 0) return space;
  return room > 500 ? fits : 0;
}
