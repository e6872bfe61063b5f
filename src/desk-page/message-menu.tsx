import { useRef } from 'preact/hooks';
import type { MessageThing, WorkspaceThing } from '../desk-server/wire.js';
import { act } from './acts.js';
import { hrefOf, type Route } from './route.js';

/** What can be done with a message: answer in its thread, or use one of the app's shortcuts. */
export function MessageMenu({
  message,
  workspace,
  route,
  inThread,
}: {
  readonly message: MessageThing;
  readonly workspace: WorkspaceThing;
  readonly route: Route;
  readonly inThread: boolean;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const shortcuts = workspace.shortcuts.filter(({ type }) => type === 'message');
  const threads = !inThread && message.to === null;
  if (!threads && (shortcuts.length === 0 || message.to !== null)) return null;
  return (
    <div class="tools">
      {threads && (
        <a
          class="tool"
          href={hrefOf({ ...route, beside: message.thread ?? message.ts })}
          aria-label="Answer in a thread"
          title="Answer in a thread"
        >
          ↩
        </a>
      )}
      {shortcuts.length > 0 && message.to === null && (
        <details
          class="menu"
          ref={menu}
          onFocusOut={({ relatedTarget }) => {
            if (menu.current && !(relatedTarget instanceof Node && menu.current.contains(relatedTarget)))
              menu.current.open = false;
          }}
        >
          <summary class="tool" aria-label="More actions" title="More actions">
            ⋮
          </summary>
          <div class="menu-items">
            {shortcuts.map(({ callback, name }) => (
              <button
                key={callback}
                type="button"
                onClick={() => {
                  if (menu.current) menu.current.open = false;
                  void act({ type: 'shortcut', user: route.user, callback, message: message.ts });
                }}
              >
                {name} <span class="aside">{workspace.bot.handle}</span>
              </button>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
