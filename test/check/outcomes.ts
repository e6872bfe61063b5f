import { classesOf } from '../../src/check/classes.js';
import { residueOf } from '../../src/check/residue.js';
import type { Answers } from '../../src/guide/answers.js';
import { blockableOnly } from '../../src/guide/blockable.js';
import { judgeAnswers } from '../../src/guide/judged.js';
import { openQuestions } from '../../src/guide/open.js';
import type { Knowledge } from '../../src/knowledge/knowledge.js';

/** Answers paths to the end, one for each way in which the facts about settings come out, up to a number of them. */
export function outcomes(knowledge: Knowledge, today: string, most: number): Answers[] {
  const classes = classesOf(knowledge, today);
  const residue = residueOf(knowledge);
  const settings = new Set(knowledge.words.filter(({ role }) => role === 'set').map(({ index }) => index));
  const blocks = new Set(blockableOnly(knowledge).facts.map(({ id }) => id));
  const about = knowledge.rules.flatMap(({ when, must }, at) =>
    blocks.has(knowledge.facts[at]?.id ?? '') && [...when, ...must].some(({ word }) => settings.has(word)) ? [at] : [],
  );
  const met = new Set<string>();
  const ends: Answers[] = [];
  const waiting: Answers[] = [new Map()];
  for (let answers = waiting.pop(); answers && ends.length < most; answers = waiting.pop()) {
    const judged = judgeAnswers(knowledge, answers, today);
    const key = [
      residue(judged),
      ...about.map((at) => judged.when[at]),
      ...[...settings].map((index) => judged.state.masks[index]),
    ].join();
    if (met.has(key)) continue;
    met.add(key);
    const [question] = openQuestions(judged);
    const word = knowledge.wordById.get(question?.word ?? '');
    if (!word) ends.push(answers);
    else for (const { value } of classes(word, answers)) waiting.push(new Map(answers).set(word.id, value));
  }
  return ends;
}
