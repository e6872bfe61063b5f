import type { types } from '@slack/bolt';
import type { Row } from '../store/port.js';
import type { PostingFact } from '../tickets/posting.js';
import type { Happening } from './asked.js';
import * as block from './blocks.js';
import type { Bot } from './bot.js';
import type { Handler } from './handlers.js';
import { helpNotice } from './help.js';
import type { HomeParts } from './home-parts.js';
import { limits } from './limits.js';
import { bold, code, cut, link, words } from './mrkdwn.js';
import { names, writeMark } from './names.js';
import { planRow } from './plan-list.js';
import { nameIn, type PlanNow } from './plan-now.js';
import { isLimited } from './roles.js';
import { sections } from './sections.js';
import { stateWords } from './ticket-words.js';

/** Shows somebody their Home when they open it, and keeps it up to date from then on. */
export const openHome: Handler<Happening> = async ({ user, client, fields }, bot) => {
  if (fields.tab === undefined || fields.tab === 'home') await bot.publishHome(user, client);
};

/** Answers somebody's Home. */
export function homeView(
  { own, count, waiting: known, postings }: HomeParts,
  bot: Pick<Bot, 'guide' | 'setup'>,
): types.HomeView {
  const { guide, setup } = bot;
  const waiting = known ?? [];
  const start = block.actions('start', block.button(names.start, 'Plan a deployment', '', 'primary'));
  const more = count > own.length ? [block.context(words(`The newest ${own.length} of ${count}.`))] : [];
  return block.home(
    [
      ...(count === 0 ? greeting : [block.header('Next step'), nextStep(own, waiting, guide)]),
      start,
      ...(known === null ? [notTold] : []),
      ...(waiting.length > 0 ? [block.header('Waiting for an acknowledgement')] : []),
      ...waiting.flatMap((now) => waitingRow(now, guide)),
      ...(count > 0 ? [block.header('Your plans')] : []),
      ...own.flatMap((now) => planRow(now, guide)),
      ...more,
      ...(postings.length > 0 ? [block.header('In tickets')] : []),
      ...postings.map(postingRow),
      block.header('Help'),
      ...sections(helpNotice('/tsdeploy', '').lines),
      block.context(words(whoMay(setup))),
    ].slice(0, limits.homeBlocks),
  );
}

const notTold = block.context(
  words(
    "Whether plans wait for you to acknowledge their risks isn't known: Slack doesn't tell who is in the user groups of tsdeploy.yml. Open Home again in a minute; if this stays, tell whoever runs this app.",
  ),
);

const greeting = [
  block.header('Welcome to tsdeploy'),
  block.sectionOf(
    words(
      'Answer a few questions about a task sequence deployment, and get the exact wizard settings, the checklist, the warnings and the procedures, each with a link to its source. Every question takes “I don’t know”, and every answer is kept: leave and go on later, here or with ',
    ),
    code('/tsdeploy plans'),
    words('. Only you see a plan until you share it.'),
  ),
];

function nextStep(own: readonly PlanNow[], waiting: readonly PlanNow[], guide: Bot['guide']): types.SectionBlock {
  const title = (now: PlanNow) => bold(guide.title(now.answers));
  const [first] = waiting;
  if (first)
    return block.sectionOf(
      words('Look at the risks of '),
      title(first),
      words(' below: it waits for an acknowledgement.'),
    );
  const open = own.find(({ plan }) => plan.verdict === 'open');
  if (open)
    return block.sectionOf(
      words('Go on with '),
      title(open),
      words(
        `: ${open.plan.open.length === 1 ? 'one question is' : `${open.plan.open.length} questions at most are`} left.`,
      ),
    );
  const blocked = own.find(({ plan }) => plan.verdict === 'blocked');
  if (blocked) return block.sectionOf(title(blocked), words(' is blocked. Open it: it names the ways out.'));
  const unshared = own.find(({ kept }) => kept.shares.length === 0);
  if (unshared)
    return block.sectionOf(
      title(unshared),
      words(' is ready. Open it, go through its checklist, and share it with your colleagues.'),
    );
  return block.sectionOf(words('All your plans are ready and shared. Plan the next deployment when you like.'));
}

const waitingRow = (now: PlanNow, guide: Bot['guide']): types.KnownBlock[] => [
  block.sectionOf(
    bold(guide.title(now.answers)),
    words(`\nBy ${nameIn(now.kept, now.kept.owner)}. High risk: look at it before anybody deploys it.`),
  ),
  block.actions(
    `waiting.${now.id}`,
    block.button(`${names.acknowledge}:${now.id}`, 'Look at the risks…', writeMark(now), 'danger'),
  ),
];

const postingRow = ({ facts: { title, ticket, system, state, link: at } }: Row<PostingFact>): types.SectionBlock =>
  block.sectionOf(
    bold(cut(title, 120)),
    words(`\n${ticket} (${system}): ${stateWords[state] ?? state}. `),
    ...(at === '' ? [] : [link(at, 'See it')]),
  );

function whoMay({ acknowledge }: Bot['setup']): string {
  const second = acknowledge['second-person'] ? ', but nobody for a plan of their own' : '';
  return isLimited(acknowledge)
    ? `The risks of a high-risk plan are acknowledged by those named in tsdeploy.yml${second}.`
    : `Nobody is named in tsdeploy.yml, so everybody may acknowledge the risks of a high-risk plan${second}.`;
}
