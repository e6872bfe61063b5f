import { useRef } from 'preact/hooks';
import type { CommandHint, WorkspaceThing } from '../desk-server/wire.js';
import { act } from './acts.js';
import type { Route } from './route.js';

/** The slash commands that begin like the text. */
export function CommandHints({
  text,
  commands,
  fill,
}: {
  readonly text: string;
  readonly commands: readonly CommandHint[];
  readonly fill: (text: string) => void;
}) {
  const [word = ''] = text.split(/\s/);
  const fitting = commands.filter(({ command }) => (text.includes(' ') ? command === word : command.startsWith(word)));
  if (fitting.length === 0) return null;
  return (
    <div class="hints">
      {fitting.map(({ command, usage, description }) => (
        <button key={command} type="button" onClick={() => fill(`${command} `)}>
          <strong>{command}</strong> <span class="usage">{usage}</span>
          <small>{description}</small>
        </button>
      ))}
    </div>
  );
}

/** The app's shortcuts that start anywhere. */
export function Shortcuts({ workspace, route }: { readonly workspace: WorkspaceThing; readonly route: Route }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const shortcuts = workspace.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <details
      class="menu up"
      ref={menu}
      onFocusOut={({ relatedTarget }) => {
        if (menu.current && !(relatedTarget instanceof Node && menu.current.contains(relatedTarget)))
          menu.current.open = false;
      }}
    >
      <summary class="quiet" aria-label="Shortcuts" title="Shortcuts">
        ⚡
      </summary>
      <div class="menu-items">
        {shortcuts.map(({ callback, name }) => (
          <button
            key={callback}
            type="button"
            onClick={() => {
              if (menu.current) menu.current.open = false;
              void act({ type: 'shortcut', user: route.user, callback, message: '' });
            }}
          >
            {name} <span class="aside">{workspace.bot.handle}</span>
          </button>
        ))}
      </div>
    </details>
  );
}
