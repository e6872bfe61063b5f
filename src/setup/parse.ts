import * as v from 'valibot';
import { isNode, parseDocument } from 'yaml';
import { Unusable } from '../text/problem.js';
import { placed } from './issues.js';
import { type Setup, setupShape } from './setup.js';

/** Answers what a text sets up. Throws Unusable with one line for everything that is wrong in it. */
export function parseSetup(file: string, text: string): Setup {
  const document = parseDocument(text);
  if (document.errors.length > 0)
    throw new Unusable(document.errors.map(({ message }) => `${file}: ${message.split('\n')[0]}`));
  const given: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const read = v.safeParse(setupShape, given);
  if (read.success) return read.output;
  const lineOf = (path: readonly unknown[]) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return text.slice(0, node.range[0]).split('\n').length;
    }
    return 1;
  };
  throw new Unusable(
    read.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => key);
      return `${file}:${lineOf(path)}: ${placed(issue)}`;
    }),
  );
}
