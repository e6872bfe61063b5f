import type { Fields } from './fields.js';
import { changeMessage, keepMessage, removeMessage } from './messages.js';
import type { ReplyTo } from './permits.js';
import type { DeskState } from './state.js';

/** Keeps what an app answers to an interaction, for the one person unless it says otherwise; answers whether Slack would take it. */
export function keepReply(state: DeskState, { user, channel, message }: ReplyTo, args: Fields, via: string): boolean {
  const original = state.messages.find(({ ts }) => ts === message);
  if (args.delete_original === true && original) {
    removeMessage(state, original);
    return true;
  }
  if (args.replace_original === true && original) return changeMessage(state, original, args, via) !== null;
  const ephemeral = args.response_type !== 'in_channel';
  return keepMessage(state, args, { channel, to: ephemeral ? user : null, via }) !== null;
}
