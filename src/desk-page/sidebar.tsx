import type { WorkspaceThing } from '../desk-server/wire.js';
import { Avatar } from './avatar.js';
import { hrefOf, type Route } from './route.js';
import { all, type Known } from './store.js';
import { useUnread } from './unread.js';

/** Answers the channel of somebody's direct messages with the app. */
export const directOf = (user: string): string => `D${user.slice(1)}`;

/** Who I am, and where I can go. */
export function Sidebar({
  known,
  workspace,
  route,
}: {
  readonly known: Known;
  readonly workspace: WorkspaceThing;
  readonly route: Route;
}) {
  const channels = all(known, 'channel').filter(
    ({ id, members }) => !id.startsWith('D') && members.includes(route.user),
  );
  const unread = useUnread(known, route);
  const link = (channel: string, label: string, sign: string) => {
    const count = unread(route.user, channel);
    return (
      <li key={channel}>
        <a
          href={hrefOf({ ...route, channel, beside: route.beside === 'inspector' ? 'inspector' : '' })}
          aria-current={route.channel === channel ? 'page' : undefined}
          class={count > 0 ? 'unread' : ''}
        >
          <span class="sign" aria-hidden="true">
            {sign}
          </span>
          {label}
          {count > 0 && (
            <span class="count">
              {count}
              <span class="unseen"> new</span>
            </span>
          )}
        </a>
      </li>
    );
  };
  return (
    <nav class="sidebar" aria-label="Workspace">
      <p class="workspace">
        {workspace.name}
        <span>A desk on this machine, no Slack</span>
      </p>
      <h2 id="you">You are</h2>
      <ul class="people" aria-labelledby="you">
        {workspace.people.map(({ id, name, title }) => {
          const waiting = id === route.user ? 0 : unread(id, directOf(id));
          return (
            <li key={id}>
              <a
                href={hrefOf({
                  ...route,
                  user: id,
                  channel: route.channel.startsWith('D') ? directOf(id) : route.channel,
                  beside: route.beside === 'inspector' ? 'inspector' : '',
                })}
                aria-current={id === route.user ? 'true' : undefined}
              >
                <Avatar name={name} />
                <span class="who">
                  {name}
                  <small>{title}</small>
                </span>
                {waiting > 0 && (
                  <span class="count">
                    {waiting}
                    <span class="unseen"> new</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
      <h2 id="channels">Channels</h2>
      <ul aria-labelledby="channels">{channels.map(({ id, name }) => link(id, name, '#'))}</ul>
      <h2 id="apps">Apps</h2>
      <ul aria-labelledby="apps">
        {workspace.homeTab && link('home', `${workspace.bot.handle} Home`, '⌂')}
        {link(directOf(route.user), workspace.bot.handle, '✉')}
      </ul>
      <p class="bottom">
        <a href={hrefOf({ ...route, beside: route.beside === 'inspector' ? '' : 'inspector' })}>
          {route.beside === 'inspector' ? 'Hide the inspector' : 'Show the inspector'}
        </a>
      </p>
    </nav>
  );
}
