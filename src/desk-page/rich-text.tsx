import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { type Fields, fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import { drawn } from './emoji.js';
import { dateIn } from './moments.js';
import { Link } from './mrkdwn.js';
import { Scene } from './scene.js';

/** A rich text block. */
export const RichText = ({ block }: { readonly block: Fields }) => (
  <>
    {itemsOf(block.elements)
      .map(fieldsOf)
      .map((part, at) => (
        <Part key={at} part={part} />
      ))}
  </>
);

const Runs = ({ part }: { readonly part: Fields }) => (
  <>
    {itemsOf(part.elements)
      .map(fieldsOf)
      .map((run, at) => (
        <Run key={at} run={run} />
      ))}
  </>
);

function Part({ part }: { readonly part: Fields }) {
  switch (part.type) {
    case 'rich_text_preformatted':
      return (
        <pre>
          <Runs part={part} />
        </pre>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Runs part={part} />
        </blockquote>
      );
    case 'rich_text_list': {
      const List = part.style === 'ordered' ? 'ol' : 'ul';
      return (
        <List class={`indent-${Number(part.indent ?? 0)}`}>
          {itemsOf(part.elements)
            .map(fieldsOf)
            .map((item, at) => (
              <li key={at}>
                <Runs part={item} />
              </li>
            ))}
        </List>
      );
    }
    default:
      return (
        <span class="plain">
          <Runs part={part} />
        </span>
      );
  }
}

const tags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' } as const;

function Run({ run }: { readonly run: Fields }) {
  const { nameOf, channelNamed } = useContext(Scene);
  const style = fieldsOf(run.style);
  let inside: ComponentChildren = textOf(run.text);
  switch (run.type) {
    case 'link':
      inside = <Link url={textOf(run.url)}>{textOf(run.text) || textOf(run.url)}</Link>;
      break;
    case 'user':
      inside = <span class="mention">@{nameOf(textOf(run.user_id))}</span>;
      break;
    case 'channel':
      inside = <span class="mention">#{channelNamed(textOf(run.channel_id))}</span>;
      break;
    case 'broadcast':
      inside = <span class="mention everybody">@{textOf(run.range)}</span>;
      break;
    case 'emoji':
      inside = drawn(`:${textOf(run.name)}:`);
      break;
    case 'date':
      inside = dateIn(textOf(run.format), Number(run.timestamp));
      break;
  }
  for (const [name, Tag] of Object.entries(tags)) if (style[name] === true) inside = <Tag>{inside}</Tag>;
  return <>{inside}</>;
}
