import { randomBytes } from 'node:crypto';
import { type Fields, textOf } from './fields.js';
import { messagePayload } from './message-payload.js';
import { directChannel, ids } from './people.js';
import { type DeskMessage, type DeskState, isDirect } from './state.js';

/** An event, and the subscription that brings it to an app. */
export interface DeskEvent {
  readonly subscription: string;
  readonly event: Fields;
}

/** Answers the payload that carries an event to the app. */
export const envelope = (state: DeskState, event: Fields): Fields => ({
  token: 'verification',
  team_id: ids.team,
  context_team_id: ids.team,
  api_app_id: ids.app,
  event,
  type: 'event_callback',
  event_id: `Ev${randomBytes(6).toString('hex').toUpperCase()}`,
  event_time: Math.floor(state.now() / 1000),
  authorizations: [
    { enterprise_id: null, team_id: ids.team, user_id: ids.bot, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
  event_context: `4-${randomBytes(12).toString('hex')}`,
});

const channelType = (channel: string) => (isDirect(channel) ? 'im' : 'channel');
const subscription = (channel: string) => `message.${isDirect(channel) ? 'im' : 'channels'}`;

/** Answers the events that a new message brings about, in the order Slack tends to send them. */
export function eventsOfMessage(state: DeskState, message: DeskMessage): DeskEvent[] {
  const { channel, user, ts, files } = message;
  const payload = { ...messagePayload(state, message), channel, event_ts: ts };
  const mentions = user !== ids.bot && !isDirect(channel) && message.text.includes(`<@${ids.bot}>`);
  return [
    ...files.map((file) => ({
      subscription: 'file_shared',
      event: {
        type: 'file_shared',
        file_id: file.id,
        user_id: user,
        file: { id: file.id },
        channel_id: channel,
        event_ts: ts,
      },
    })),
    ...(mentions
      ? [{ subscription: 'app_mention', event: { ...payload, type: 'app_mention', subtype: undefined } }]
      : []),
    { subscription: subscription(channel), event: { ...payload, channel_type: channelType(channel) } },
  ];
}

/** Answers the event of a message that was changed, or removed where there is no message any more. */
export function eventOfChange(state: DeskState, message: DeskMessage | null, before: DeskMessage): DeskEvent {
  const { channel } = before;
  const at = String(state.now() / 1000);
  const previous_message = messagePayload(state, before);
  return {
    subscription: subscription(channel),
    event: {
      type: 'message',
      subtype: message ? 'message_changed' : 'message_deleted',
      hidden: true,
      channel,
      channel_type: channelType(channel),
      ...(message ? { message: messagePayload(state, message) } : { deleted_ts: before.ts }),
      previous_message,
      ts: at,
      event_ts: at,
    },
  };
}

/** Answers the event of a person who opens the app's Home or its messages. */
export const homeOpened = (state: DeskState, user: string, tab: 'home' | 'messages', view?: Fields): DeskEvent => ({
  subscription: 'app_home_opened',
  event: {
    type: 'app_home_opened',
    user,
    channel: directChannel(user),
    tab,
    ...(view ? { view } : {}),
    event_ts: String(state.now() / 1000),
  },
});

/** Answers what an event is called in lists of what went wrong. */
export const eventName = (event: Fields): string =>
  [textOf(event.type), textOf(event.subtype)].filter((name) => name !== '').join('/');
