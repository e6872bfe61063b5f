import { type Cell, mostCells, mostObjects, type Printed, restOf } from './printed-object.js';

interface Draft {
  readonly name: string;
  readonly lines: string[];
  readonly line: number;
  readonly column: number;
}

/** Answers the objects of a text that Format-List printed: `Name : value`, long values on further lines. */
export function readPrintedList(text: string): Printed {
  const unread: { line: number; text: string }[] = [];
  const objects: Draft[][] = [];
  let names = new Set<string>();
  let blank = true;
  let indent = 0;
  let cells = 0;
  let next = 0;
  for (let at = 0; next <= text.length; at++) {
    const start = next;
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
    next = end < 0 ? text.length + 1 : end + 1;
    const found = /^([ \t>]{0,40})(\w{1,80})[ \t]{0,80}:(?!:)[ \t]?(.*)$/.exec(line);
    const held = line.trim();
    const last = objects.at(-1)?.at(-1);
    if (found && !(last && !blank && (found[1] ?? '').length > indent + 1)) {
      const [whole = '', margin = '', name = '', value = ''] = found;
      const key = name.toLowerCase();
      // A further object repeats names: behind a blank line, or from its first name on.
      const again = names.has(key) && (blank || objects.at(-1)?.[0]?.name.toLowerCase() === key);
      if (++cells > mostCells || (again && objects.length === mostObjects)) {
        unread.push(...restOf(text, start, at + 1));
        break;
      }
      if (objects.length === 0 || again) {
        objects.push([]);
        names = new Set();
      }
      names.add(key);
      indent = margin.length;
      objects.at(-1)?.push({ name, lines: [value.trim()], line: at + 1, column: whole.length - value.length + 1 });
      blank = false;
    } else if (held === '') blank = true;
    else if (last && goesOn(line, blank)) last.lines.push(held);
    else if (!/^`{3,}\w*$/.test(held)) unread.push({ line: at + 1, text: held });
  }
  return { objects: objects.map((object) => object.map(cellOf)), unread, broken: null };
}

/** A long value goes on with indented lines; behind a blank line only far in. */
const goesOn = (line: string, blank: boolean) => (blank ? /^(?: {8}|\t)/ : /^[ \t]/).test(line);

const cellOf = ({ lines, ...place }: Draft): Cell => ({ ...place, text: lines.join('\n').trim(), objects: [] });
