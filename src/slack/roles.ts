import type { webApi } from '@slack/bolt';
import type { Role } from '../setup/setup.js';
import { errorCode, innermost } from './trouble.js';

/** Nobody can tell whether somebody has a role: Slack doesn't say who is in a user group. */
export class GroupUnread extends Error {
  constructor(
    readonly group: string,
    /** What Slack answered, or what became of the call. */
    readonly why: string,
    cause: unknown,
  ) {
    super(`The members of the user group ${group} can't be read: ${why}`, { cause });
  }
}

/** Answers whether somebody has a role: named themselves, a member of a named group, or where nobody is named. Throws GroupUnread where that hangs on a group that can't be read. */
export type HasRole = (user: string, client: webApi.WebClient) => Promise<boolean>;

const membersKeptMs = 60_000;

/** Answers who has this role; members of groups are asked for again after a minute. */
export function hasRole({ users, groups }: Role, now: () => number): HasRole {
  const known = new Map<string, { readonly members: Promise<readonly string[]>; readonly until: number }>();
  const membersOf = (group: string, client: webApi.WebClient): Promise<readonly string[]> => {
    const before = known.get(group);
    if (before && before.until > now()) return before.members;
    const members = client.usergroups.users.list({ usergroup: group }).then(
      ({ users: found = [] }) => found,
      (error: unknown) => {
        throw new GroupUnread(group, errorCode(error) || innermost(error), error);
      },
    );
    known.set(group, { members, until: now() + membersKeptMs });
    members.catch(() => known.delete(group));
    return members;
  };
  return async (user, client) => {
    if ((users.length === 0 && groups.length === 0) || users.includes(user)) return true;
    const lists = await Promise.allSettled(groups.map((group) => membersOf(group, client)));
    if (lists.some((list) => list.status === 'fulfilled' && list.value.includes(user))) return true;
    const unread = lists.find((list) => list.status === 'rejected');
    if (unread) throw unread.reason;
    return false;
  };
}

/** Whether a role is limited to some people. */
export const isLimited = ({ users, groups }: Role): boolean => users.length > 0 || groups.length > 0;
