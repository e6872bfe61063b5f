/** Answers the text of a slash command as it was meant: plain quotes and spaces, Slack's entities decoded. */
export const meantText = (text: string): string =>
  text
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();

/** Answers the sub-command's name, in lower case, and the rest of the text. */
export function subCommand(text: string): { name: string; rest: string } {
  const [, name = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(meantText(text)) ?? [];
  return { name: name.toLowerCase(), rest };
}
