/** How a cell compares a number or a date with its bound. */
export const comparisons = ['more than', 'at least', 'fewer than', 'at most'] as const;
export type Comparison = (typeof comparisons)[number];

/** A cell as written: the whole condition language. */
export type Cell =
  | { readonly kind: 'one-of' | 'none-of'; readonly values: readonly string[] }
  | { readonly kind: 'or-later' | 'or-earlier'; readonly value: string }
  | { readonly kind: 'compare'; readonly how: Comparison; readonly than: string }
  | { readonly kind: 'not-shown' };

/** Answers the cell that a text states. Any text states one; whether its values exist, the linker tells. */
export function parseCell(text: string): Cell {
  const cell = text.trim();
  if (cell === 'not shown') return { kind: 'not-shown' };
  for (const how of comparisons) {
    if (cell.startsWith(`${how} `)) return { kind: 'compare', how, than: cell.slice(how.length).trim() };
  }
  if (cell.endsWith(' or later')) return { kind: 'or-later', value: cell.slice(0, -9).trim() };
  if (cell.endsWith(' or earlier')) return { kind: 'or-earlier', value: cell.slice(0, -11).trim() };
  if (cell.startsWith('not ')) return { kind: 'none-of', values: list(cell.slice(4)) };
  return { kind: 'one-of', values: list(cell) };
}

const list = (text: string) => text.split(',').map((value) => value.trim());

/** Answers whether `value` compares with `bound` as the cell asks. */
export function compare(value: number, how: Comparison, bound: number): boolean {
  switch (how) {
    case 'more than':
      return value > bound;
    case 'at least':
      return value >= bound;
    case 'fewer than':
      return value < bound;
    case 'at most':
      return value <= bound;
  }
}
