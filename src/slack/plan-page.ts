import type { types } from '@slack/bolt';
import { verdict } from '../formats/outline.js';
import type { Plan } from '../guide/plan-shape.js';
import type { Question } from '../guide/question.js';
import { unknown } from '../guide/value.js';
import * as block from './blocks.js';
import { fromMarkdown } from './facts.js';
import type { Guide } from './guide.js';
import { bold, words } from './mrkdwn.js';
import { names, type Page, writeMark, writePage } from './names.js';
import type { PlanNow } from './plan-now.js';
import { sections, together } from './sections.js';
import { wordBefore } from './walk.js';

const title = 'Deployment plan';

/** Answers a page of a plan's guide: a question, or the last look before the plan is shown. */
export function planPage(now: PlanNow, page: Page, guide: Guide): types.ModalView {
  const question = page.asking === null ? null : guide.question(page.asking);
  const own = question ? questionBlocks(question, now, page, guide) : lastLook(now.plan);
  return block.modal({
    callback: names.planView,
    metadata: writeMark(now, writePage(page)),
    title,
    submit: question ? 'Next' : 'Show the plan',
    close: 'Leave',
    blocks: [...own, ...soFar(now, page, guide)],
  });
}

function questionBlocks(
  question: Question,
  { answers, plan }: PlanNow,
  { turn }: Page,
  guide: Guide,
): types.KnownBlock[] {
  const left = guide.left(answers) - (plan.open[0]?.word === question.word ? 1 : 0);
  const given = answers.get(question.word);
  const current = given === undefined ? undefined : [given].flat().join(',');
  const help = question.help === '' ? [] : sections([fromMarkdown(question.help)]);
  const progress =
    left <= 0 ? 'The last question' : `About ${left} more question${left === 1 ? '' : 's'} after this one`;
  return [block.context(words(progress)), ...blockedSoFar(plan), ...help, ...fields(question, turn, current)];
}

/** Answers the id of the block that holds a page's field, new for each page so that Slack keeps nothing from another. */
export const fieldBlock = (turn: number): string => `field.${turn}`;

function fields(question: Question, turn: number, current: string | undefined): types.KnownBlock[] {
  const open = { label: question.unknownLabel, value: unknown };
  if (question.type === 'choice') {
    const choices = [...question.options, open];
    return [block.input(fieldBlock(turn), question.question, block.oneOf(names.answer, choices, current))];
  }
  const value = current === unknown ? undefined : current;
  const field =
    question.type === 'number' ? block.numberField(names.answer, value) : block.textField(names.answer, value);
  return [
    block.input(fieldBlock(turn), question.question, field, true),
    block.input(
      `${fieldBlock(turn)}.${names.unknown}`,
      'Or',
      block.tick(names.unknown, open, current === unknown),
      true,
    ),
  ];
}

function lastLook(plan: Plan): types.KnownBlock[] {
  return [
    block.header(verdict(plan)),
    ...(plan.verdict === 'blocked' ? blockedSoFar(plan) : []),
    block.sectionOf(
      words(
        'All questions are answered. Change an answer below, or see the plan: settings, checklist, warnings and procedures, each with its source. Only you see it until you share it.',
      ),
    ),
  ];
}

/** At most this many reasons stand on a page; the plan has them all. */
const reasonsShown = 3;

function blockedSoFar(plan: Plan): types.KnownBlock[] {
  const { length } = plan.blockers;
  if (length === 0) return [];
  const shown = plan.blockers
    .slice(0, reasonsShown)
    .map(({ text }) => [bold('Blocked:'), words(' '), ...fromMarkdown(text)]);
  const more =
    length > reasonsShown
      ? [[words(`And ${length - reasonsShown} more. The plan names them all, with the ways out.`)]]
      : [];
  return sections(together([...shown, ...more]));
}

/** The answers so far and the ways to change them. */
function soFar({ answers }: PlanNow, { turn, asking }: Page, guide: Guide): types.KnownBlock[] {
  const given = guide.given(answers);
  const pages = wordBefore(answers, asking) === null ? [] : [block.button(names.back, 'Back')];
  const changes = given
    .filter(({ word }) => word !== asking)
    .map(({ word, label, value }) => ({ label: `${label}: ${value}`, value: word }));
  const change = changes.length > 0 ? [block.select(names.change, 'Change an answer', changes)] : [];
  const elements = [...pages, ...change];
  return [
    ...(given.length > 0
      ? [
          block.divider,
          ...sections(
            together([
              [bold('Your answers so far')],
              ...given.map(({ label, value }) => [words(`• ${label}: `), bold(value)]),
            ]),
          ),
        ]
      : []),
    ...(given.length > 0
      ? [block.context(words('Every answer is kept. Leave at any time; /tsdeploy plans goes on here.'))]
      : []),
    ...(elements.length > 0 ? [block.actions(`ways.${turn}`, ...elements)] : []),
  ];
}
