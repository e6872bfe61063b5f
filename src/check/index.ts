import { anyOrder } from './any-order.js';
import { asksAnswered } from './asks-answered.js';
import type { Check, DocumentCheck } from './check.js';
import { documentsFound } from './documents-found.js';
import { factsApply } from './facts-apply.js';
import { factsMatter } from './facts-matter.js';
import { fewPassages } from './few-passages.js';
import { noContradiction } from './no-contradiction.js';
import { ownWords } from './own-words.js';
import { passageLabels } from './passage-labels.js';
import { passagesBinding } from './passages-binding.js';
import { passagesCovered } from './passages-covered.js';
import { passagesExist } from './passages-exist.js';
import { pathsEnd } from './paths-end.js';
import { questionsMatter } from './questions-matter.js';
import { roundTrip } from './round-trip.js';
import { wordsKnown } from './words-known.js';

/** The checks of the knowledge by itself. The first alone can look at pages that don't link. */
export const checks: readonly Check[] = [
  wordsKnown,
  pathsEnd,
  noContradiction,
  factsApply,
  factsMatter,
  questionsMatter,
  anyOrder,
  roundTrip,
  fewPassages,
  asksAnswered,
];

/** The checks of the knowledge beside a folder of the documents. */
export const documentChecks: readonly DocumentCheck[] = [
  documentsFound,
  passagesExist,
  passagesCovered,
  passageLabels,
  passagesBinding,
  ownWords,
];
