import { decoded, plainQuotes } from './command-text.js';
import { type Fields, fieldsOf, itemsOf, textOf } from './fields.js';

/** Answers what a person typed into a message: code in fences, links as they were typed, nobody's mention. */
export function typedText(message: Fields): string {
  const rich = itemsOf(message.blocks)
    .map(fieldsOf)
    .filter(({ type }) => type === 'rich_text');
  const written = rich.flatMap(({ elements }) => itemsOf(elements).map(fieldsOf));
  if (written.length === 0) return fromText(textOf(message.text)).trim();
  // A mention in front of code says nothing by itself.
  const parts = written.filter((part) => isCode(part) || partText(part).trim() !== '');
  const [only] = parts;
  // Lines count from the code where there is nothing else.
  if (only && parts.length === 1 && isCode(only)) return runsOf(only, false);
  return parts
    .map(partText)
    .reduce((before, part) => before + (before.endsWith('\n') ? part.replace(/^\n/, '') : part), '')
    .trim();
}

/** Whether a message holds a block of code. */
export const holdsCode = (text: string): boolean => text.includes('```');

const isCode = ({ type }: Fields) => type === 'rich_text_preformatted';

function partText(part: Fields): string {
  if (isCode(part)) return `\n\`\`\`\n${runsOf(part, false)}\n\`\`\`\n`;
  if (part.type !== 'rich_text_list') return runsOf(part, true);
  const indent = '  '.repeat(Math.min(Number(part.indent) || 0, 20));
  const items = itemsOf(part.elements).map((item, at) => {
    const mark = part.style === 'ordered' ? `${at + 1 + (Number(part.offset) || 0)}.` : '-';
    return `${indent}${mark} ${runsOf(fieldsOf(item), true)}\n`;
  });
  return `\n${items.join('')}`;
}

/** Answers what the elements of a part say; prose gets plain quotes, code stays as it is. */
function runsOf(part: Fields, prose: boolean): string {
  const text = itemsOf(part.elements).map(fieldsOf).map(elementText).join('');
  return prose ? plainQuotes(text) : text;
}

function elementText(element: Fields): string {
  switch (element.type) {
    case 'text':
      return textOf(element.text);
    case 'link':
      return textOf(element.text) || textOf(element.url);
    case 'emoji':
      return `:${textOf(element.name)}:`;
    default:
      // People, groups and channels are no part of what is asked or posted.
      return '';
  }
}

/** Answers the same of a message that only has Slack's own mark-up. */
function fromText(text: string): string {
  const plain = text.replace(/<([^<>]{0,4000})>/g, (_, inner: string) => {
    if (/^[@#!]/.test(inner)) return '';
    const [url = '', label] = inner.split('|');
    return label ?? url;
  });
  return plain
    .split('```')
    .map((part, at) => decoded(at % 2 === 1 ? part : plainQuotes(part)))
    .join('```');
}
