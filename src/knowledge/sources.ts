import type { Place, Section } from '../text/sections.js';
import type { Citation } from './facts.js';
import { checkRows, type Report, rowOf, rowsOf, textOf } from './rows.js';

/** Where a statement comes from, ready to print. */
export interface Source {
  readonly document: string;
  readonly heading: string;
  readonly url: string | null;
  readonly inferred?: true;
}

/** A document that facts cite. */
export interface SourceDocument extends Place {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  /** File names it may have in a folder of documents. */
  readonly files: readonly string[];
  /** Heading → anchor, where it isn't made from the heading. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Title → address, for a collection of articles. */
  readonly articles: ReadonlyMap<string, string>;
  /** Passage hash → why no fact cites it. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/** Answers the documents of the source pages, by id. */
export function readSources(pages: readonly (readonly Section[])[], report: Report): Map<string, SourceDocument> {
  const documents = new Map<string, SourceDocument>();
  for (const [section] of pages) {
    if (!section) continue;
    const { rows } = section;
    checkRows(
      rows,
      { document: 'once', file: 'often', url: 'once', anchors: 'once', articles: 'once', 'left out': 'once' },
      report,
    );
    const id = textOf(rows, 'document');
    if (id === '') report(section, 'a source page names its document: "- document: id".');
    documents.set(id, {
      file: section.file,
      line: section.line,
      id,
      title: section.heading,
      url: rowOf(rows, 'url')?.value ?? null,
      files: rowsOf(rows, 'file').map((row) => row.value),
      anchors: pairs(section, 'anchors'),
      articles: pairs(section, 'articles'),
      leftOut: pairs(section, 'left out'),
    });
  }
  return documents;
}

const pairs = (section: Section, name: string) =>
  new Map((rowOf(section.rows, name)?.rows ?? []).map((row) => [row.name, row.value]));

/** Answers the address of a heading in a document, or null where it has none. */
export function address(document: SourceDocument, heading: string): string | null {
  if (document.articles.size > 0) return document.articles.get(heading) ?? null;
  if (document.url === null) return null;
  const anchor =
    document.anchors.get(heading) ??
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');
  return `${document.url}#${anchor}`;
}

/** Answers a citation with its address, ready to print. */
export function sourceOf(citation: Citation, documents: ReadonlyMap<string, SourceDocument>): Source {
  const document = documents.get(citation.document);
  const source = {
    document: citation.document,
    heading: citation.heading,
    url: document ? address(document, citation.heading) : null,
  };
  return citation.inferred ? { ...source, inferred: true } : source;
}
