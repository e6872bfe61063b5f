import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { drawn } from './emoji.js';
import { dateIn } from './moments.js';
import { Scene } from './scene.js';

/** Text with Slack's marks, as elements: whatever stands in it, it stays text. */
export function Mrkdwn({ text }: { readonly text: string }) {
  const parts = text.split('```');
  const fences = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('```')];
  return (
    <>
      {fences.map((part, at) =>
        at % 2 === 1 ? <pre key={at}>{spans(part.replace(/^\n/, ''), false)}</pre> : <Lines key={at} text={part} />,
      )}
    </>
  );
}

/** Lines, those that begin with > together as a quotation. */
function Lines({ text }: { readonly text: string }) {
  const groups: { quoted: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = /^(>|&gt;)/.test(line);
    const last = groups.at(-1);
    const bare = quoted ? line.replace(/^(>|&gt;) ?/, '') : line;
    if (last?.quoted === quoted) last.lines.push(bare);
    else groups.push({ quoted, lines: [bare] });
  }
  return (
    <>
      {groups.map(({ quoted, lines }, at) => {
        const inside = lines.flatMap((line, row) => [
          ...(row > 0 ? [<br key={`br${row}`} />] : []),
          ...spans(line, true),
        ]);
        return quoted ? <blockquote key={at}>{inside}</blockquote> : <span key={at}>{inside}</span>;
      })}
    </>
  );
}

const tags = { '*': 'strong', _: 'em', '~': 's' } as const;
const isMark = (char: string): char is keyof typeof tags => char in tags;
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Answers the elements of a line: links, code, and styles where `styled`. */
function spans(text: string, styled: boolean): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let run = '';
  const flush = () => {
    if (run !== '') out.push(styled ? drawn(decoded(run)) : decoded(run));
    run = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const end = endOf(text, at, styled);
    if (end < 0) {
      run += char;
      continue;
    }
    flush();
    const inside = text.slice(at + 1, end);
    if (char === '<') out.push(<Marked key={at} token={inside} />);
    else if (char === '`') out.push(<code key={at}>{spans(inside, false)}</code>);
    else if (isMark(char)) {
      const Tag = tags[char];
      out.push(<Tag key={at}>{spans(inside, true)}</Tag>);
    }
    at = end;
  }
  flush();
  return out;
}

/** Answers where a mark that begins here ends, or -1 where none begins. */
function endOf(text: string, at: number, styled: boolean): number {
  const char = text[at] ?? '';
  if (char === '<') return text.indexOf('>', at);
  if (!styled) return -1;
  if (char === '`') return text.indexOf('`', at + 1) > at + 1 ? text.indexOf('`', at + 1) : -1;
  if (!isMark(char) || isWord(text[at - 1]) || /\s|^$/.test(text[at + 1] ?? '')) return -1;
  for (let end = text.indexOf(char, at + 2); end > 0; end = text.indexOf(char, end + 1))
    if (!/\s/.test(text[end - 1] ?? ' ') && !isWord(text[end + 1])) return end;
  return -1;
}

const decoded = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What stands between angle brackets: a link, somebody, a channel, a date. */
function Marked({ token }: { readonly token: string }) {
  const { nameOf, channelNamed } = useContext(Scene);
  const [target = '', label] = token.split('|');
  if (target.startsWith('@')) return <span class="mention">@{nameOf(target.slice(1))}</span>;
  if (target.startsWith('#')) return <span class="mention">#{label ?? channelNamed(target.slice(1))}</span>;
  if (target.startsWith('!date^')) {
    const [, seconds = '', form = '', link] = target.split('^');
    const words =
      Number.isFinite(Number(seconds)) && seconds !== '' ? dateIn(form, Number(seconds)) : decoded(label ?? '');
    return link === undefined ? <time>{words}</time> : <Link url={decoded(link)}>{words}</Link>;
  }
  if (target.startsWith('!')) return <span class="mention everybody">@{decoded(label ?? target.slice(1))}</span>;
  return <Link url={decoded(target)}>{decoded(label ?? target)}</Link>;
}

/** A link to the web or to mail; anything else is only its words. */
export function Link({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  const { placeOf } = useContext(Scene);
  const here = placeOf(url);
  if (here !== null) return <a href={here}>{children}</a>;
  if (!/^(https?:|mailto:)/i.test(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
