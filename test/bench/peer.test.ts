import { describe, expect, test } from 'vitest';
import { answerSets } from '../../src/bench/answer-sets.js';
import { peerOf } from '../../src/bench/peer.js';
import { mustAgree } from '../../src/bench/peer-agrees.js';
import { documented, tuned } from '../../src/bench/peer-form.js';
import { binding } from '../../src/knowledge/link.js';
import { readKnowledge } from '../../src/knowledge/read.js';

const knowledge = readKnowledge();
const sets = answerSets(knowledge, 45, 3);

describe.each([
  ['as documented', documented],
  ['tuned by hand', tuned],
])('json-rules-engine %s', (_, form) => {
  const peer = peerOf(knowledge, form);

  test('gives the blockers and settings of the plan', async () => {
    await expect(mustAgree(knowledge, peer, sets)).resolves.toBeUndefined();
  });

  test('is not compared if it knows a fact less', async () => {
    const blocking = (await Promise.all(sets.map(({ answers }) => peer(answers)))).flatMap(({ blockers }) => blockers);
    const lost = knowledge.facts.find((fact) => binding(fact) && fact.id === blocking[0]);
    const facts = knowledge.facts.map((fact) => (fact === lost ? { ...fact, must: [] } : fact));
    const poorer = peerOf({ ...knowledge, facts }, form);
    await expect(mustAgree(knowledge, poorer, sets)).rejects.toThrow(/disagrees on .+=/);
  });

  test('is not compared if it leaves another value', async () => {
    const other: typeof peer = async (answers) => {
      const plan = await peer(answers);
      const [word = ''] = Object.keys(plan.settings);
      return { ...plan, settings: { ...plan.settings, [word]: ['another'] } };
    };
    await expect(mustAgree(knowledge, other, sets)).rejects.toThrow('disagrees');
  });
});
