import type { MessageThing, WorkspaceThing } from '../desk-server/wire.js';
import { hrefOf, type Route } from './route.js';
import { Shortcuts } from './shortcuts.js';

/** What can be done with a message that all see: answer in its thread, or use one of the app's shortcuts. */
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
  if (message.to !== null) return null;
  return (
    <div class="tools">
      {!inThread && (
        <a
          class="tool"
          href={hrefOf({ ...route, beside: message.thread ?? message.ts })}
          aria-label="Answer in a thread"
          title="Answer in a thread"
        >
          ↩
        </a>
      )}
      <Shortcuts workspace={workspace} route={route} message={message.ts} />
    </div>
  );
}
