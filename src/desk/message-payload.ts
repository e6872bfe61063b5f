import type { Fields } from './fields.js';
import { filePayload } from './files.js';
import { ids } from './people.js';
import type { DeskMessage, DeskState } from './state.js';

/** Answers a message as histories, shortcuts and presses have it. */
export function messagePayload(state: DeskState, message: DeskMessage): Fields {
  const replies = state.messages.filter(({ thread, to }) => thread === message.ts && to === null);
  const root = state.messages.find(({ ts }) => ts === message.thread);
  const last = replies.at(-1);
  return {
    type: 'message',
    ...(message.files.length > 0 && message.user !== ids.bot ? { subtype: 'file_share' } : {}),
    user: message.user,
    ...(message.user === ids.bot
      ? { bot_id: ids.botId, app_id: ids.app, bot_profile: { id: ids.botId, app_id: ids.app, name: 'tsdeploy' } }
      : {}),
    team: ids.team,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files.length > 0
      ? { files: message.files.map((file) => filePayload(file, state.address)), upload: false }
      : {}),
    ...(message.edited === null ? {} : { edited: { user: message.user, ts: message.edited } }),
    ...(message.thread === null ? {} : { thread_ts: message.thread, parent_user_id: root?.user ?? ids.bot }),
    ...(last
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users_count: new Set(replies.map(({ user }) => user)).size,
          latest_reply: last.ts,
        }
      : {}),
  };
}
