/** At most this many words of a question are read, from its beginning and from its end. */
const most = 160;

/** Answers the words of a text: small letters and digits, no accents, "can't" as "can not". */
export function tokens(text: string): string[] {
  const found = wordsIn(text);
  return found.length <= most ? found : [...found.slice(0, most / 2), ...found.slice(-most / 2)];
}

/** Most texts are plain already, and needn't be looked through. */
const wordsIn = (text: string): string[] =>
  /^[\x20-\x7e]*$/.test(text)
    ? (spelledOut(text.toLowerCase()).match(/[a-z0-9]+/g) ?? [])
    : (spelledOut(plain(text)).match(/[\p{L}\p{N}]+/gu) ?? []);

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'");

const shortened = /'|\bcan(?:no)?t\b|\b(?:do|does|dose|is|are|was|has|have|did)nt\b/;

const spelledOut = (text: string): string =>
  shortened.test(text)
    ? text
        .replace(/\bcan'?t\b|\bcannot\b/g, 'can not')
        .replace(/\bwon't\b/g, 'will not')
        .replace(/n't\b/g, ' not')
        .replace(/\b(do|does|dose|is|are|was|has|have|did)nt\b/g, '$1 not')
        .replace(/'s\b/g, '')
    : text;
