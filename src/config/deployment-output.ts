import { distance } from 'fastest-levenshtein';
import type { Fault, Reading, Subject, Unread } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { Unusable } from '../text/problem.js';
import { shapeOf } from './deployment-output-signs.js';
import { deploymentWords } from './deployment-words.js';
import { notWellFormed, otherObject, twice } from './faults.js';
import { wordCalled } from './names.js';
import { readPrintedCsv } from './printed-csv.js';
import { type Order, orderOf } from './printed-date.js';
import { readPrintedJson } from './printed-json.js';
import { readPrintedList } from './printed-list.js';
import { byName, type Cell, mostObjects, type Printed, type Properties } from './printed-object.js';
import { newUnreads } from './unreads.js';

/** Answers what the output of Get-CMTaskSequenceDeployment states: JSON, CSV or a list, one object or several. */
export function readDeploymentOutput(knowledge: Knowledge, text: string): Reading {
  const words = wordsByProperty(knowledge);
  const isOne = (cells: readonly Cell[]) => cells.some(({ name }) => words.has(name.toLowerCase()));
  const printed = print(text, isOne);
  const all = printed.objects.filter(isOne);
  const objects = all.slice(0, mostObjects);
  if (objects.length === 0)
    throw new Unusable([
      'line 1: no deployment is printed here. Post what Get-CMTaskSequenceDeployment prints, as a list, JSON or CSV.',
    ]);
  const commands = printed.unread.filter(({ text: line }) => command.test(line));
  const context: Context = {
    knowledge,
    words,
    order: orderOf(objects.flat().flatMap((cell) => (cell.text.length < 60 ? [cell.text] : []))),
    fast: commands.some(({ text: line }) => /\s-Fast\b/i.test(line)),
    strange: new Map(),
  };
  const read = objects.map((cells) => readObject(cells, context));
  const broken = printed.broken
    ? [notWellFormed(printed.broken.what, printed.broken.why, printed.broken.actual, printed.broken)]
    : [];
  const strays = printed.objects.flatMap((cells) => (isOne(cells) ? [] : cells.map(leftOver)));
  const [next] = all.slice(mostObjects).flat();
  const unread = [
    ...(next ? [{ line: next.line, text: `… and ${all.length - mostObjects} more objects from here on` }] : []),
    ...printed.unread.filter((one) => !commands.includes(one)),
    ...strays,
    ...read.flatMap((one) => one.unread),
  ];
  const unreads = newUnreads();
  for (const { line, text } of unread.sort((a, b) => a.line - b.line)) unreads.add(line, text);
  return {
    input: 'deployment-output',
    subjects: read.map(({ stated, faults }, at) => ({
      stated,
      faults: at < read.length - 1 ? faults : [...faults, ...broken],
    })),
    unread: unreads.rows(),
  };
}

/** The command that printed it may stand above. */
const command = /\bGet-CM\w{0,40}Deployment\b/i;

function print(text: string, isOne: (cells: readonly Cell[]) => boolean): Printed {
  const shape = shapeOf(text);
  if (shape === 'json') return readPrintedJson(text, isOne);
  return shape === 'csv' ? readPrintedCsv(text) : readPrintedList(text);
}

interface Context {
  readonly knowledge: Knowledge;
  readonly words: ReadonlyMap<string, string>;
  readonly order: Order;
  readonly fast: boolean;
  /** Whether a property that isn't read looks like one that is. */
  readonly strange: Map<string, boolean>;
}

/** Answers the word that each printed property is about, by the property's name in lower case. */
function wordsByProperty(knowledge: Knowledge): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, marks, values } of knowledge.words)
    for (const { flags, properties } of [marks, ...values.map((value) => value.marks)])
      for (const name of [
        ...flags.map(({ property }) => property),
        ...properties.flatMap(({ name, enabled, utc }) => [
          name,
          ...[...enabled, ...utc].map(({ property }) => property),
        ]),
      ])
        if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), id);
  return found;
}

function readObject(cells: readonly Cell[], context: Context): Subject & { readonly unread: readonly Unread[] } {
  const object = byName(cells);
  const { stated, faults, unread } = deploymentWords(context.knowledge, object, context.order, context.fast);
  const strange = cells.filter(({ name, text }) => isStrange(name, context) || isSummaryTime(name, text)).map(leftOver);
  return {
    stated,
    faults: [...faults, ...kindFaults(object), ...repeats(cells, object, context)],
    unread: [...unread, ...strange],
  };
}

const leftOver = ({ name, text, line }: Cell): Unread => ({ line, text: `${name}: ${text.slice(0, 200)}` });

/** A summary's times don't say whether they are in UTC, or in use. */
const isSummaryTime = (name: string, text: string) =>
  text !== '' && /^(?:DeploymentTime|EnforcementDeadline)$/i.test(name);

/** A property that isn't read, although it is called like a word or almost like a property that is read. */
function isStrange(name: string, { knowledge, words, strange }: Context): boolean {
  const key = name.toLowerCase();
  if (words.has(key)) return false;
  const known = strange.get(key);
  if (known !== undefined) return known;
  const near = key.length > 6 && key.length < 60 && [...words.keys()].some((word) => distance(word, key) <= 2);
  const found = near || wordCalled(knowledge, name) !== undefined;
  strange.set(key, found);
  return found;
}

/** A program's deployment has the same properties; so has the summary of any deployment. */
function kindFaults(object: Properties): Fault[] {
  const program = object.get('programname');
  const feature = object.get('featuretype');
  return [
    ...(program && !['', '*'].includes(program.text)
      ? [
          otherObject(
            `ProgramName isn't *: this deploys a program of a package, not a task sequence.`,
            program.text,
            program,
          ),
        ]
      : []),
    ...(feature && !['', '7'].includes(feature.text)
      ? [
          otherObject(
            `FeatureType isn't 7: this deployment is of another kind than a task sequence.`,
            feature.text,
            feature,
          ),
        ]
      : []),
  ];
}

function repeats(cells: readonly Cell[], object: Properties, { words }: Context): Fault[] {
  return cells.flatMap((cell) => {
    const word = words.get(cell.name.toLowerCase());
    const first = object.get(cell.name.toLowerCase());
    return word !== undefined && first && first !== cell && first.text !== cell.text
      ? [twice(word, first.text, first.line, cell.text, cell)]
      : [];
  });
}
