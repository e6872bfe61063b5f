declare const escapedText: unique symbol;
declare const plainText: unique symbol;

/** Text in Slack's mark-up with everything foreign escaped. Only `render` and `fenced` make it. */
export type Mrkdwn = string & { readonly [escapedText]: true };

/** Text without mark-up that can't be mistaken for a mention or a link. Only `plain` makes it. */
export type Plain = string & { readonly [plainText]: true };

/** A stretch of text in one style. Its text is raw: it is escaped where it is rendered. */
export interface Run {
  readonly text: string;
  readonly style: 'plain' | 'bold' | 'italic' | 'code';
  readonly url?: string;
  /** A moment in seconds, shown to each reader in their own zone; the text stands in where it can't be. */
  readonly moment?: number;
}

const run =
  (style: Run['style']) =>
  (text: string): Run => ({ text, style });

/** Answers a run of plain text. */
export const words = run('plain');
/** Answers a run in bold. */
export const bold = run('bold');
/** Answers a run in italics. */
export const italic = run('italic');
/** Answers a run of code. */
export const code = run('code');
/** Answers a run that links, or plain text where the address isn't one of the web. */
export const link = (url: string | null, text: string): Run =>
  url !== null && /^https?:\/\//.test(url) && url.length <= 2_000 ? { text, style: 'plain', url } : words(text);

/** Answers a moment (ISO, UTC) as each reader's own date and time. */
export const moment = (iso: string): Run => {
  const seconds = Math.floor(Date.parse(iso) / 1000);
  return Number.isFinite(seconds)
    ? { text: `${iso.slice(0, 16).replace('T', ' ')} UTC`, style: 'plain', moment: seconds }
    : words(iso);
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeUrl = (url: string) =>
  encodeURI(url).replaceAll('%25', '%').replaceAll('|', '%7C').replaceAll('&', '&amp;');

const marks = { plain: '', bold: '*', italic: '_', code: '`' } as const;
const wordly = /[\p{L}\p{N}_]/u;

/** Answers runs as Slack's mark-up, escaped. A style that Slack wouldn't recognise at its place is left out, never the text. */
export function render(runs: readonly Run[]): Mrkdwn {
  const text = runs.map((part, at) => {
    const { style, url, moment: seconds } = part;
    if (seconds !== undefined) return `<!date^${seconds}^{date_short_pretty} {time}|${escaped(part.text)}>`;
    if (url !== undefined) return `<${escapeUrl(url)}|${escaped(part.text).replaceAll('\n', ' ')}>`;
    const mark = marks[style];
    const touches = wordly.test(runs[at - 1]?.text.at(-1) ?? '') || wordly.test(runs[at + 1]?.text.at(0) ?? '');
    const fits =
      mark !== '' &&
      part.text === part.text.trim() &&
      !/^$|\n/.test(part.text) &&
      !part.text.includes(mark) &&
      !touches;
    return fits ? `${mark}${escaped(part.text)}${mark}` : escaped(part.text);
  });
  // Here text becomes Mrkdwn: every part above is escaped.
  return text.join('') as Mrkdwn;
}

/** Answers text as a block of code; null where it holds what would end the block. */
export const fenced = (text: string): Mrkdwn | null =>
  // The one other place where text becomes Mrkdwn: all of it is escaped.
  text.includes('```') ? null : (`\`\`\`\n${escaped(text)}\n\`\`\`` as Mrkdwn);

/** Answers text as plain text, cut to `most` characters, with angle brackets that Slack never reads. */
export function plain(text: string, most: number): Plain {
  const shown = text.replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/g, ' ').trim() || '–';
  // The one place where text becomes Plain.
  return cut(shown, most) as Plain;
}

/** Answers text of at most `most` characters, whole characters only, with … where it was cut. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
