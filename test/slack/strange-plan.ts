import fc from 'fast-check';
import type { Plan, Source } from '../../src/guide/plan-shape.js';
import type { KeptPlan } from '../../src/plans/kept-plan.js';
import { strangeText } from './strange.js';

const url = fc.oneof(
  fc.constantFrom(
    null,
    'https://learn.microsoft.com/a#b',
    'javascript:alert(1)',
    'https://a.example/?a=<b>|c&d',
    'https://x',
  ),
  strangeText,
);
const source: fc.Arbitrary<Source> = fc.record({ document: strangeText, heading: strangeText, url });
const sources = fc.array(source, { maxLength: 3 });
const holds = fc.constantFrom('yes' as const, 'maybe' as const);
const force = fc.constantFrom('required' as const, 'recommended' as const, 'optional' as const);
const texts = fc.array(strangeText, { maxLength: 6 });
const steps = fc.array(
  fc.tuple(fc.nat(2), strangeText).map(([depth, text]) => '   '.repeat(depth) + text.trim()),
  { maxLength: 6 },
);
const word = fc.constantFrom('purpose', 'site-version', 'comment', 'nonsense');

/** A plan in which every text is strange. */
export const strangePlan: fc.Arbitrary<Plan> = fc.record({
  verdict: fc.constantFrom('ready' as const, 'open' as const, 'blocked' as const),
  answers: fc.dictionary(word, strangeText),
  unknown: fc.array(word),
  derived: fc.constant({}),
  open: fc.array(
    fc.record({
      word,
      label: strangeText,
      question: strangeText,
      help: strangeText,
      type: fc.constant('choice' as const),
      options: fc.constant([]),
    }),
    { maxLength: 4 },
  ),
  blockers: fc.array(
    fc.record({
      fact: strangeText,
      text: strangeText,
      fixes: fc.array(fc.dictionary(word, strangeText), { maxLength: 2 }),
      sources,
    }),
    { maxLength: 4 },
  ),
  settings: fc.array(
    fc.record({
      word,
      label: strangeText,
      where: strangeText,
      page: strangeText,
      values: texts,
      valueLabels: texts,
      moment: fc.constantFrom('2026-12-01T22:00:00Z', 'soon'),
      force,
      facts: texts,
      sources,
    }),
    { maxLength: 8 },
  ),
  checklist: fc.array(
    fc.record({
      fact: strangeText,
      kind: fc.constantFrom('limit' as const, 'setting' as const),
      words: fc.array(word, { maxLength: 2 }),
      text: strangeText,
      steps: fc.option(steps),
      force,
      holds,
      sources,
    }),
    { maxLength: 8 },
  ),
  warnings: fc.array(
    fc.record({
      fact: strangeText,
      level: fc.constantFrom('high-risk' as const, 'caution' as const, 'note' as const),
      text: strangeText,
      holds,
      sources,
    }),
    { maxLength: 8 },
  ),
  procedures: fc.array(fc.record({ fact: strangeText, title: strangeText, text: strangeText, steps, holds, sources }), {
    maxLength: 3,
  }),
  path: strangeText,
});

const at = '2026-11-20T09:30:00.000Z';

/** A kept plan whose people and collections are called strange things. */
export const strangeKept: fc.Arbitrary<KeptPlan> = fc
  .record({ name: strangeText, collection: strangeText, facts: texts, shared: fc.boolean() })
  .map(({ name, collection, facts, shared }) => ({
    owner: 'UANN',
    answers: [
      ['collection', collection],
      ['comment', name],
    ],
    ticks: [],
    acknowledgements: [{ by: 'UBEN', at, facts, collection, seal: 'a' }],
    shares: shared ? [{ channel: 'CDEPLOY', message: '1.2', thread: [], by: 'UANN', at }] : [],
    people: { UANN: name, UBEN: name },
    created: at,
    changed: at,
  }));
