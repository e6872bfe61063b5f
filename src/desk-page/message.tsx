import { useMemo } from 'preact/hooks';
import type { Entries } from '../desk-server/act.js';
import type { MessageThing, WorkspaceThing } from '../desk-server/wire.js';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { FileCard } from './file-card.js';
import { MessageMenu } from './message-menu.js';
import { momentOf, timeOf } from './moments.js';
import { Mrkdwn } from './mrkdwn.js';
import { hrefOf, type Route } from './route.js';
import { Stage, useStage } from './stage.js';

interface MessageParts {
  readonly message: MessageThing;
  readonly replies: readonly MessageThing[];
  readonly chosen: Entries | undefined;
  readonly workspace: WorkspaceThing;
  readonly route: Route;
  /** Whether it stands in its thread's panel. */
  readonly inThread?: boolean;
}

/** A message with what can be done with it. */
export function Message({ message, replies, chosen, workspace, route, inThread = false }: MessageParts) {
  const bot = message.user === workspace.bot.id;
  const author = bot ? workspace.bot.handle : (workspace.people.find(({ id }) => id === message.user)?.name ?? '?');
  const moment = momentOf(message.ts);
  const last = replies.at(-1);
  const count = `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`;
  return (
    <article class={`message ${message.to === null ? '' : 'private'}`} aria-label={`${author}, ${timeOf(moment)}`}>
      <Avatar name={author} bot={bot} />
      <div class="message-main">
        <p class="byline">
          <strong>{author}</strong>
          {bot && <span class="tag">App</span>}
          <time dateTime={moment.toISOString()}>{timeOf(moment)}</time>
          {message.edited && !bot && <span class="aside">(edited)</span>}
        </p>
        {message.to !== null && <p class="aside">Only visible to you</p>}
        <Body message={message} chosen={chosen} user={route.user} place={inThread ? 'thread' : 'channel'} />
        {message.files.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
        {!inThread && last && (
          <a class="replies" href={hrefOf({ ...route, beside: message.ts })}>
            {count}{' '}
            <span class="aside">
              last at <time>{timeOf(momentOf(last.ts))}</time>
            </span>
          </a>
        )}
      </div>
      <MessageMenu message={message} workspace={workspace} route={route} inThread={inThread} />
    </article>
  );
}

const nothing = {};

/** Text or blocks; drawn anew only where they change. */
function Body({
  message,
  chosen,
  user,
  place,
}: Pick<MessageParts, 'message' | 'chosen'> & { readonly user: string; readonly place: string }) {
  const { stage } = useStage({
    id: `${place}-${message.ts}`,
    user,
    place: { kind: 'message', id: message.ts },
    known: chosen ?? nothing,
  });
  return useMemo(
    () => (
      <Stage.Provider value={stage}>
        <div class="message-body">
          {message.blocks.length > 0 ? <Blocks blocks={message.blocks} /> : <Mrkdwn text={message.text} />}
        </div>
      </Stage.Provider>
    ),
    [message, stage],
  );
}
