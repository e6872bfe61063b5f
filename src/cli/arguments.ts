import { parseArgs } from 'node:util';
import type { Pair } from '../config/pairs.js';
import { didYouMean } from '../text/nearest.js';
import { Unusable } from '../text/problem.js';

/** What a command takes besides files. */
export interface Shape<Format extends string> {
  readonly command: string;
  readonly formats: readonly Format[];
  readonly flags: readonly string[];
  /** The options that take a value, where they aren't the usual ones. */
  readonly takers?: readonly string[];
}

/** The arguments of a command, read. */
export interface Arguments<Format extends string> {
  readonly files: readonly string[];
  readonly set: readonly Pair[];
  readonly format: Format;
  readonly options: {
    readonly today: string | undefined;
    readonly batch: string | undefined;
    readonly flags: ReadonlySet<string>;
    /** The values of the command's own options. */
    readonly own: ReadonlyMap<string, string>;
  };
}

/** Answers a command's arguments. Throws Unusable with what is allowed. */
export function readArguments<Format extends string>(args: readonly string[], shape: Shape<Format>): Arguments<Format> {
  const takers = shape.takers ?? ['set', 'format', 'today', 'batch'];
  const known = [...takers, ...shape.flags];
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries([
      ...takers.map((name) => [name, { type: 'string' as const, multiple: true }]),
      ...shape.flags.map((name) => [name, { type: 'boolean' as const }]),
    ]),
  });
  const fail = (message: string): never => {
    throw new Unusable([`tsdeploy ${shape.command}: ${message}`]);
  };
  const files: string[] = [];
  const set: Pair[] = [];
  const flags = new Set<string>();
  const single = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!known.includes(name))
      fail(
        `unknown option ${rawName}.${didYouMean(
          rawName,
          known.map((one) => `--${one}`),
        )} Options: ${known.map((one) => `--${one}`).join(', ')}.`,
      );
    if (shape.flags.includes(name)) {
      if (value !== undefined) fail(`${rawName} takes no value.`);
      flags.add(name);
    } else if (value === undefined) fail(`${rawName} needs a value.`);
    else if (name === 'set') set.push(pairOf(value, fail));
    else if (single.has(name) && single.get(name) !== value) fail(`${rawName} is given twice. Keep one.`);
    else single.set(name, value);
  }
  const wanted = single.get('format') ?? shape.formats[0];
  const format =
    shape.formats.find((one) => one === wanted) ??
    fail(
      `unknown format "${wanted}".${didYouMean(String(wanted), shape.formats)} Formats: ${shape.formats.join(', ')}.`,
    );
  return {
    files,
    set,
    format,
    options: { today: single.get('today'), batch: single.get('batch'), flags, own: single },
  };
}

/** Answers the pair that `word=value` states. */
export function pairOf(text: string, fail: (message: string) => never): Pair {
  const at = text.indexOf('=');
  return at < 1
    ? fail(`--set needs word=value, not "${text.slice(0, 60)}".`)
    : [text.slice(0, at).trim(), text.slice(at + 1).trim(), 1];
}
