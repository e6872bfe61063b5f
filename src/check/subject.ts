import type { Knowledge } from '../knowledge/knowledge.js';
import { linkPages, type Pages } from '../knowledge/read.js';
import type { Subject } from './check.js';
import { walkDay } from './moments.js';
import { type Walked, walk } from './walk.js';

/** Answers what the checks look at: pages, linked and walked when first asked for. */
export function subjectOf(pages: Pages): Subject {
  let linked: Knowledge | undefined;
  let walked: Walked | undefined;
  const knowledge = () => {
    linked ??= linkPages(pages);
    return linked;
  };
  return {
    pages,
    knowledge,
    walked: () => {
      walked ??= walk(knowledge(), walkDay(knowledge()));
      return walked;
    },
  };
}
