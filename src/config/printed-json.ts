import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { Unusable } from '../text/problem.js';
import { isJson, jsonBefore, jsonFlaw, jsonSpan } from './json-text.js';
import { placesIn, type TextPlace } from './places.js';
import { byName, type Cell, type Printed } from './printed-object.js';
import { strayLines } from './stray-lines.js';

/** ConvertTo-Json goes 100 levels deep at most. */
const deepest = 100;
/** A megabyte of deployments has half as many. */
const mostValues = 60_000;

/** Answers the objects of a text that ConvertTo-Json printed, whatever stands around it. */
export function readPrintedJson(text: string, isOne: (cells: readonly Cell[]) => boolean): Printed {
  const at = text.search(/^[ \t]*[[{]/m);
  if (at < 0) return { objects: [], unread: strayLines(text, 0), broken: null };
  const place = placesIn(text);
  const { end } = jsonSpan(text, at);
  const json = text.slice(at, end);
  const flaw = isJson(json) ? null : jsonFlaw(json);
  const sound = flaw === null ? json : jsonBefore(json, flaw.end);
  const { depth, values } = jsonSpan(sound, 0);
  if (depth > deepest || values > mostValues)
    throw new Unusable([
      `line ${place(at).line}: this JSON has ${values} values, ${depth} levels deep; ${mostValues} values and ${deepest} levels are read at most.`,
    ]);
  // Every scalar stays text; places come with it. YAML reads JSON, and more: so it is given no more than JSON.
  const { contents } = parseDocument(sound, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const context: Context = { place: (node) => place(at + (node.range?.[0] ?? 0)), isOne, objects: [], unread: [] };
  if (contents) collect(contents, context);
  // The line of a flaw stands in its fault.
  const next = flaw === null ? end : text.indexOf('\n', at + flaw.end) + 1;
  const rest = next === 0 ? [] : strayLines(text.slice(next), place(next).line - 1);
  return {
    objects: context.objects,
    unread: [...strayLines(text.slice(0, at), 0), ...context.unread, ...rest],
    broken: flaw === null ? null : brokenAt(json, flaw.at, (offset) => place(at + offset)),
  };
}

function brokenAt(json: string, flaw: number, place: (offset: number) => TextPlace): Printed['broken'] {
  const end = json.trimEnd().length;
  const letter = json[flaw];
  const at = Math.max(0, Math.min(flaw, end - 1));
  const why = flaw >= end || letter === undefined ? 'it breaks off here' : `${JSON.stringify(letter)} can't stand here`;
  const start = json.lastIndexOf('\n', at) + 1;
  const [line = ''] = json.slice(start, start + 200).split('\n');
  return { ...place(at), what: 'JSON', why, actual: line.trim() };
}

interface Context {
  readonly place: (node: Node) => TextPlace;
  readonly isOne: (cells: readonly Cell[]) => boolean;
  readonly objects: (readonly Cell[])[];
  readonly unread: { line: number; text: string }[];
}

/** Collects the objects that `isOne` knows, also inside `value` and `Count`, and other wrappers. */
function collect(node: Node, context: Context): void {
  if (isSeq(node)) {
    for (const item of node.items) if (isMap(item) || isSeq(item)) collect(item, context);
  } else if (isMap(node)) {
    const cells = cellsOf(node, context, 0);
    if (context.isOne(cells)) context.objects.push(cells);
    else {
      const inner = node.items.flatMap(({ value }) => (isMap(value) || isSeq(value) ? [value] : []));
      for (const item of inner) collect(item, context);
      if (inner.length === 0)
        context.unread.push({ line: context.place(node).line, text: cells.map(({ name }) => name).join(', ') });
    }
  }
}

/** Objects inside a property's objects hold nothing that is read. */
const nested = 4;

function cellsOf(map: YAMLMap, context: Context, depth: number): Cell[] {
  return map.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const node = isScalar(value) || isMap(value) || isSeq(value) ? value : key;
    const cell = { name: String(key.value), ...context.place(node) };
    return [{ ...cell, ...contentOf(value, context, depth) }];
  });
}

function contentOf(value: unknown, context: Context, depth: number): Pick<Cell, 'text' | 'objects'> {
  if (isScalar(value))
    return { text: value.type === 'PLAIN' && value.value === 'null' ? '' : String(value.value ?? ''), objects: [] };
  if (depth >= nested) return { text: '', objects: [] };
  if (isSeq(value)) {
    const items = value.items.map((item) => contentOf(item, context, depth + 1));
    return {
      text: items.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n'),
      objects: items.flatMap(({ objects }) => objects),
    };
  }
  if (!isMap(value)) return { text: '', objects: [] };
  const properties = byName(cellsOf(value, context, depth + 1));
  // Windows PowerShell wraps a list as {value, Count} and a date as {value, DateTime}.
  const wrapped = properties.get('value');
  if (!wrapped) return { text: '', objects: [properties] };
  const clock = properties.get('datetime');
  return { text: clock && clock.text !== '' ? clock.text : wrapped.text, objects: wrapped.objects };
}
