import type { CommandHint } from '../desk-server/wire.js';

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
