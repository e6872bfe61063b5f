import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer-shape.js';
import type { Finding } from '../../src/guide/report-shape.js';
import { answerMessage, sharedAnswer } from '../../src/slack/answer-view.js';
import { guideOf } from '../../src/slack/guide.js';
import { answerLines } from '../../src/slack/markdown-lines.js';
import { render } from '../../src/slack/mrkdwn.js';
import {
  brokenOffMessage,
  correctedMessage,
  reportMessages,
  unusableMessage,
} from '../../src/slack/validation-view.js';
import { newId } from '../../src/store/id.js';
import { runs } from '../campaign.js';
import { expectSafeMessage } from './escaping.js';
import { knowledge } from './office.js';
import { textIn } from './person.js';
import { strangeText } from './strange.js';

const guide = guideOf(knowledge, () => '2026-11-20');
const sources = fc.array(
  fc.record({ document: strangeText, heading: strangeText, url: fc.option(fc.oneof(fc.webUrl(), strangeText)) }),
  { maxLength: 3 },
);
const maybe = fc.option(strangeText);
const finding: fc.Arbitrary<Finding> = fc.record({
  fact: strangeText,
  level: fc.constantFrom('error', 'warning', 'note'),
  word: maybe,
  label: maybe,
  where: maybe,
  actual: strangeText,
  expected: fc.array(strangeText, { maxLength: 2 }),
  message: strangeText,
  fix: fc.constant(null),
  line: fc.option(fc.integer({ min: 1, max: 3 })),
  column: fc.option(fc.integer({ min: 1, max: 90 })),
  sources,
});

test('whatever a posted text holds, its report is messages that Slack takes, few, and nothing foreign in them acts', () => {
  const row = fc.record({ line: fc.nat(), text: strangeText });
  const unstated = fc.array(fc.record({ word: strangeText, fact: strangeText, message: strangeText }), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(
      strangeText,
      fc.array(finding, { maxLength: 30 }),
      unstated,
      fc.array(row, { maxLength: 9 }),
      (text, findings, missing, unread) => {
        const count = findings.length;
        const summary = { errors: count, warnings: 0, notes: 0, unstated: missing.length };
        const { messages, inFile } = reportMessages(
          {
            name: text,
            report: { name: text, input: 'config', read: {}, unread, findings, unstated: missing, summary },
            lines: [text, text],
            corrected: null,
            answers: new Map(),
            fixOf: () => text,
            labelOf: () => text,
            print: async () => text,
          },
          newId(),
        );
        messages.forEach(expectSafeMessage);
        expect(messages.length).toBeLessThanOrEqual(3);
        expect(JSON.stringify(messages.at(-1))).toContain('open-reading');
        if (!inFile) expect(textIn(messages).match(/\nRule: /g) ?? []).toHaveLength(count);
        expectSafeMessage(unusableMessage({ name: text, error: text }));
        expectSafeMessage(brokenOffMessage([text, ...missing.map(({ word }) => word)], 'ABC123'));
        const corrected = correctedMessage(text, text);
        if (corrected) expectSafeMessage(corrected);
      },
    ),
    runs(40),
  );
});

test('whatever is asked and answered, its messages are ones that Slack takes, and nothing foreign in them acts', () => {
  const status = fc.constantFrom<Answer['status'][]>('answered', 'clarify', 'not-covered');
  const clarify = fc.option(fc.record({ question: strangeText, options: fc.array(strangeText, { maxLength: 40 }) }));
  fc.assert(
    fc.property(
      fc.array(strangeText, { minLength: 1, maxLength: 9 }),
      status,
      clarify,
      // An answer has at most about 1,200 characters.
      strangeText.map((text) => text.slice(0, 1_300)),
      (asked, how, back, text) => {
        const answer: Answer = { status: how, answer: text, read: { [text]: text }, facts: [], clarify: back };
        const kept = { owner: 'UANN', place: null, asked, options: [], wrong: [] };
        const turn = { id: newId(), kept, at: asked.length, answer };
        for (const alone of [true, false]) expectSafeMessage(answerMessage(turn, guide, alone));
        expectSafeMessage(sharedAnswer(turn, text, guide));
      },
    ),
    runs(80),
  );
});

test('an answer’s Markdown keeps its labels, lists, code and links', () => {
  const text =
    'Yes. **Purpose**: `Required` *([Plan](https://learn.microsoft.com/a))*\n\n1. one\n2. two\n   - deeper\n\n<b>raw</b> [x](javascript:1)';
  expect(answerLines(text).map((line) => render(line))).toEqual([
    'Yes. *Purpose*: `Required` (<https://learn.microsoft.com/a|Plan>)',
    '1. one\n2. two\n      • deeper',
    '&lt;b&gt;raw&lt;/b&gt; [x](javascript:1)',
  ]);
});
