import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planMarkdown } from '../../src/formats/markdown.js';
import { verdict } from '../../src/formats/outline.js';
import { planText } from '../../src/formats/text.js';
import { makePlan } from '../../src/guide/plan.js';
import { guideOf } from '../../src/slack/guide.js';
import { cardPages } from '../../src/slack/plan-face.js';
import { runs } from '../campaign.js';
import { answersOf, knowledge, settled, today } from '../formats/any-plan.js';
import { nowOf } from './any-now.js';
import { textIn } from './person.js';

const guide = guideOf(knowledge, () => today);
const marks = (text: string, mark: RegExp) => text.match(mark)?.length ?? 0;

/** Answers how many points the verdict counts. */
const counted = (line: string) =>
  line === 'Ready.' ? 0 : Number(/^Ready if the (\d+) points? marked/.exec(line)?.[1]);

test('the points that a ready plan counts are those marked "Make sure:" in text, Markdown and Slack', () => {
  const asked = knowledge.words.filter(({ role }) => role === 'asked');
  const some = fc.array(fc.tuple(fc.constantFrom(...asked), fc.nat()), { maxLength: 4 });
  let most = 0;
  fc.assert(
    fc.property(some, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), fc.boolean(), (given, picks, unsure) => {
      const start = answersOf(
        Object.fromEntries(
          given.flatMap(([word, at]) => {
            const value = word.values[at % Math.max(word.values.length, 1)];
            return value ? [[word.id, value.id]] : [];
          }),
        ),
      );
      if (makePlan(knowledge, start, today).verdict === 'blocked') return;
      let at = 0;
      const plan = settled(start, (options) => {
        const pick = picks[at++ % picks.length] ?? 0;
        return unsure && pick % 2 === 0 ? 'unknown' : (options[pick % options.length] ?? 'unknown');
      });
      if (plan.verdict !== 'ready') return;
      const count = counted(verdict(plan));
      most = Math.max(most, count);
      const page = { knowledge, colours: false };
      const messages = cardPages(nowOf(plan), 'checklist', guide);
      expect([
        marks(planText(plan, page), /^ {2}\[ \] Make sure: /gm),
        marks(planMarkdown(plan, page), /^- \[ \] \*\*Make sure:\*\* /gm),
        marks(messages.map(({ blocks }) => textIn(blocks)).join('\n'), /^☐ \*Make sure:\* /gm),
      ]).toEqual([count, count, count]);
    }),
    runs(40),
  );
  expect(most).toBeGreaterThan(1);
});
