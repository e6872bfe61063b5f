/** A question that a fact answers, as a person puts it; `reply` where it is a yes-or-no question whose answer is always the same. */
export interface Wording {
  readonly text: string;
  readonly reply: 'yes' | 'no' | null;
}

/** The wordings of an `asks` row, and the line it stands on. */
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

/** Answers the wordings of the rows between two lines of a page. */
export const wordingsBetween = (wordings: readonly Wordings[], from: number, to: number): Wording[] =>
  wordings.flatMap(({ line, sentences }) => (line > from && line < to ? sentences.map(wording) : []));

/** `yes: Does it restart?` is a question whose answer is yes. */
function wording(sentence: string): Wording {
  const [, reply, text = sentence] = /^(yes|no): (.+)$/.exec(sentence) ?? [];
  return { text, reply: reply === 'yes' || reply === 'no' ? reply : null };
}
