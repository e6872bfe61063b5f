import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../src/guide/plan-shape.js';
import { readKnowledge } from '../../src/knowledge/read.js';
import { defaultSetup } from '../../src/setup/setup.js';
import { acknowledgePage, collectionPage } from '../../src/slack/gate-page.js';
import { guideOf } from '../../src/slack/guide.js';
import { helpNotice, problemsNotice } from '../../src/slack/help.js';
import { homeView } from '../../src/slack/home.js';
import {
  expired,
  failed,
  groupUnread,
  noticeMessage,
  noticePage,
  notKept,
  notYours,
  tooSlow,
} from '../../src/slack/notice.js';
import { cardPages, planCard, sharedMessages, tabNamed, tabs } from '../../src/slack/plan-face.js';
import { planRow } from '../../src/slack/plan-list.js';
import { type PlanNow, planNow, withAnswers } from '../../src/slack/plan-now.js';
import { planPage } from '../../src/slack/plan-page.js';
import { startOffer } from '../../src/slack/plan-start.js';
import { newId } from '../../src/store/id.js';
import { runs } from '../campaign.js';
import { fresh } from '../plans/kept.js';
import { nowOf } from './any-now.js';
import { expectSafeHome, expectSafeMessage, expectSafeView, unescaped } from './escaping.js';
import { textIn } from './person.js';
import { strangeText } from './strange.js';
import { strangeKept, strangePlan } from './strange-plan.js';

const guide = guideOf(readKnowledge(), () => '2026-11-20');

const tabsOf = Object.keys(tabs).map(tabNamed);

/** Answers every message that a plan can be shown as. */
const faces = (now: PlanNow) => [
  ...tabsOf.flatMap((tab) =>
    cardPages(now, tab, guide).map((_, page) => planCard(now, { tab, page, note: 'Changed <!here>.' }, guide)),
  ),
  ...sharedMessages(now, guide),
  startOffer(now, guide),
];

test('whatever a plan holds, its messages are ones that Slack takes, and nothing foreign in them acts', () => {
  fc.assert(
    fc.property(strangePlan, strangeKept, strangeText, fc.nat(3), (plan, kept, collection, which) => {
      const risks = plan.warnings;
      const gates: PlanNow['gate'][] = [
        { state: 'free' },
        { state: 'nameless', risks },
        { state: 'waiting', risks, collection },
        { state: 'acknowledged', risks, collection, by: kept.acknowledgements },
      ];
      const now = nowOf(plan, kept, gates[which]);
      faces(now).forEach(expectSafeMessage);
      expectSafeView(acknowledgePage(now, guide));
      expectSafeView(collectionPage(now, guide));
      expectSafeMessage({ text: 'Your plans', blocks: planRow(now, guide) });
      expectSafeHome(homeView({ own: [now], count: 12, waiting: [now], postings: [] }, { guide, setup: defaultSetup }));
    }),
    runs(60),
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
        const now = planNow(newId(), withAnswers(fresh, answers, fresh.created), guide, false);
        expectSafeView(planPage(now, { turn: 3, asking }, guide));
        expectSafeView(acknowledgePage(now, guide));
        faces(now).forEach(expectSafeMessage);
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
        failed('ABC123', text, text),
        groupUnread(text, text, 'ABC123'),
        failed('ABC123', '', null),
        notKept('full', 'ABC123', text),
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
      const now = nowOf(long);
      const messages = tabsOf.flatMap((tab) => cardPages(now, tab, guide));
      faces(now).forEach(expectSafeMessage);
      const ends = messages.map(({ blocks }) => blocks.filter(({ type }) => type !== 'context').at(-1)?.type);
      expect(ends).not.toContain('header');
      for (const all of [messages, sharedMessages(now, guide)]) {
        const shown = new Set(textIn(all).match(/\w+q\b/g));
        for (const name of ['blocker', ...Array.from({ length: items }, (_, at) => `item${at}x`)])
          expect(tokens(words, name).filter((token) => !shown.has(token))).toEqual([]);
        expect(tokens(200, 'step').filter((token) => !shown.has(token))).toEqual([]);
      }
    }),
    runs(15),
  );
});

test('the check for what acts finds a mention, a link and a bare entity', () => {
  for (const text of ['<!channel>', '<@U1>', '<https://a.example>', 'a & b', '<javascript:x|y>'])
    expect(unescaped({ text })).not.toEqual([]);
  expect(unescaped({ text: '&lt;!channel&gt; <https://a.example/b|A &amp; B>' })).toEqual([]);
});
