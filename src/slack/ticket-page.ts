import type { types } from '@slack/bolt';
import type { PlanFact } from '../plans/plan-kind.js';
import type { Row } from '../store/port.js';
import type { Order } from '../tickets/order.js';
import type { TicketSystem } from '../tickets/system.js';
import type { WouldSend } from '../tickets/would-send.js';
import * as block from './blocks.js';
import { bold, cut, link, words } from './mrkdwn.js';
import { names } from './names.js';
import type { PlanNow } from './plan-now.js';

/** What is known when a ticket is asked for. */
interface Asking {
  /** The plan that is to be posted, or those to choose from, the newest first. */
  readonly plan: { readonly now: PlanNow; readonly title: string } | { readonly rows: readonly Row<PlanFact>[] };
  readonly number: string;
}

/** Answers the page that asks which plan goes to which ticket. */
export function ticketPage({ plan, number }: Asking): types.ModalView {
  const which =
    'now' in plan
      ? block.sectionOf(bold(plan.title), words(' goes to a ticket. What would be sent is shown first.'))
      : block.input(
          names.ticketPlan,
          'Plan',
          block.select(
            names.ticketPlan,
            'Choose one of your plans',
            plan.rows.map(({ id, facts }) => ({ label: facts.title, value: id })),
            plan.rows[0]?.id,
          ),
        );
  return block.modal({
    callback: names.ticketView,
    metadata: 'now' in plan ? plan.now.id : '',
    title: 'Post to a ticket',
    submit: 'Preview',
    close: 'Cancel',
    blocks: [
      which,
      block.input(
        names.ticketNumber,
        'Ticket, such as CHG0030001',
        block.textField(names.ticketNumber, number === '' ? undefined : number),
      ),
    ],
  });
}

/** What a preview carries along: what was shown, so that nothing else is sent. */
export interface PreviewMark {
  readonly plan: string;
  readonly seal: string;
  readonly number: string;
}

/** Answers the mark that a text is; one of no plan for any other text. */
export function readPreviewMark(text: string): PreviewMark {
  const [, plan = '', seal = '', number = ''] = /^([0-9a-f]{32}) ([0-9a-f]{24}) (.{1,80})$/.exec(text) ?? [];
  return { plan, seal, number };
}

/** How much of what would be sent stands in the preview, in characters. */
export const previewed = 2_900;

/** Answers what would be sent as one text that a person reads, part by part. */
export const sentText = ({ parts }: WouldSend): string => parts.map(({ text }) => text).join('\n\n');

/** Answers the page that shows what would be sent, with a note above it where there is one. */
export function previewPage(
  order: Order,
  would: WouldSend,
  system: Pick<TicketSystem, 'name' | 'label' | 'format'>,
  note: string | null,
): types.ModalView {
  const { ticket, checklist, whole } = order;
  const { parts, seal } = would;
  const text = sentText(would);
  const title = [bold(cut(whole.title, 150)), words(` to ${ticket} (${system.name}, ${system.label})`)];
  const common = {
    callback: names.ticketPreview,
    metadata: `${checklist} ${seal} ${ticket}`,
    title: 'Post to a ticket',
  };
  if (parts.length === 0)
    return block.modal({
      ...common,
      callback: names.noticeView,
      metadata: '',
      close: 'Close',
      blocks: [block.sectionOf(...title, words(': it is there already, as it is now. '), link(would.link, 'See it'))],
    });
  return block.modal({
    ...common,
    submit: 'Post',
    close: 'Cancel',
    blocks: [
      ...(note === null ? [] : [block.sectionOf(bold(note))]),
      block.sectionOf(
        ...title,
        words(`\n${partsLine(would)} ${leads[system.format] ?? 'This would be sent, exactly:'}`),
      ),
      block.preformatted(cut(text, previewed)),
      ...filesLine(text, system),
      block.context(words('How far it is, I tell you in your direct messages with me.')),
    ],
  });
}

/** How a text is led in that isn't what is sent, byte by byte. */
const leads: Partial<Record<TicketSystem['format'], string>> = {
  html: 'This would be sent, as HTML:',
  json: 'This would be sent, with its mark-up as JSON:',
};

function filesLine(text: string, { format }: Pick<TicketSystem, 'format'>): types.ContextBlock[] {
  const long = text.length > previewed;
  if (leads[format] !== undefined)
    return [
      block.context(
        words(
          `Exactly what is sent is in your direct messages with me${long ? ', beside the whole of this text' : ''}.`,
        ),
      ),
    ];
  return long ? [block.context(words('The whole of it is a file in your direct messages with me.'))] : [];
}

function partsLine({ parts }: WouldSend): string {
  const edited = parts.filter(({ edits }) => edits).length;
  const count = parts.length === 1 ? '1 part' : `${parts.length} parts`;
  return edited === 0 ? `${count}.` : `${count}, ${edited} of them in place of what was posted before.`;
}
