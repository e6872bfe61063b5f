import { askCommand, askMessage, pressOption, pressShareAnswer, pressWrong } from './answer-ask.js';
import type { Asked, Happening, Press, Shortcut, Submission } from './asked.js';
import type { Bot } from './bot.js';
import type { SubCommand } from './help.js';
import { helpCommand } from './help-command.js';
import { openHome } from './home.js';
import { names } from './names.js';
import type { Notice } from './notice.js';
import { planCommand } from './plan-command.js';
import { pressFile } from './plan-file.js';
import { pressAcknowledge, submitAcknowledge } from './plan-gate.js';
import { pressBack, pressChange, pressEdit, pressTab, pressWayOut } from './plan-press.js';
import { pressShare, submitShare } from './plan-share.js';
import { startPlan } from './plan-start.js';
import { submitPage } from './plan-submit.js';
import { pressTick } from './plan-tick.js';
import { plansCommand, pressCopy, pressOpen, pressRemove } from './plans-command.js';
import { answerSaid } from './said.js';
import { pressTicket, pressTicketAgain, ticketCommand, ticketMessage } from './ticket-command.js';
import { submitPreview, submitTicket } from './ticket-submit.js';
import {
  pressOpenReading,
  pressValidate,
  submitValidate,
  validateCommand,
  validateMessage,
} from './validate-command.js';

/** A sub-command on its way: as a slash command, or said to the bot. */
export interface Sent extends Asked {
  /** What the command is called where it was sent. */
  readonly command: string;
  /** What stands behind the sub-command. */
  readonly rest: string;
  /** Takes the command, with a notice for its person where there is one; only the first time counts. */
  readonly ack: (notice?: Notice) => Promise<void>;
}

/** Does what was asked for. What it throws is told to the person who asked. */
export type Handler<A extends Asked> = (asked: A, bot: Bot) => Promise<void>;
type Table<A extends Asked> = Readonly<Record<string, Handler<A>>>;

/** What each sub-command does; its help has the same names. */
export const subCommands: Readonly<Record<SubCommand, Handler<Sent>>> = {
  plan: planCommand,
  ask: askCommand,
  validate: validateCommand,
  ticket: ticketCommand,
  plans: plansCommand,
  help: helpCommand,
};

/** What each button, list or box does, by the name before the colon of its action id. */
export const presses: Table<Press> = {
  [names.back]: pressBack,
  [names.change]: pressChange,
  [names.tab]: pressTab,
  [names.edit]: pressEdit,
  [names.wayOut]: pressWayOut,
  [names.share]: pressShare,
  [names.tick]: pressTick,
  [names.acknowledge]: pressAcknowledge,
  [names.file]: pressFile,
  [names.start]: startPlan,
  [names.open]: pressOpen,
  [names.copy]: pressCopy,
  [names.remove]: pressRemove,
  [names.validate]: pressValidate,
  [names.openReading]: pressOpenReading,
  [names.option]: pressOption,
  [names.shareAnswer]: pressShareAnswer,
  [names.wrong]: pressWrong,
  [names.ticket]: pressTicket,
  [names.ticketAgain]: pressTicketAgain,
};

/** What becomes of each modal that is sent off, by its callback id. */
export const submissions: Table<Submission> = {
  [names.planView]: submitPage,
  [names.shareView]: submitShare,
  [names.acknowledgeView]: submitAcknowledge,
  [names.validateView]: submitValidate,
  [names.ticketView]: submitTicket,
  [names.ticketPreview]: submitPreview,
};

/** What each shortcut does, by its callback id; the manifest names the same. */
export const shortcuts: Table<Shortcut> = {
  'plan-deployment': startPlan,
  'validate-message': validateMessage,
  'answer-message': askMessage,
  'ticket-message': ticketMessage,
};

/** What is done about each event, by its type; the manifest names the same. */
export const events: Table<Happening> = {
  app_home_opened: openHome,
  app_mention: answerSaid,
  message: answerSaid,
};

/** Answers a table's own entry of that name. */
export const rowOf = <A extends Asked>(table: Table<A>, name: string): Handler<A> | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
