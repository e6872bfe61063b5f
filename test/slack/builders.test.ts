import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../src/guide/plan-shape.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { guideOf } from '../../src/slack/guide.js';
import { helpNotice, problemsNotice } from '../../src/slack/help.js';
import { expired, failed, noticeMessage, noticePage, notYours, tooSlow } from '../../src/slack/notice.js';
import { planMessages } from '../../src/slack/plan-message.js';
import { planPage } from '../../src/slack/plan-page.js';
import { runs } from '../campaign.js';
import { expectSafeMessage, expectSafeView, unescaped } from './escaping.js';
import { textIn } from './person.js';
import { strangeText } from './strange.js';
import { strangePlan } from './strange-plan.js';

const guide = guideOf(readKnowledge(), () => '2026-11-20');

test('whatever a plan holds, its messages are ones that Slack takes, and nothing foreign in them acts', () => {
  fc.assert(
    fc.property(strangePlan, (one) => planMessages(one, guide).forEach(expectSafeMessage)),
    runs(150),
  );
});

test('whatever is asked, answered or typed, its page is one that Slack takes, and nothing foreign in it acts', () => {
  const typed = fc.record({ comment: strangeText, collection: strangeText, 'task-sequence': strangeText });
  fc.assert(
    fc.property(
      typed,
      fc.array(fc.nat(), { maxLength: 25 }),
      fc.constantFrom(null, 'comment', 'site-version', 'collection-size', 'assignment'),
      (given, picks, change) => {
        let answers: ReturnType<typeof guide.read>['answers'] = new Map();
        const add = (name: string, value: string) => {
          const read = guide.answer(answers, name, value);
          if ('problem' in read) expectSafeMessage(noticeMessage(problemsNotice('/tsdeploy', [read.problem])));
          else answers = read.answers;
        };
        for (const [name, value] of Object.entries(given)) add(name, value);
        for (const pick of picks) {
          const [question] = guide.plan(answers).open;
          if (question) add(question.word, question.options[pick % (question.options.length + 1)]?.value ?? 'unknown');
        }
        const asking = change ?? guide.plan(answers).open[0]?.word ?? null;
        const place = { user: 'UANN', spoke: null, url: null, since: 0, uses: { count: 0 } };
        expectSafeView(
          planPage(
            { id: 'a', owner: 'UANN', place, answers, asking, revision: 3, trail: ['site-version'], done: false },
            guide,
          ),
        );
        planMessages(guide.plan(answers), guide).forEach(expectSafeMessage);
      },
    ),
    runs(60),
  );
});

test('whatever a notice repeats, it is one that Slack takes, and nothing foreign in it acts', () => {
  fc.assert(
    fc.property(strangeText, fc.array(strangeText, { minLength: 1, maxLength: 30 }), (text, problems) => {
      for (const notice of [
        helpNotice('/tsdeploy', text),
        problemsNotice('/tsdeploy', problems),
        failed('ABC123', text),
        expired,
        notYours,
        tooSlow,
      ]) {
        expectSafeMessage(noticeMessage(notice));
        expectSafeView(noticePage(notice));
      }
    }),
  );
});

test('nothing of a long plan is lost between its messages', () => {
  const tokens = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}${at}q`);
  const source = { document: 'doc', heading: 'A heading', url: 'https://a.example/b' };
  const sized = fc.record({ items: fc.nat(30), words: fc.integer({ min: 1, max: 900 }) });
  fc.assert(
    fc.property(sized, ({ items, words }) => {
      const text = (name: string) => tokens(words, name).join(' ');
      const long: Plan = {
        ...{
          verdict: 'blocked',
          answers: {},
          unknown: [],
          derived: {},
          open: [],
          settings: [],
          path: 'site-version=2403',
        },
        blockers: [{ fact: 'a/b', text: `**${text('blocker')}**`, fixes: [], sources: [source] }],
        checklist: Array.from({ length: items }, (_, at) => ({
          fact: `c${at}`,
          kind: 'limit',
          words: [],
          text: text(`item${at}x`),
          steps: null,
          force: 'required',
          holds: 'yes',
          sources: [source],
        })),
        warnings: [],
        procedures: [
          {
            fact: 'p',
            title: 'Do it',
            text: '',
            steps: tokens(200, 'step').map((step) => `${step} ${text('detail')}`.slice(0, 2_000)),
            holds: 'yes',
            sources: [],
          },
        ],
      };
      const messages = planMessages(long, guide);
      messages.forEach(expectSafeMessage);
      const ends = messages.map(({ blocks }) => blocks.filter(({ type }) => type !== 'context').at(-1)?.type);
      expect(ends).not.toContain('header');
      const shown = new Set(textIn(messages).match(/\w+q\b/g));
      for (const name of ['blocker', ...Array.from({ length: items }, (_, at) => `item${at}x`)])
        expect(tokens(words, name).filter((token) => !shown.has(token))).toEqual([]);
      expect(tokens(200, 'step').filter((token) => !shown.has(token))).toEqual([]);
    }),
    runs(15),
  );
});

test('the check for what acts finds a mention, a link and a bare entity', () => {
  for (const text of ['<!channel>', '<@U1>', '<https://a.example>', 'a & b', '<javascript:x|y>'])
    expect(unescaped({ text })).not.toEqual([]);
  expect(unescaped({ text: '&lt;!channel&gt; <https://a.example/b|A &amp; B>' })).toEqual([]);
});
