import type { Fields } from './fields.js';
import { type Input, stateValues } from './inputs.js';
import { type DeskMessage, type DeskState, ids } from './state.js';
import { type OpenedView, viewPayload } from './views.js';

const team = { id: ids.team, domain: 'desk' };
const common = { token: 'verification', api_app_id: ids.app, enterprise: null, is_enterprise_install: false };
const person = (user: string) => ({
  id: user,
  username: user.toLowerCase(),
  name: user.toLowerCase(),
  team_id: ids.team,
});

/** Answers the fields of a slash command. */
export function commandPayload(state: DeskState, user: string, channel: string, line: string, address: string): Fields {
  const [, command = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  return {
    token: common.token,
    team_id: ids.team,
    team_domain: team.domain,
    channel_id: channel,
    channel_name: state.channels.get(channel)?.name ?? 'privategroup',
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    api_app_id: ids.app,
    is_enterprise_install: 'false',
    response_url: `${address}/respond/${state.permits.response(user, channel)}`,
    trigger_id: state.permits.trigger(user),
  };
}

/** Answers a press or choice, in an open view or on a message. */
export function actionPayload(
  state: DeskState,
  user: string,
  place: OpenedView | DeskMessage,
  { input, chosen }: { input: Input; chosen: Fields },
  address: string,
): Fields {
  const where =
    'hash' in place
      ? { container: { type: 'view', view_id: place.id }, view: viewPayload(place, stateValues(place), ids.team) }
      : {
          container: {
            type: 'message',
            message_ts: place.ts,
            channel_id: place.channel,
            is_ephemeral: place.to !== null,
          },
          channel: { id: place.channel, name: state.channels.get(place.channel)?.name ?? '' },
          message: { ts: place.ts, text: place.text, blocks: place.blocks },
          response_url: `${address}/respond/${state.permits.response(user, place.channel)}`,
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
): Fields {
  return {
    type,
    ...common,
    user: person(opened.user),
    team,
    view: viewPayload(opened, stateValues(opened), ids.team),
    ...(type === 'view_closed'
      ? { is_cleared: false }
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
