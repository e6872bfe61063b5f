import { placesIn } from '../config/places.js';
import type { Posted } from '../config/recognise.js';
import type { Reading } from '../guide/reading.js';
import type { Finding, Report } from '../guide/report-shape.js';
import type { Change, Corrected } from './corrected.js';
import { type Edit, edited, lineStart } from './edits.js';
import type { Setting } from './guesses.js';
import { judgedText, readAgain, withoutLeft } from './judged-text.js';
import { leftRemark, remark } from './remarks.js';
import { type Leaf, leavesOf } from './yaml-leaves.js';
import { type Mended, mendedYaml } from './yaml-mend.js';
import { transcribed } from './yaml-transcript.js';

/** A text is gone over so often; each time leaves fewer errors, so that hardly one needs three. */
const mostRounds = 8;

/** Answers a posted text as corrected YAML: in its own lines where it is YAML that allows it, else written anew. */
export async function correctedYaml(setting: Setting, { reading, text }: Posted, before: Report): Promise<Corrected> {
  const bare = text === null || reading.input !== 'config' ? null : withBreak(withoutLeft(setting, text));
  const own = bare === null ? null : mendedYaml(setting, bare, await readAgain(setting, bare));
  const start = own ? { ...own, lost: [] } : anew(reading, before);
  const { text: mended, changes } = await settled(setting, start);
  const { report } = await judgedText(setting, before.name, mended);
  const written = edited(mended, leftEdits(setting, mended, report));
  const { report: last } = await judgedText(setting, before.name, written);
  const left = [...start.lost, ...last.findings.filter(({ level }) => level !== 'note')];
  return { text: written, language: 'yaml', extension: '.yaml', changes, left, report: last };
}

const withBreak = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);

async function settled(setting: Setting, start: Mended): Promise<Mended> {
  let { text, changes } = start;
  for (let round = 0; round < mostRounds; round++) {
    const next = mendedYaml(setting, text, await readAgain(setting, text));
    if (next === null || next.text === text) break;
    text = next.text;
    changes = [...changes, ...next.changes];
  }
  return { text, changes };
}

/** What can't show in YAML, such as a text that breaks off, is told at its top. */
function anew(reading: Reading, { findings }: Report): Mended & { readonly lost: readonly Finding[] } {
  const { text, lost, mended } = transcribed(reading);
  const told = lost.map(({ line, level, message, rule }) =>
    remark(`${level} in the text that was read, line ${line}: ${message} (${rule})`),
  );
  const changes = mended.map(
    ({ word, actual, rule }): Change => ({ what: word ?? '', from: actual, to: null, fact: rule }),
  );
  return {
    text: `${[...new Set(told)].map((line) => `${line}\n`).join('')}${text}`,
    changes,
    lost: findings.filter(
      ({ fact, line, level }) => level !== 'note' && lost.some((one) => one.rule === fact && one.line === line),
    ),
  };
}

/** Errors and warnings stand above the leaf that they are about, or at the top. */
function leftEdits({ knowledge }: Setting, text: string, { findings }: Report): Edit[] {
  const place = placesIn(text);
  const leaves = (leavesOf(text) ?? []).map((leaf: Leaf) => ({
    leaf,
    from: place(leaf.at).line,
    to: place(leaf.end).line,
  }));
  const told = new Set<string>();
  return findings.flatMap((finding): Edit[] => {
    const line = leftRemark(knowledge, finding);
    const found = leaves.find(({ from, to }) => finding.line !== null && from <= finding.line && finding.line <= to);
    const at = found ? lineStart(text, found.leaf.at) : 0;
    const key = `${at} ${line}`;
    if (line === null || told.has(key)) return [];
    told.add(key);
    const indent = found ? /^[ \t]*/.exec(text.slice(at))?.[0] : '';
    return [{ from: at, to: at, text: `${indent}${line}\n` }];
  });
}
