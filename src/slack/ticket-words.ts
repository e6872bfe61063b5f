import type { Posting } from '../tickets/posting.js';
import * as block from './blocks.js';
import { bold, code, cut, link, words } from './mrkdwn.js';
import { names } from './names.js';
import { type Notice, noticeMessage } from './notice.js';
import type { Message } from './pack.js';
import type { Line } from './split.js';

/** What a message tells of a posting. */
export type Standing = Pick<
  Posting,
  'title' | 'ticket' | 'system' | 'checklist' | 'state' | 'reason' | 'link' | 'parts'
>;

/** How a posting's state is called in a list. */
export const stateWords: Readonly<Record<string, string>> = {
  posting: 'being posted',
  posted: 'posted',
  unsure: 'not sure yet, checking',
  refused: 'refused',
};

/** Answers how far a posting is, as the one message that its person has of it; `why` it waits, where it does. */
export function standingMessage(standing: Standing, why: string | null): Message {
  const { ticket, checklist, state } = standing;
  const message = noticeMessage({ title: '', lines: [standingLine(standing, why)] });
  if (state !== 'refused') return message;
  const again = block.button(names.ticketAgain, 'Try again…', `${checklist} ${ticket}`);
  return { ...message, blocks: [...message.blocks, block.actions('ticket', again)] };
}

function standingLine({ title, ticket, system, state, reason, link: at, parts }: Standing, why: string | null): Line {
  const what = [bold(cut(title, 120)), words(` to ${ticket} (${system})`)];
  const told = cut(reason ?? why ?? '', 1_500);
  switch (state) {
    case 'posted':
      return [bold('Posted: '), ...what, words('. '), link(at, `See it in ${ticket}`), words('.')];
    case 'refused':
      return at === null
        ? [bold('Not posted, refused: '), ...what, words(`. ${told}`)]
        : [bold('Not brought up to date, refused: '), ...what, words(`. ${told} `), link(at, `See it in ${ticket}`)];
    case 'unsure':
      return [bold('Not sure yet: '), ...what, words(`. ${told} I check again by myself; nothing is posted twice.`)];
    case 'posting':
      return parts.some((part) => part.state === 'unknown')
        ? [bold('Not sure yet, checking: '), ...what, words(`. ${told} Nothing is posted twice.`)]
        : [bold('Posting: '), ...what, words(told === '' ? ' …' : `. ${told} Waiting.`)];
  }
}

/** Somebody who doesn't have the role. */
export const mayNotPost: Notice = {
  title: 'Not posted',
  lines: [
    [
      words("You aren't among those who may post to tickets here. Whoever runs tsdeploy names them in "),
      code('tsdeploy.yml'),
      words('.'),
    ],
  ],
};

/** Somebody without a plan. */
export const noPlan: Notice = {
  title: 'No plan',
  lines: [[words('You have no plan to post yet. Start one with '), code('/tsdeploy plan'), words('.')]],
};

/** A message that shows no plan, or none that this person sees. */
export const noPlanThere: Notice = {
  title: 'No plan',
  lines: [
    [
      words('This message shows no plan that could be posted. Take the first message of a shared plan, or '),
      code('/tsdeploy ticket'),
      words(' for one of yours.'),
    ],
  ],
};

/** Why a ticket's number can't be used. */
export const wrongNumber = (lines: readonly string[]): Notice => ({
  title: 'Not posted',
  lines: lines.map((line) => [words(cut(line, 2_000))]),
});
