import type { WorkspaceThing } from '../desk-server/wire.js';
import { act } from './acts.js';
import { Menu } from './menu.js';
import type { Route } from './route.js';

/** The menu of the app's shortcuts: those of a message (its `ts`), or, without one, those that start anywhere; nothing where there are none. */
export function Shortcuts({
  workspace,
  route,
  message = '',
}: {
  readonly workspace: WorkspaceThing;
  readonly route: Route;
  readonly message?: string;
}) {
  const anywhere = message === '';
  const shortcuts = workspace.shortcuts.filter(({ type }) => type === (anywhere ? 'global' : 'message'));
  if (shortcuts.length === 0) return null;
  return (
    <Menu
      {...(anywhere
        ? { label: 'Shortcuts', sign: '⚡', look: 'quiet', up: true }
        : { label: 'More actions', sign: '⋮', look: 'tool' })}
    >
      {shortcuts.map(({ callback, name }) => (
        <button
          key={callback}
          type="button"
          onClick={() => void act({ type: 'shortcut', user: route.user, callback, message })}
        >
          {name} <span class="aside">{workspace.bot.handle}</span>
        </button>
      ))}
    </Menu>
  );
}
