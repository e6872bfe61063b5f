import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { lineEnd, lineStart } from './edits.js';

/** One `key: value` of YAML in block style: on lines of its own, with no map in its value. */
export interface Leaf {
  readonly key: string;
  readonly value: string | null;
  /** Where the key starts, and where the value does (null where there is none), as offsets. */
  readonly at: number;
  readonly keyLength: number;
  readonly valueAt: number | null;
  readonly valueEnd: number;
  /** Where its last line ends. */
  readonly end: number;
  /** The scalars of the value, with their places. */
  readonly scalars: readonly {
    readonly from: number;
    readonly to: number;
    readonly text: string;
    readonly plain: boolean;
  }[];
}

/** Answers the leaves of a YAML text whose lines can be edited one by one; null where it has another form. */
export function leavesOf(text: string): Leaf[] | null {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if ('empty' in documents || documents.some(({ errors }) => errors.length > 0)) return null;
  const leaves: Leaf[] = [];
  for (const document of documents) {
    let strange = false;
    const meet = (is: boolean) => {
      strange ||= is;
    };
    visit(document, {
      Alias: () => meet(true),
      Value: (_, { anchor, tag }) => meet(anchor !== undefined || tag !== undefined),
    });
    if (strange || (document.contents !== null && !gather(text, document.contents, leaves))) return null;
  }
  return leaves;
}

function gather(text: string, node: unknown, leaves: Leaf[]): boolean {
  // Of an item whose only word is left out nothing remains.
  const isNothing = (item: unknown) => isScalar(item) && item.source === '';
  if (isSeq(node))
    return (
      node.flow !== true && node.items.every((item) => isNothing(item) || (isMap(item) && gather(text, item, leaves)))
    );
  if (!isMap(node)) return false;
  return node.flow === true ? node.items.length === 0 : node.items.every((pair) => gatherPair(text, pair, leaves));
}

function gatherPair(text: string, { key, value }: YAMLMap['items'][number], leaves: Leaf[]): boolean {
  if (!isScalar(key) || !key.range) return false;
  const at = key.range[0];
  if (!/^[ \t]*(?:- +)*$/.test(text.slice(lineStart(text, at), at))) return false;
  if (isMap(value) && value.items.length > 0) return gather(text, value, leaves);
  if (isSeq(value) && value.items.some(isCollection)) return gather(text, value, leaves);
  const scalars = scalarsOf(value);
  if (scalars === null) return false;
  const range = isNode(value) && value.range ? value.range : null;
  const empty = range === null || range[0] === range[1];
  const valueEnd = range === null ? key.range[1] : lastShown(text, range[1]);
  leaves.push({
    key: String(key.value),
    value: scalars.map(({ value: one }) => String(one ?? '')).join(','),
    at,
    keyLength: key.range[1] - at,
    valueAt: empty ? null : range[0],
    valueEnd,
    end: lineEnd(text, Math.max(at, valueEnd)),
    scalars: scalars.flatMap(({ range: own, type, value: one }) =>
      own ? [{ from: own[0], to: own[1], text: String(one ?? ''), plain: type === 'PLAIN' }] : [],
    ),
  });
  return true;
}

function scalarsOf(value: unknown): Scalar[] | null {
  if (value === null) return [];
  if (isScalar(value)) return [value];
  if (!isSeq(value)) return null;
  return value.items.every((item) => isScalar(item)) ? value.items : null;
}

/** A block's range reaches over the line breaks behind it. */
const lastShown = (text: string, end: number): number => text.slice(0, end).trimEnd().length;
