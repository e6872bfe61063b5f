import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkDay } from '../../src/check/moments.js';
import { walk } from '../../src/check/walk.js';
import { blocksOf } from '../../src/graph/flow/blocks.js';
import { flowCharts } from '../../src/graph/flow/charts.js';
import { flowParts } from '../../src/graph/flow/parts.js';
import type { Step, Way } from '../../src/graph/flow/steps.js';
import { judgeAnswers } from '../../src/guide/judged.js';
import { openQuestions } from '../../src/guide/open.js';
import { makePlan } from '../../src/guide/plan.js';
import type { OpenQuestion } from '../../src/guide/plan-shape.js';
import { unknown } from '../../src/guide/value.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { runs } from '../campaign.js';

const knowledge = readKnowledge();
const today = walkDay(knowledge);
const { word, parts, end } = flowParts(knowledge);
const charts = flowCharts(knowledge);

/** Whether words for numbers, such as "at least Maximum size", are true of a number after some answers. */
function isTrue(name: string, value: number, answers: ReadonlyMap<string, string>): boolean {
  const [, how, than] = /^(at least|at most|more than|fewer than|exactly|not) (.+)$/.exec(name) ?? [];
  if (than === undefined) return name === 'any number' || name === String(value);
  const bound = Number(answers.get(knowledge.words.find(({ label }) => label === than)?.id ?? '') ?? than);
  if (how === 'at least') return value >= bound;
  if (how === 'at most') return value <= bound;
  if (how === 'more than') return value > bound;
  if (how === 'fewer than') return value < bound;
  return how === 'exactly' ? value === bound : value !== bound;
}

const among = (
  names: ReadonlySet<string>,
  question: OpenQuestion,
  value: string,
  answers: ReadonlyMap<string, string>,
) => (question.type === 'number' ? [...names].some((name) => isTrue(name, Number(value), answers)) : names.has(value));

function wayOf(step: Step, value: string, answers: ReadonlyMap<string, string>): Way | undefined {
  const { question } = step;
  return step.ways.find((way) =>
    value === unknown ? way.unknown : question !== null && among(way.answers, question, value, answers),
  );
}

test('the chart of a part asks what the guide asks, on any path, and a plan is blocked only after a red answer', () => {
  const picks = fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(fc.nat(parts.length - 1), picks, (at, choices) => {
      const value = word.values[at]?.id ?? unknown;
      const answers = new Map([[word.id, value]]);
      let step = parts[at]?.start;
      let red = false;
      for (const pick of choices) {
        const [question] = openQuestions(judgeAnswers(knowledge, answers, today));
        expect(step?.question?.word).toBe(question?.word);
        if (!question || !step) break;
        const options =
          question.type === 'number' ? ['0', '1', '7', '1000'] : question.options.map((option) => option.value);
        const answer = [...options, unknown][pick % (options.length + 1)] ?? unknown;
        const way = wayOf(step, answer, answers);
        red ||= answer !== unknown && way !== undefined && among(way.blocking, question, answer, answers);
        answers.set(question.word, answer);
        step = way?.to;
      }
      const plan = makePlan(knowledge, answers, today);
      expect(plan.open).toEqual([]);
      if (plan.verdict === 'blocked') expect(red).toBe(true);
    }),
    runs(300),
  );
});

test('an answer is red exactly if it blocks a plan that was not blocked before', () => {
  const blocks = blocksOf();
  for (const state of walk(knowledge, today).states) {
    if (!state.question || makePlan(knowledge, state.judged.answers, today).verdict === 'blocked') continue;
    for (const branch of state.branches) {
      const answers = new Map(state.judged.answers).set(state.question.word, branch.option.value);
      expect(blocks(state, branch)).toBe(makePlan(knowledge, answers, today).verdict === 'blocked');
    }
  }
});

test('every arrow that tells of a block is red, and no other is', () => {
  for (const { nodes, edges } of charts) {
    const verdict = nodes.find(({ look }) => look === 'blocked')?.id;
    for (const { look, label, to } of edges)
      expect(look === 'blocks').toBe(label.startsWith('blocks:') || to === verdict);
  }
});

test('equal subtrees are drawn once: no two boxes ask the same and lead to the same boxes by the same answers', () => {
  for (const chart of charts.slice(1)) {
    const seen = chart.nodes
      .filter(({ look }) => look === 'question')
      .map((node) => {
        const out = chart.edges
          .filter(({ from }) => from === node.id)
          .map(({ to, label, look }) => [to, label, look].join());
        return [node.title, ...out.sort()].join();
      });
    expect(new Set(seen).size).toBe(seen.length);
  }
});

test('every question of the flow stands in a chart, and every box can be reached and left', () => {
  const titles = new Set(charts.flatMap(({ nodes }) => nodes.map(({ title }) => title)));
  for (const { heading } of knowledge.questions) expect(titles).toContain(heading);
  for (const { nodes, edges } of charts) {
    const [first, ...others] = nodes;
    for (const node of others) expect(edges.some(({ to }) => to === node.id)).toBe(true);
    for (const { id, look } of [first, ...others].flatMap((node) => node ?? []))
      if (look === 'question' || look === 'answered') expect(edges.some(({ from }) => from === id)).toBe(true);
  }
});

test('a chart shows no more boxes than a person can follow, since the common end is drawn once', () => {
  expect(end).not.toBeNull();
  for (const { nodes } of charts) expect(nodes.length).toBeLessThan(60);
});
