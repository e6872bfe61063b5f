import type { Plan, Setting } from '../guide/plan-shape.js';
import { labelOf } from '../guide/wording.js';
import { type Knowledge, valuesIn } from '../knowledge/knowledge.js';
import type { Source } from '../knowledge/sources.js';
import type { Word } from '../knowledge/vocabulary.js';

/** Answers the settings that a script is made from, in wizard order: the plan's, and asked words that cmdlets set. */
export function wantedOf(plan: Plan, knowledge: Knowledge): Setting[] {
  const shown = new Map(plan.settings.map((setting) => [setting.word, setting]));
  return knowledge.words.flatMap((word) => {
    const own = shown.get(word.id);
    if (own) return [own];
    if (word.role !== 'asked' || word.powershell === null) return [];
    return word.listed ? [wanted(word, word.full, 'required', [])] : checked(plan, knowledge, word);
  });
}

/** An asked word that stands on no page of the wizard is set where the checklist asks something of it. */
function checked(plan: Plan, knowledge: Knowledge, word: Word): Setting[] {
  const item = plan.checklist.find(({ words }) => words.includes(word.id));
  const fact = knowledge.facts.find(({ id }) => id === item?.fact);
  const must = knowledge.rules[fact?.index ?? -1]?.must.find((test) => test.word === word.index);
  if (!item || must?.kind !== 'values') return [];
  const answer = word.values.findIndex(({ id }) => id === plan.answers[word.id]);
  return [wanted(word, answer < 0 ? must.mask : 1 << answer, 'optional', item.sources)];
}

function wanted(word: Word, mask: number, force: Setting['force'], sources: readonly Source[]): Setting {
  const values = valuesIn(word, mask).map(({ id }) => id);
  const { label, where, page } = word;
  const valueLabels = values.map((value) => labelOf(word, value));
  return { word: word.id, label, where, page, values, valueLabels, force, facts: [], sources };
}
