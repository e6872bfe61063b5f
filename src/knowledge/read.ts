import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemLine, Unusable } from '../text/problem.js';
import { type Section, sections } from '../text/sections.js';
import { readCmdlets } from './cmdlets.js';
import { readFacts } from './facts.js';
import { readFlow } from './flow.js';
import type { Knowledge } from './knowledge.js';
import { linkFacts } from './link.js';
import { type Report, reporter } from './rows.js';
import { readSignatures } from './signatures.js';
import { checkFacts, checkFlow } from './sound.js';
import { checkWords } from './sound-words.js';
import { readSources, sourceOf } from './sources.js';
import { readSpeech } from './speech.js';
import { readVocabulary } from './vocabulary.js';

/** The folder that holds knowledge/ and flows/. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Where the example answers stand, from the root: one line as a plan ends with. */
export const exampleFile = 'flows/example.txt';

/** The text of every page, by path from the root. */
export type Pages = ReadonlyMap<string, string>;

const cmdletsPage = 'knowledge/cmdlets.md';
const parametersPage = 'knowledge/parameters.md';
const speechFolder = 'knowledge/questions';
const folders = ['knowledge/vocabulary', 'knowledge/facts', 'knowledge/sources', speechFolder, 'flows'] as const;

/** Answers the pages of a root folder. Throws Unusable where a folder or file can't be read. */
export function readPages(root: string = packageRoot): Pages {
  const pages = new Map<string, string>();
  const read = (path: string) => pages.set(path, readFileSync(join(root, path), 'utf8'));
  for (const place of [...folders, cmdletsPage, parametersPage, exampleFile]) {
    try {
      if (/\.\w+$/.test(place)) read(place);
      else for (const name of readdirSync(join(root, place)).sort()) if (name.endsWith('.md')) read(`${place}/${name}`);
    } catch (error) {
      throw new Unusable([
        `${place}: can't be read (${error instanceof Error ? error.message : String(error)}). Reinstall tsdeploy, or name the right folder.`,
      ]);
    }
  }
  return pages;
}

/** Answers what the pages state. Throws Unusable with one line for everything that is wrong in them. */
export function linkPages(pages: Pages): Knowledge {
  const { report, problems } = reporter();
  const pagesIn = (folder: (typeof folders)[number]) =>
    [...pages].filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.md'));
  const inFolder = (folder: (typeof folders)[number]): Section[][] =>
    pagesIn(folder).map(([path, text]) => sections(path, text));
  const page = (path: string) => sections(path, pages.get(path) ?? '');
  const words = readVocabulary(inFolder('knowledge/vocabulary'), report);
  const wordById = new Map(words.map((word) => [word.id, word]));
  const facts = readFacts(pagesIn('knowledge/facts'), report);
  const documents = readSources(inFolder('knowledge/sources'), report);
  const questions = readFlow(inFolder('flows'), report);
  const version = words.find((word) => word.type === 'version');
  const rules = linkFacts(facts, wordById, version, report);
  checkWords(words, report);
  checkFacts(facts, wordById, documents, report);
  checkFlow(questions, words, report);
  if (!version) report({ file: 'knowledge/vocabulary', line: 1 }, 'no word of type version: one page needs it.');
  if (problems.length > 0 || !version) throw new Unusable(problems.map(problemLine));
  const sources = facts.map((fact) => fact.citations.map((citation) => sourceOf(citation, documents)));
  const cmdlets = once(() => readLater((tell) => readCmdlets(page(cmdletsPage), wordById, tell)));
  const signatures = once(() => readLater((tell) => readSignatures(page(parametersPage), wordById, cmdlets(), tell)));
  const speech = once(() =>
    readLater((tell) => {
      const of = (name: string): readonly [path: string, text: string] => {
        const path = `${speechFolder}/${name}.md`;
        return [path, pages.get(path) ?? ''];
      };
      const all = { synonyms: of('synonyms'), signs: of('signs'), elsewhere: of('elsewhere'), unclear: of('unclear') };
      return readSpeech(all, wordById, tell);
    }),
  );
  return Object.freeze({
    ...freeze({ words, wordById, version, facts, rules, sources, questions, documents }),
    get cmdlets() {
      return cmdlets();
    },
    get signatures() {
      return signatures();
    },
    get speech() {
      return speech();
    },
  });
}

/** Few commands need the pages on PowerShell, or on how people ask: they are read when first asked for. Throws Unusable. */
function readLater<T extends object>(read: (report: Report) => T): T {
  const { report, problems } = reporter();
  const found = read(report);
  if (problems.length > 0) throw new Unusable(problems.map(problemLine));
  return freeze(found);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Answers the knowledge of a root folder. Throws Unusable, with everything that is wrong in it. */
export const readKnowledge = (root?: string): Knowledge => linkPages(readPages(root));

function freeze<T extends object>(value: T): T {
  for (const part of Array.isArray(value) ? value : Object.values(value))
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) freeze(part);
  return Object.freeze(value);
}
