import { useEffect, useRef } from 'preact/hooks';
import type { WorkspaceThing } from '../desk-server/wire.js';
import { Composer } from './composer.js';
import { messagesIn } from './conversation.js';
import { Message } from './message.js';
import { useNewest } from './newest.js';
import { go, type Route } from './route.js';
import { type Known, thing } from './store.js';

/** A message's thread, beside the channel. */
export function Thread({
  known,
  workspace,
  route,
}: {
  readonly known: Known;
  readonly workspace: WorkspaceThing;
  readonly route: Route;
}) {
  const here = messagesIn(known, route);
  const root = here.find(({ ts }) => ts === route.beside);
  const replies = here.filter(({ thread }) => thread === route.beside);
  const panel = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => go({ ...route, beside: '' });
  useEffect(() => panel.current?.querySelector('textarea')?.focus(), [route.beside]);
  useNewest(list, `${route.user} ${route.beside}`, replies.at(-1)?.ts ?? '', 'first');
  return (
    <aside
      class="beside"
      aria-label="Thread"
      ref={panel}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <header class="heading">
        <h2>Thread</h2>
        <button type="button" class="quiet" aria-label="Close the thread" onClick={close}>
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll has to be reachable by keyboard */}
      <div class="messages" role="log" aria-label="Messages of the thread" tabIndex={0} ref={list}>
        {root ? (
          [root, ...replies].map((message) => (
            <div key={message.ts} data-ts={message.ts}>
              <Message
                message={message}
                replies={[]}
                chosen={thing(known, `chosen/${route.user} ${message.ts}`)}
                workspace={workspace}
                route={route}
                inThread
              />
            </div>
          ))
        ) : (
          <p class="aside">This message isn't there any more.</p>
        )}
      </div>
      {root && (
        <Composer
          key={`${route.user} ${root.ts}`}
          workspace={workspace}
          route={route}
          thread={root.ts}
          label="Answer in the thread"
        />
      )}
    </aside>
  );
}
