/** The ids by which Slack hands back what was pressed, filled in, chosen or sent. */
export const names = {
  planView: 'plan',
  noticeView: 'notice',
  answer: 'answer',
  unknown: 'unknown',
  back: 'back',
  change: 'change',
  tab: 'tab',
  edit: 'edit',
  wayOut: 'way-out',
  share: 'share',
  shareView: 'share',
  channel: 'channel',
  tick: 'tick',
  acknowledge: 'acknowledge',
  acknowledgeView: 'acknowledge',
  typedName: 'typed-name',
  file: 'file',
  start: 'start',
  open: 'open',
  copy: 'copy',
  remove: 'remove',
  openReading: 'open-reading',
  validateView: 'validate',
  validate: 'validate',
  posted: 'posted',
  option: 'option',
  shareAnswer: 'share-answer',
  wrong: 'wrong',
  ticket: 'ticket',
  ticketAgain: 'ticket-again',
  ticketView: 'ticket',
  ticketPreview: 'ticket-preview',
  ticketPlan: 'ticket-plan',
  ticketNumber: 'ticket-number',
} as const;

/** What a button, box or modal carries along: which plan, as it was shown, and what else its handler has to know. */
export interface Mark {
  readonly id: string;
  readonly edition: string;
  readonly rest: string;
}

/** Answers a mark as text. */
export const writeMark = ({ id, edition }: Pick<Mark, 'id' | 'edition'>, rest: string | number = ''): string =>
  `${id}.${edition}.${rest}`;

/** Answers the mark that a text is; one of no plan for any other text. */
export function readMark(text: string): Mark {
  const [, id = '', edition = '', rest = ''] = /^([0-9a-f]{32})\.([\w-]{16})\.([\w.-]{0,90})$/.exec(text) ?? [];
  return { id, edition, rest };
}

/** A page of the guide: how many were shown before it, and the word it asks; null for the last look. */
export interface Page {
  readonly turn: number;
  readonly asking: string | null;
}

/** Answers a page as the rest of a mark. */
export const writePage = ({ turn, asking }: Page): string => `${turn}.${asking ?? ''}`;

/** Answers the page that the rest of a mark is. */
export function readPage(rest: string): Page {
  const [, turn = '0', asking = ''] = /^(\d{1,6})\.([a-z0-9-]*)$/.exec(rest) ?? [];
  return { turn: Number(turn), asking: asking === '' ? null : asking };
}
