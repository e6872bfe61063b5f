import { jsonText } from '../formats/clean.js';
import type { Outcome } from '../tickets/post.js';
import type { Posting } from '../tickets/posting.js';
import type { TicketSystem } from '../tickets/system.js';

export const ticketFormatNames = ['text', 'markdown', 'json'] as const;

type System = Pick<TicketSystem, 'name' | 'label'>;

/** What `tsdeploy ticket` has to tell. */
export type Shown =
  | (Outcome & { readonly ticket: string; readonly system: System })
  /** Exactly what would be sent. */
  | {
      readonly state: 'shown';
      readonly ticket: string;
      readonly system: System;
      readonly parts: readonly { readonly mark: string; readonly body: string }[];
      readonly markdown: string;
    }
  /** No system is set up: a text to paste. */
  | { readonly state: 'paste'; readonly ticket: string; readonly markdown: string }
  | {
      readonly state: 'listed';
      readonly ticket: string;
      readonly system: System;
      readonly postings: readonly Posting[];
    };

/** Answers what is told as output and beside it. */
export function writeTicket(
  shown: Shown,
  format: (typeof ticketFormatNames)[number],
): { readonly out: string; readonly err: string } {
  if (format === 'json') return { out: `${jsonText(jsonOf(shown), 2)}\n`, err: '' };
  const { ticket } = shown;
  switch (shown.state) {
    case 'posted':
      return {
        out: `${shown.before ? `${ticket} has it already` : `Posted to ${ticket}`} (${shown.system.name}): ${shown.link}\n`,
        err: '',
      };
    case 'refused':
      return { out: '', err: `${ticket} (${shown.system.name}): refused. ${shown.why}\n` };
    case 'unsure':
      return {
        out: '',
        err: `${ticket} (${shown.system.name}): not sure yet. ${shown.why} Nothing is posted twice: run the same command again to check.\n`,
      };
    case 'paste':
      return {
        out: shown.markdown,
        err: `No ticket system is set up (tickets: in tsdeploy.yml). Paste this into ${ticket}:\n\n`,
      };
    case 'shown': {
      const { parts, system } = shown;
      if (format === 'markdown') return { out: shown.markdown, err: '' };
      const many = parts.length === 1 ? 'this' : `these ${parts.length} parts`;
      return {
        out: parts.map(({ body }) => `${body}\n`).join('\n----\n\n'),
        err: `Nothing was sent. ${ticket} (${system.name}, ${system.label}) would get ${many}, exactly:\n\n`,
      };
    }
    case 'listed':
      return { out: listed(shown.postings, ticket), err: '' };
  }
}

const words = { posting: 'being posted', posted: 'posted', unsure: 'not sure yet', refused: 'refused' } as const;

const listed = (postings: readonly Posting[], ticket: string): string =>
  postings.length === 0
    ? `Nothing was posted to ${ticket} from here.\n`
    : postings
        .map(({ title, state, changed, link, reason }) =>
          [`${words[state]} ${changed.slice(0, 16)}Z: ${title}`, link, reason]
            .filter((one) => one !== null)
            .join('\n  '),
        )
        .join('\n')
        .concat('\n');

function jsonOf(shown: Shown): unknown {
  const { state, ticket } = shown;
  if (state === 'paste') return { state: 'shown', ticket, system: null, markdown: shown.markdown };
  const system = shown.system.name;
  if (state === 'shown')
    return { state, ticket, system, parts: shown.parts.map(({ mark, body }) => ({ mark, size: body.length, body })) };
  if (state === 'listed')
    return {
      state,
      ticket,
      system,
      postings: shown.postings.map(({ title, state: one, changed, link, reason }) => ({
        title,
        state: one,
        changed,
        link,
        reason,
      })),
    };
  return state === 'posted'
    ? { state, ticket, system, link: shown.link, before: shown.before }
    : { state, ticket, system, reason: shown.why };
}
