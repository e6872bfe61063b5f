import { linkPages } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import type { Check, Finding } from './check.js';

/** Whether every page can be read and every word and value is known. */
export const wordsKnown: Check = {
  name: 'words-known',
  description: 'every page can be read, and every word and value in it is known',
  check: ({ pages }) => {
    const looked = `${pages.size} pages`;
    try {
      const { cmdlets, signatures } = linkPages(pages);
      return { looked: `${looked}, ${cmdlets.list.length} cmdlets called, ${signatures.size} read`, findings: [] };
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      return { looked, findings: error.lines.map(findingOf) };
    }
  },
};

function findingOf(line: string): Finding {
  const [, file = 'knowledge', number = '1', message = line] = /^(.+?):(\d+): (.*)$/s.exec(line) ?? [];
  return { place: { file, line: Number(number) }, message };
}
