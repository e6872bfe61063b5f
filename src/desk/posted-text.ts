import type { Fields } from './fields.js';

/** What names in a typed text stand for: ids by name. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}

/** A piece of a typed text: as the message's text has it, and as its rich text has it. */
interface Piece {
  readonly text: string;
  readonly element: Fields;
}

/** Answers a message's text and blocks as Slack's client makes them from what a person typed. */
export function postedText(typed: string, names: Names): { text: string; blocks: readonly Fields[] } {
  const parts = typed.split('```');
  // A fence that nobody closed is no fence.
  const pairs = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('```')];
  const elements: Fields[] = [];
  let text = '';
  pairs.forEach((part, at) => {
    const fenced = at % 2 === 1;
    const pieces = fenced ? piecesOf(part.replace(/^\n/, ''), linkOnly) : spans(part, names);
    const inside = pieces.map((piece) => piece.text).join('');
    text += fenced ? `\`\`\`${inside}\`\`\`` : inside;
    if (pieces.length > 0)
      elements.push({
        type: fenced ? 'rich_text_preformatted' : 'rich_text_section',
        elements: pieces.map(({ element }) => element),
      });
  });
  return { text, blocks: elements.length === 0 ? [] : [{ type: 'rich_text', elements }] };
}

/** Answers a text with Slack's three entities. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function spans(text: string, names: Names): Piece[] {
  const parts = text.split('`');
  const pairs = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('`')];
  return pairs.flatMap((part, at) =>
    at % 2 === 1 && part !== ''
      ? [{ text: `\`${escaped(part)}\``, element: { type: 'text', text: part, style: { code: true } } }]
      : piecesOf(part, (word) => linkOnly(word) ?? named(word, names) ?? address(word)),
  );
}

/** Answers the pieces of a text, its words read by `special` where that knows them. */
function piecesOf(text: string, special: (word: string) => Piece | null): Piece[] {
  const pieces: Piece[] = [];
  let run = '';
  const flush = () => {
    if (run !== '') pieces.push({ text: escaped(run), element: { type: 'text', text: run } });
    run = '';
  };
  for (const word of text.split(/(\s+)/)) {
    const lead = /^[("'[]*/.exec(word)?.[0] ?? '';
    const core = trimmed(word.slice(lead.length));
    const piece = core === '' ? null : special(core);
    if (!piece) {
      run += word;
      continue;
    }
    run += lead;
    flush();
    pieces.push(piece);
    run = word.slice(lead.length + core.length);
  }
  flush();
  return pieces;
}

/** Answers a word without the punctuation behind it. */
function trimmed(word: string): string {
  let end = word.length;
  while (end > 0 && '.,;:!?)"\']'.includes(word[end - 1] ?? '')) end -= 1;
  return word.slice(0, end);
}

const link = (url: string, label?: string): Piece => ({
  text: `<${escaped(url)}${label === undefined ? '' : `|${escaped(label)}`}>`,
  element: { type: 'link', url, ...(label === undefined ? {} : { text: label }) },
});

const linkOnly = (word: string) => (/^https?:\/\/[^\s<>|]+$/.test(word) ? link(word) : null);

function named(word: string, { people, channels }: Names): Piece | null {
  const id = word.startsWith('@') ? people.get(word.slice(1)) : undefined;
  if (id !== undefined) return { text: `<@${id}>`, element: { type: 'user', user_id: id } };
  const channel = word.startsWith('#') ? channels.get(word.slice(1)) : undefined;
  return channel === undefined
    ? null
    : { text: `<#${channel}|${word.slice(1)}>`, element: { type: 'channel', channel_id: channel } };
}

/** Slack makes links of bare hosts and mail addresses too. */
function address(word: string): Piece | null {
  const [name = '', host] = word.split('@');
  if (host !== undefined) return /^[\w.+-]+$/.test(name) && isHost(host) ? link(`mailto:${word}`, word) : null;
  return isHost(word) ? link(`http://${word}`, word) : null;
}

const isHost = (word: string) => {
  const labels = word.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => /^[\w-]+$/.test(label)) &&
    ['com', 'org', 'net', 'dev', 'io'].includes(labels.at(-1) ?? '')
  );
};
