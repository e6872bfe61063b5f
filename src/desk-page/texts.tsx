import { type Fields, fieldsOf, textOf } from '../desk/fields.js';
import { drawn } from './emoji.js';
import { Mrkdwn } from './mrkdwn.js';

/** Answers the words of a text object. */
export const wordsOf = (text: unknown): string => {
  const { type, text: words, emoji } = fieldsOf(text);
  return type === 'plain_text' && emoji === false ? textOf(words) : drawn(textOf(words));
};

/** A text object of Slack: plain, or with marks. */
export function Text({ text }: { readonly text: unknown }) {
  const { type, text: words }: Fields = fieldsOf(text);
  return type === 'mrkdwn' ? <Mrkdwn text={textOf(words)} /> : <span class="plain">{wordsOf(text)}</span>;
}
