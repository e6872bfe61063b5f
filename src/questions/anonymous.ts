const longest = 300;

/** What names a person, a device or an address in a question. */
const names: readonly RegExp[] = [
  // Mentions of people, groups and channels, as Slack writes them.
  /<[@#!][^<>]{0,200}>/g,
  /\bmailto:/g,
  /\bhttps?:\/\/\S{1,2000}/g,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/g,
  /(?<!\S)@[\w.-]{1,80}/g,
  /\\\\[\w.$-]{1,80}(?:\\[\w.$-]{1,80}){0,20}/g,
  /\b[\w-]{1,40}\\[\w.$-]{1,80}/g,
];

/** Answers a question as it is counted: lower case, one line, without mentions, addresses and account names. */
export function anonymous(question: string): string {
  const bare = names.reduce((text, name) => text.replace(name, ' '), question.slice(0, 4 * longest));
  const plain = bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.,'%+/-]+/gu, ' ')
    .trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`;
}
