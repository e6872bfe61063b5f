/** Questions that a fact answers, as people put them, and the line their row stands on. */
interface Wordings {
  readonly line: number;
  readonly sentences: readonly string[];
}

/** A page without its `asks` rows, every other line at its place, and what stood in them. */
interface CutPage {
  readonly text: string;
  readonly wordings: readonly Wordings[];
}

/**
 * Takes the `asks` rows out of a page of facts. They are more than half of it and hold no mark-up: reading them as Markdown would
 * take longer than all the rest.
 */
export function cutWordings(text: string): CutPage {
  const lines = text.split('\n');
  const wordings: Wordings[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const own = /^- asks(?::\s*(.*))?$/.exec(lines[at]?.trimEnd() ?? '');
    if (!own) continue;
    const line = at + 1;
    const sentences = own[1] ? [own[1]] : [];
    lines[at] = '';
    for (let next = lines[at + 1]; next?.startsWith('  - ') || next?.startsWith('    '); next = lines[at + 1]) {
      if (next.startsWith('  - ')) sentences.push(next.slice(4).trim());
      else sentences.push(`${sentences.pop() ?? ''} ${next.trim()}`.trim());
      at += 1;
      lines[at] = '';
    }
    wordings.push({ line, sentences });
  }
  return { text: lines.join('\n'), wordings };
}

/** Answers the sentences of the rows between two lines of a page. */
export const sentencesBetween = (wordings: readonly Wordings[], from: number, to: number): string[] =>
  wordings.flatMap(({ line, sentences }) => (line > from && line < to ? sentences : []));
