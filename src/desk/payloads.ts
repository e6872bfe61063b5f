import { stateValues } from './entries.js';
import type { Fields } from './fields.js';
import { formOf } from './forms.js';
import type { Input } from './inputs.js';
import { messagePayload } from './message-payload.js';
import { handleOf } from './people.js';
import { type DeskMessage, type DeskState, ids } from './state.js';
import { type OpenedView, viewPayload } from './views.js';

const team = { id: ids.team, domain: 'desk' };
const common = { token: 'verification', api_app_id: ids.app, enterprise: null, is_enterprise_install: false };
const person = (user: string) => ({
  id: user,
  username: handleOf(user),
  name: handleOf(user),
  team_id: ids.team,
});

/** Answers the fields of a slash command. */
export function commandPayload(state: DeskState, user: string, channel: string, line: string): Fields {
  const [, command = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  return {
    token: common.token,
    team_id: ids.team,
    team_domain: team.domain,
    channel_id: channel,
    channel_name: state.channels.get(channel)?.name ?? 'privategroup',
    user_id: user,
    user_name: handleOf(user),
    command,
    text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    api_app_id: ids.app,
    is_enterprise_install: 'false',
    response_url: `${state.address}/respond/${state.permits.response(user, channel)}`,
    trigger_id: state.permits.trigger(user),
  };
}

/** Answers a press or choice, in an open view or on a message. */
export function actionPayload(
  state: DeskState,
  user: string,
  place: OpenedView | DeskMessage,
  { input, chosen }: { input: Input; chosen: Fields },
): Fields {
  const values = stateValues(formOf(state, user, place));
  const where =
    'hash' in place
      ? { container: { type: 'view', view_id: place.id }, view: viewPayload(place, values, ids.team) }
      : {
          container: {
            type: 'message',
            message_ts: place.ts,
            channel_id: place.channel,
            is_ephemeral: place.to !== null,
            ...(place.thread === null ? {} : { thread_ts: place.thread }),
          },
          channel: { id: place.channel, name: state.channels.get(place.channel)?.name ?? '' },
          message: messagePayload(state, place),
          state: { values },
          response_url: `${state.address}/respond/${state.permits.response(user, place.channel, place.ts)}`,
        };
  return {
    type: 'block_actions',
    ...common,
    user: person(user),
    team,
    ...where,
    trigger_id: state.permits.trigger(user),
    actions: [
      {
        type: input.element.type,
        block_id: input.block,
        action_id: input.action,
        ...chosen,
        action_ts: `${state.now() / 1000}`,
      },
    ],
  };
}

/** Answers a view that is sent off or closed. */
export function viewEventPayload(
  state: DeskState,
  type: 'view_submission' | 'view_closed',
  opened: OpenedView,
  cleared = false,
): Fields {
  return {
    type,
    ...common,
    user: person(opened.user),
    team,
    view: viewPayload(opened, stateValues(formOf(state, opened.user, opened)), ids.team),
    ...(type === 'view_closed'
      ? { is_cleared: cleared }
      : { trigger_id: state.permits.trigger(opened.user), response_urls: [] }),
  };
}

/** Answers a global shortcut. */
export const shortcutPayload = (state: DeskState, user: string, callback: string): Fields => ({
  type: 'shortcut',
  ...common,
  user: person(user),
  team,
  callback_id: callback,
  action_ts: `${state.now() / 1000}`,
  trigger_id: state.permits.trigger(user),
});

/** Answers a shortcut from the menu of a message. */
export const messageShortcutPayload = (
  state: DeskState,
  user: string,
  callback: string,
  message: DeskMessage,
): Fields => ({
  ...shortcutPayload(state, user, callback),
  type: 'message_action',
  channel: { id: message.channel, name: state.channels.get(message.channel)?.name ?? '' },
  message_ts: message.ts,
  message: messagePayload(state, message),
  response_url: `${state.address}/respond/${state.permits.response(user, message.channel)}`,
});

/** Answers Slack's question whether an address is the app's. */
export const challengePayload = (challenge: string): Fields => ({
  token: common.token,
  challenge,
  type: 'url_verification',
});
