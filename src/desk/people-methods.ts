import { textOf } from './fields.js';
import { type Method, method } from './method.js';
import { directChannel, everybody, handleOf, ids } from './people.js';

/** The methods of people and their groups. */
export const peopleMethods: Readonly<Record<string, Method>> = {
  'users.info': method('users:read', (state, { user }) => {
    const id = textOf(user);
    if (id !== ids.bot && !state.channels.has(directChannel(id))) return { error: 'user_not_found' };
    const { name = handleOf(id), title = '' } = everybody.find((person) => person.id === id) ?? {};
    return {
      fields: {
        user: {
          id,
          team_id: ids.team,
          name: handleOf(id),
          real_name: name,
          deleted: false,
          tz: 'Europe/Zurich',
          is_bot: id === ids.bot,
          profile: { real_name: name, display_name: handleOf(id), title },
        },
      },
    };
  }),
  'usergroups.users.list': method('usergroups:read', (state, { usergroup }) => {
    const users = state.groups.get(textOf(usergroup));
    return users ? { fields: { users } } : { error: 'no_such_subteam' };
  }),
};
