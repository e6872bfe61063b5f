import { Link } from './mrkdwn.js';

/** A markdown block: headings, lists, fences, bold, code and links; anything else as it stands. */
export function Markdown({ text }: { readonly text: string }) {
  const fences = text.split(/^```.*$/m);
  return (
    <div class="markdown">
      {fences.map((part, at) =>
        at % 2 === 1 ? (
          <pre key={at}>{part.replace(/^\n/, '')}</pre>
        ) : (
          part.split('\n').map((line, row) => <Line key={`${at}-${row}`} line={line} />)
        ),
      )}
    </div>
  );
}

function Line({ line }: { readonly line: string }) {
  const heading = /^#{1,6} (.*)$/.exec(line);
  if (heading) return <h4>{inline(heading[1] ?? '')}</h4>;
  const item = /^( *)(?:[-*]|\d{1,4}\.) (.*)$/.exec(line);
  if (item) return <p class="item">• {inline(item[2] ?? '')}</p>;
  return line.trim() === '' ? null : <p>{inline(line)}</p>;
}

/** Answers a line with its bold words, code and links as elements. */
const inline = (line: string) =>
  line.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]*\]\([^)\s]*\))/).map((part, at) => {
    if (part.startsWith('**')) return <strong key={at}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code key={at}>{part.slice(1, -1)}</code>;
    const link = /^\[([^\]]*)\]\(([^)\s]*)\)$/.exec(part);
    return link ? (
      <Link key={at} url={link[2] ?? ''}>
        {link[1]}
      </Link>
    ) : (
      part
    );
  });
