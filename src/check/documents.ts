import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.js';
import { type Passage, passages } from '../knowledge/passages.js';
import type { SourceDocument } from '../knowledge/sources.js';
import { Unusable } from '../text/problem.js';

/** A document found in a folder, with what it states. */
export interface FoundDocument {
  readonly source: SourceDocument;
  /** Its path in the folder. */
  readonly file: string;
  readonly passages: readonly Passage[];
}

/** The documents of a folder, by id. */
export interface Documents {
  readonly folder: string;
  readonly found: ReadonlyMap<string, FoundDocument>;
  readonly missing: readonly SourceDocument[];
  /** Whether the folder holds folders, as a checkout does: there a document may have been moved or removed. */
  readonly nested: boolean;
}

const passedOver = new Set(['.git', 'node_modules']);

/** Answers the documents that a folder, or a checkout of Microsoft's tree, holds under their file names. Throws Unusable. */
export function findDocuments(folder: string, knowledge: Knowledge): Documents {
  const { files, nested } = list(folder);
  const found = new Map<string, FoundDocument>();
  const missing: SourceDocument[] = [];
  for (const source of knowledge.documents.values()) {
    if (source.files.length === 0) continue;
    const named = files.filter((file) => source.files.some((name) => `/${file}`.endsWith(`/${name}`)));
    const document = likeliest(
      named.map((file) => ({ source, file, passages: passages(read(folder, file)) })),
      knowledge,
    );
    if (document) found.set(source.id, document);
    else missing.push(source);
  }
  return { folder, found, missing, nested };
}

/** Of several files of that name the one that most citations fit, or else the one nearest to the top. */
function likeliest(candidates: readonly FoundDocument[], { facts }: Knowledge): FoundDocument | undefined {
  const fitting = ({ source, passages: own }: FoundDocument) => {
    const hashes = new Set(own.map(({ hash }) => hash));
    const cited = facts.flatMap(({ citations }) =>
      citations.flatMap((one) => (one.document === source.id ? one.passages : [])),
    );
    return cited.filter((hash) => hashes.has(hash)).length;
  };
  const [best] = candidates
    .map((document) => ({ document, fits: candidates.length > 1 ? fitting(document) : 0 }))
    .sort((a, b) => b.fits - a.fits || a.document.file.length - b.document.file.length);
  return best?.document;
}

function list(folder: string): { files: string[]; nested: boolean } {
  const files: string[] = [];
  let nested = false;
  const open = (path: string) => {
    for (const entry of entries(path)) {
      const at = join(path, entry.name);
      if (entry.isDirectory() && !passedOver.has(entry.name)) {
        nested = true;
        open(at);
      } else if (entry.isFile() && entry.name.endsWith('.md')) files.push(relative(folder, at).split(sep).join('/'));
    }
  };
  open(folder);
  return { files: files.sort(), nested };
}

function entries(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    throw new Unusable([
      `--documents ${path}: the folder can't be read (${codeOf(error)}). Name the folder of the documents, or a checkout of them.`,
    ]);
  }
}

function read(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    throw new Unusable([`${join(folder, file)}: the document can't be read (${codeOf(error)}).`]);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
