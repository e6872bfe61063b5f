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

/**
 * Answers the sub-command's name, in lower case, and the rest of the text; a text that begins with an answer is for a plan.
 * A line that was copied with the command's own name counts like one without.
 */
export function subCommand(text: string): { name: string; rest: string } {
  const meant = meantText(text).replace(/^`?(?:npx )?\/?tsdeploy\s+(?=\S)/, '');
  const [, name = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(meant) ?? [];
  if (name.includes('=')) return { name: 'plan', rest: meant };
  return { name: name.toLowerCase(), rest };
}
