import { channelMethods } from './channel-methods.js';
import { fileMethods } from './file-methods.js';
import { messageMethods } from './message-methods.js';
import { type Method, method } from './method.js';
import { botHandle, ids } from './people.js';
import { peopleMethods } from './people-methods.js';
import { viewMethods } from './view-methods.js';

/** The methods the workspace knows, apart from the one that opens a socket. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': method(null, (state) => ({
    fields: {
      url: `${state.address}/`,
      team: 'Desk',
      user: botHandle,
      team_id: ids.team,
      user_id: ids.bot,
      bot_id: ids.botId,
      is_enterprise_install: false,
    },
  })),
  ...viewMethods,
  ...messageMethods,
  ...channelMethods,
  ...peopleMethods,
  ...fileMethods,
};
