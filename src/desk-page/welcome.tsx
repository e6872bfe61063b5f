import type { WorkspaceThing } from '../desk-server/wire.js';
import { fillComposer } from './composer-text.js';
import type { Route } from './route.js';

/** What an empty channel says: what this is, and what to try. */
export function Welcome({ route, workspace }: { readonly route: Route; readonly workspace: WorkspaceThing }) {
  const direct = route.channel.startsWith('D');
  const [command] = workspace.commands;
  if (direct)
    return (
      <section class="welcome">
        <h2>{workspace.bot.handle}</h2>
        <p>What the app tells you alone comes here.</p>
      </section>
    );
  const tries = [
    [`${command?.command ?? ''} plan`, 'Plan a deployment: a few questions, then every setting with its source'],
    [`${command?.command ?? ''} help`, 'Everything the app can do'],
  ] as const;
  return (
    <section class="welcome">
      <h2>A workspace of your own, on this machine</h2>
      <p>
        This is tsdeploy as people will see it in Slack: the same app, and a workspace that takes what Slack takes and
        refuses what Slack refuses. You are two people; change who you are on the left. Nothing leaves this machine.
      </p>
      <ul>
        {tries.map(([line, what]) => (
          <li key={line}>
            <button type="button" class="button" onClick={() => fillComposer(line)}>
              {line}
            </button>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
