import { readPages } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import { staleFiles, writeFiles } from './files.js';
import { generatedFiles } from './generated.js';

/** Where the command prints. */
export interface Printer {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** `npm run graph [-- --check]`: makes the files under docs of a root folder; 0 done or fresh, 1 stale, 2 can't be used. */
export async function graphCommand(args: readonly string[], root: string, { out, err }: Printer): Promise<number> {
  try {
    const strays = args.filter((arg) => arg !== '--check');
    if (strays.length > 0)
      throw new Unusable([`graph: unknown argument "${strays.join(' ').slice(0, 60)}". It takes --check or nothing.`]);
    const files = await generatedFiles(readPages(root));
    const stale = staleFiles(root, files);
    if (!args.includes('--check')) {
      writeFiles(root, files);
      out(`${files.size} files in docs/ are made, ${stale.length} of them changed.\n`);
      return 0;
    }
    for (const { file, why } of stale) err(`${file}: ${why}\n`);
    out(stale.length === 0 ? `${files.size} files in docs/ are fresh.\n` : 'Make them again: npm run graph\n');
    return stale.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    err(`${error.message}\n`);
    return 2;
  }
}
