import { useEffect, useRef } from 'preact/hooks';
import type { MessageThing, WorkspaceThing } from '../desk-server/wire.js';
import { act } from './acts.js';
import { Composer } from './composer.js';
import { Heading } from './heading.js';
import { Message } from './message.js';
import { dayOf, momentOf } from './moments.js';
import { useNewest } from './newest.js';
import type { Route } from './route.js';
import { all, type Known, thing } from './store.js';
import { Welcome } from './welcome.js';

/** Answers the messages of a channel that a person sees, oldest first. */
export const messagesIn = (known: Known, { user, channel }: Pick<Route, 'user' | 'channel'>): MessageThing[] =>
  all(known, 'message')
    .filter((message) => message.channel === channel && (message.to ?? user) === user)
    .sort((a, b) => Number(a.ts) - Number(b.ts));

/** A channel, or the direct messages with the app. */
export function Conversation({
  known,
  workspace,
  route,
  openMenu,
}: {
  readonly known: Known;
  readonly workspace: WorkspaceThing;
  readonly route: Route;
  readonly openMenu: () => void;
}) {
  const direct = route.channel.startsWith('D');
  const channel = thing(known, `channel/${route.channel}`);
  const here = messagesIn(known, route);
  const top = here.filter(({ thread, broadcast }) => thread === null || broadcast);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (direct) void act({ type: 'home', user: route.user, tab: 'messages' });
  }, [direct, route.user]);
  useNewest(list, `${route.user} ${route.channel}`, top.at(-1)?.ts ?? '');
  if (!channel?.members.includes(route.user))
    return <Heading title="There is no such channel here" openMenu={openMenu} />;
  const title = direct ? workspace.bot.handle : `#${channel.name}`;
  const botIsIn = channel.members.includes(workspace.bot.id);
  return (
    <>
      <Heading title={title} openMenu={openMenu}>
        <p class="topic">
          {direct
            ? 'Only you and the app see this'
            : botIsIn
              ? `${channel.members.length - 1} people and ${workspace.bot.handle}`
              : `${channel.members.length} people; ${workspace.bot.handle} isn't in this channel`}
        </p>
      </Heading>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll has to be reachable by keyboard */}
      <div class="messages" ref={list} role="log" aria-label={`Messages in ${title}`} tabIndex={0}>
        {top.length === 0 && <Welcome route={route} workspace={workspace} />}
        {top.map((message, at) => {
          const day = dayOf(momentOf(message.ts));
          const before = top[at - 1];
          return (
            <div key={message.ts} data-ts={message.ts}>
              {(!before || dayOf(momentOf(before.ts)) !== day) && (
                <p class="day">
                  <span>{day}</span>
                </p>
              )}
              <Message
                message={message}
                replies={here.filter(({ thread }) => thread === message.ts)}
                chosen={thing(known, `chosen/${route.user} ${message.ts}`)}
                workspace={workspace}
                route={route}
              />
            </div>
          );
        })}
      </div>
      {direct && !workspace.takesMessages ? (
        <p class="no-composer">This app takes commands in channels, and no direct messages.</p>
      ) : (
        <Composer
          key={`${route.user} ${route.channel}`}
          workspace={workspace}
          route={route}
          thread=""
          label={`Message ${title}`}
        />
      )}
    </>
  );
}
