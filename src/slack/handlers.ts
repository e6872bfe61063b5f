import type { Asked, Happening, Press, Shortcut, Submission } from './asked.js';
import type { Bot } from './bot.js';
import type { SubCommand } from './help.js';
import { helpCommand } from './help-command.js';
import { names } from './names.js';
import type { Notice } from './notice.js';
import { planCommand } from './plan-command.js';
import { pressBack, pressChange } from './plan-press.js';
import { submitPage } from './plan-submit.js';

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
export const subCommands: Readonly<Record<SubCommand, Handler<Sent>>> = { plan: planCommand, help: helpCommand };

/** What each button, list or box does, by the name before the colon of its action id. */
export const presses: Table<Press> = { [names.back]: pressBack, [names.change]: pressChange };

/** What becomes of each modal that is sent off, by its callback id. */
export const submissions: Table<Submission> = { [names.planView]: submitPage };

/** What each shortcut does, by its callback id; the manifest names the same. */
export const shortcuts: Table<Shortcut> = {};

/** What is done about each event, by its type; the manifest names the same. */
export const events: Table<Happening> = {};

/** Answers a table's own entry of that name. */
export const rowOf = <A extends Asked>(table: Table<A>, name: string): Handler<A> | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
