/** Answers text with plain quotes and spaces, as keyboards have them. */
export const plainQuotes = (text: string): string =>
  text
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[\u00A0\u2007\u202F]/g, ' ');

/** Answers text with Slack's entities decoded. */
export const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Answers the text of a slash command as it was meant: plain quotes and spaces, Slack's entities decoded. */
export const meantText = (text: string): string => decoded(plainQuotes(text)).trim();

/**
 * Answers the sub-command's name, in lower case, and the rest of the text; a text that begins with an answer is for a plan.
 * A line that was copied with the command's own name counts like one without.
 */
export const subCommand = (text: string): { name: string; rest: string } => firstWord(meantText(text));

/** Answers the same of a text that needs no decoding any more. */
export function firstWord(text: string): { name: string; rest: string } {
  const meant = text.trim().replace(/^`?(?:npx )?\/?tsdeploy\s+(?=\S)/, '');
  const [, name = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(meant) ?? [];
  if (/^[a-z][a-z-]*=/i.test(name)) return { name: 'plan', rest: meant };
  return { name: name.toLowerCase(), rest };
}
