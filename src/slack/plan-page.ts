import type { types } from '@slack/bolt';
import { verdict } from '../formats/outline.js';
import type { Plan } from '../guide/plan-shape.js';
import type { Question } from '../guide/question.js';
import { unknown } from '../guide/value.js';
import * as block from './blocks.js';
import type { Draft } from './drafts.js';
import type { Guide } from './guide.js';
import { bold, words } from './mrkdwn.js';
import { names, writeMetadata } from './names.js';
import { fromMarkdown } from './plan-message.js';
import { sections, together } from './sections.js';
import { back } from './walk.js';

const title = 'Deployment plan';

/** Answers the page that a draft is at: a question, or the last look before the plan is shown. */
export function planPage(draft: Draft, guide: Guide): types.ModalView {
  const plan = guide.plan(draft.answers);
  const question = draft.asking === null ? null : guide.question(draft.asking);
  const own = question ? questionBlocks(question, draft, guide, plan) : lastLook(plan);
  return block.modal({
    callback: names.planView,
    metadata: writeMetadata(draft.id, draft.revision),
    title,
    submit: question ? 'Next' : 'Show the plan',
    close: 'Cancel',
    blocks: [...own, ...soFar(draft, guide)],
  });
}

function questionBlocks(question: Question, draft: Draft, guide: Guide, plan: Plan): types.KnownBlock[] {
  const left = guide.left(draft.answers) - (plan.open[0]?.word === question.word ? 1 : 0);
  const given = draft.answers.get(question.word);
  const current = given === undefined ? undefined : [given].flat().join(',');
  const help = question.help === '' ? [] : sections([fromMarkdown(question.help)]);
  const progress =
    left <= 0 ? 'The last question' : `About ${left} more question${left === 1 ? '' : 's'} after this one`;
  return [block.context(words(progress)), ...blockedSoFar(plan), ...help, ...fields(question, draft.revision, current)];
}

/** Answers the id of the block that holds a page's field, new for each page so that Slack keeps nothing from another. */
export const fieldBlock = (revision: number): string => `field.${revision}`;

function fields(question: Question, revision: number, current: string | undefined): types.KnownBlock[] {
  const open = { label: question.unknownLabel, value: unknown };
  if (question.type === 'choice') {
    const choices = [...question.options, open];
    return [block.input(fieldBlock(revision), question.question, block.oneOf(names.answer, choices, current))];
  }
  const value = current === unknown ? undefined : current;
  const field =
    question.type === 'number' ? block.numberField(names.answer, value) : block.textField(names.answer, value);
  return [
    block.input(fieldBlock(revision), question.question, field, true),
    block.input(
      `${fieldBlock(revision)}.${names.unknown}`,
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
        'All questions are answered. Change an answer below, or have the plan sent to you: settings, checklist, warnings and procedures, each with its source. Only you see it.',
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
function soFar(draft: Draft, guide: Guide): types.KnownBlock[] {
  const given = guide.given(draft.answers);
  const pages = back(draft) === draft ? [] : [block.button(names.back, 'Back')];
  const changes = given
    .filter(({ word }) => word !== draft.asking)
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
    ...(elements.length > 0 ? [block.actions(`ways.${draft.revision}`, ...elements)] : []),
  ];
}
