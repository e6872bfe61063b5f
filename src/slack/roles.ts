import type { webApi } from '@slack/bolt';
import type { Role } from '../setup/setup.js';

/** Answers whether somebody has a role: named themselves, a member of a named group, or where nobody is named. */
export type HasRole = (user: string, client: webApi.WebClient) => Promise<boolean>;

const membersKeptMs = 60_000;

/** Answers who has this role; members of groups are asked for again after a minute. */
export function hasRole({ users, groups }: Role, now: () => number): HasRole {
  const known = new Map<string, { readonly members: Promise<readonly string[]>; readonly until: number }>();
  const membersOf = (group: string, client: webApi.WebClient): Promise<readonly string[]> => {
    const before = known.get(group);
    if (before && before.until > now()) return before.members;
    const members = client.usergroups.users.list({ usergroup: group }).then(({ users: found = [] }) => found);
    known.set(group, { members, until: now() + membersKeptMs });
    members.catch(() => known.delete(group));
    return members;
  };
  return async (user, client) => {
    if ((users.length === 0 && groups.length === 0) || users.includes(user)) return true;
    const lists = await Promise.all(groups.map((group) => membersOf(group, client)));
    return lists.some((members) => members.includes(user));
  };
}

/** Whether a role is limited to some people. */
export const isLimited = ({ users, groups }: Role): boolean => users.length > 0 || groups.length > 0;
