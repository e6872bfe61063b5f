import { cleaned, type Pasted } from '../config/powershell-clean.js';
import { isRemark, type Node, type Parse } from '../config/powershell-grammar.js';
import { piecesOf } from '../config/powershell-pieces.js';
import { patienceFor } from '../config/powershell-read.js';

/** Answers how many pieces of a script don't parse. */
export function flawsIn(parse: Parse, code: string): number {
  const patience = patienceFor(code.length);
  const count = (node: Node): number =>
    node.children.reduce((sum, child) => sum + count(child), node.type === 'ERROR' || node.missing ? 1 : 0);
  return piecesOf(code).reduce((sum, { from, to }) => {
    const tree = parse(code.slice(from, to), from, patience, () => true);
    return sum + (tree ? count(tree) : 1);
  }, 0);
}

/** Answers a pasted script as one that parses: as it is, or else without what a page, a console or a chat put into it. */
export function scriptOf(parse: Parse, text: string): string {
  const pasted = cleaned(text);
  const sound = (code: string) => flawsIn(parse, code) === 0;
  const plain = hasPrompts(pasted) ? [] : [text, withQuotedLists(text), pasted.text, withQuotedLists(pasted.text)];
  const restored = withTexts(parse, pasted);
  return [...plain, restored, withQuotedLists(restored)].find(sound) ?? text;
}

/** Whether something that isn't space stands as space in the code: prompts, line numbers, fences. */
const hasPrompts = ({ text, code }: Pasted): boolean =>
  [...code].some((character, at) => character === ' ' && /[^\s\u00ad\u200b-\u200f]/.test(text.charAt(at)));

const list =
  /([\s(]-[A-Za-z]\w{0,60}(?:[ \t]{1,8}|:))([A-Za-z]\w{0,80}(?:[ \t]{0,8},[ \t]{0,8}[A-Za-z]\w{0,80}){1,40})(?=[\s);|}]|$)/g;

/** The grammar doesn't know lists of words without quotes. */
const withQuotedLists = (code: string): string =>
  code.replace(list, (_, name: string, words: string) => name + words.replace(/[A-Za-z]\w*/g, "'$&'"));

const literal = /string|comment/;

/** The plain code of a paste, with its texts and remarks as they were written. */
function withTexts(parse: Parse, { text, code }: Pasted): string {
  let restored = code;
  const put = (node: Node): void => {
    if (!literal.test(node.type)) {
      node.children.forEach(put);
      return;
    }
    const [from, to] = [node.start + 1, isRemark(node.type) ? node.end : node.end - 1];
    const inner = text.slice(from, to);
    if (!/[‘’‚‛“”„]/.test(inner)) restored = restored.slice(0, from) + inner + restored.slice(to);
  };
  const patience = patienceFor(code.length);
  for (const { from, to } of piecesOf(code)) {
    const tree = parse(code.slice(from, to), from, patience, () => true);
    if (tree) put(tree);
  }
  return restored;
}
