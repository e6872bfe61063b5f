import type { DocumentCheck } from './check.js';

/** Whether the folder holds the documents that the knowledge cites. */
export const documentsFound: DocumentCheck = {
  name: 'documents-found',
  description: 'the documents that the facts cite are in the folder',
  check: (_, documents) => {
    const { folder, found, missing, nested } = documents;
    const told = missing.map((source) => ({
      place: source,
      message: `${source.id} isn't in ${folder} under ${source.files.join(' or ')}. Add its file name as a "- file:" row, or name the right folder.`,
    }));
    // A checkout may have lost a page to an edit of its owner; a plain folder of documents may not.
    const fault = found.size === 0 || !nested;
    return {
      findings: fault ? told : [],
      looked: `${found.size} documents`,
      told: [
        ...(fault ? [] : told.map(({ message }) => message)),
        ...[...found.values()].map(({ source, file }) => `${source.id}: ${file}`),
      ],
    };
  },
};
