import { parseArgs } from 'node:util';
import type { Pages } from '../knowledge/read.js';
import { problemLine, Unusable } from '../text/problem.js';
import type { Outcome } from './check.js';
import { type Documents, findDocuments } from './documents.js';
import { checks, documentChecks } from './index.js';
import { subjectOf } from './subject.js';

/** What the command may use of the world. */
export interface CheckWorld {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Throws Unusable where they can't be read. */
  readonly pages: () => Pages;
}

/** `npm run check [-- --documents DIR]`: makes all checks and answers the exit code: 0 fine, 1 findings, 2 can't be used. */
export function runChecks(args: readonly string[], world: CheckWorld): number {
  try {
    const folder = documentsFolder(args);
    const subject = subjectOf(world.pages());
    const outcomes: Outcome[] = [];
    const make = (name: string, description: string, check: () => Outcome) => {
      const outcome = check();
      outcomes.push(outcome);
      world.out(`${outcome.findings.length === 0 ? '✓' : '✗'} ${name}: ${description} (${looked(outcome)})\n`);
      for (const line of outcome.told ?? []) world.out(`    ${line}\n`);
    };
    const [first, ...others] = checks;
    if (first) make(first.name, first.description, () => first.check(subject));
    if (outcomes.every(({ findings }) => findings.length === 0)) {
      const documents: Documents | null = folder === undefined ? null : findDocuments(folder, subject.knowledge());
      const start = performance.now();
      const { states, paths } = subject.walked();
      const took = ((performance.now() - start) / 1000).toFixed(1);
      world.out(`  the walk: ${states.length} states walked in ${took} s, standing for ${paths} paths\n`);
      for (const { name, description, check } of others) make(name, description, () => check(subject));
      if (documents)
        for (const { name, description, check } of documentChecks)
          make(name, description, () => check(subject.knowledge(), documents));
      else world.out(`  ${documentChecks.length} more checks need the documents: npm run check -- --documents DIR\n`);
    } else world.out('  the other checks wait until every page can be read\n');
    return close(outcomes, world);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    world.err(`${error.message}\n`);
    return 2;
  }
}

function looked({ looked: what, findings }: Outcome): string {
  return findings.length === 0
    ? what
    : `${what}; ${findings.length === 1 ? '1 finding' : `${findings.length} findings`}`;
}

function close(outcomes: readonly Outcome[], { out }: CheckWorld): number {
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const lines = findings.map(({ place: { file, line }, message }) => problemLine({ file, line, message }));
  out(lines.length === 0 ? '\nAll is well.\n' : `\n${lines.join('\n')}\n\n${lines.length} to mend.\n`);
  return lines.length === 0 ? 0 : 1;
}

function documentsFolder(args: readonly string[]): string | undefined {
  const allowed = 'Write: npm run check, or npm run check -- --documents DIR.';
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: { documents: { type: 'string' } },
  });
  let folder: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') throw new Unusable([`check: "${token.value}" isn't understood. ${allowed}`]);
    if (token.kind !== 'option') continue;
    if (token.name !== 'documents') throw new Unusable([`check: unknown option ${token.rawName}. ${allowed}`]);
    if (!token.value) throw new Unusable([`check: --documents needs a folder. ${allowed}`]);
    if (folder !== undefined && folder !== token.value)
      throw new Unusable([`check: --documents is given twice. ${allowed}`]);
    folder = token.value;
  }
  return folder;
}
