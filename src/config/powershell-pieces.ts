/** A piece of a longer script, from one place to another. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A script up to this length is read as one; a longer one is cut where a statement may end. */
const enough = 16_000;
const most = 64_000;

/** Answers the pieces of a script: each ends at the end of a line, outside of brackets if that can be had. */
export function piecesOf(code: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let open = 0;
  let before = '';
  for (let at = 0; at < code.length; ) {
    const end = code.indexOf('\n', at);
    const to = end < 0 ? code.length : end + 1;
    const line = code.slice(at, to);
    const length = to - from;
    const free = open <= 0 && /^[^\s})@'"-]/.test(line) && !/[`|,({]\s*$/.test(before);
    if ((at - from >= enough && free) || length > most) {
      pieces.push({ from, to: at });
      from = at;
      open = 0;
    }
    for (let index = at; index < to; index++) {
      const char = code.charCodeAt(index);
      if (char === 123 || char === 40) open++;
      else if (char === 125 || char === 41) open--;
    }
    before = line;
    at = to;
  }
  return [...pieces, { from, to: code.length }];
}
