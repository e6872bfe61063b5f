import { useEffect, useRef, useState } from 'preact/hooks';
import { type Act, longestText } from '../desk-server/act.js';
import type { WorkspaceThing } from '../desk-server/wire.js';
import { act } from './acts.js';
import { Attachments, useAttachments } from './attachments.js';
import { CommandHints } from './command-hints.js';
import { takeTexts } from './composer-text.js';
import { announce } from './notices.js';
import type { Route } from './route.js';
import { Shortcuts } from './shortcuts.js';

/** Where messages and commands are written: Enter sends, Shift and Enter begins another line. */
export function Composer({
  workspace,
  route,
  thread,
  label,
}: {
  readonly workspace: WorkspaceThing;
  readonly route: Route;
  readonly thread: string;
  readonly label: string;
}) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const files = useAttachments(workspace.largestFile);
  const [over, setOver] = useState(false);
  const fill = (filled: string) => {
    setText(filled);
    field.current?.focus();
  };
  useEffect(() => (thread === '' ? takeTexts(fill) : undefined), [thread]);

  async function send() {
    const line = text.trim();
    if (files.underWay || (line === '' && files.ids.length === 0)) return;
    if (line.length > longestText)
      return announce(`A message takes ${longestText} characters, and this has ${line.length}. Post it as a file.`);
    const { user, channel } = route;
    const isCommand = line.startsWith('/');
    if (isCommand && thread !== '')
      return announce('Slash commands work in the channel, not in a thread. Mention the app here instead.');
    const wanted: Act = isCommand
      ? { type: 'command', user, channel, text: line }
      : { type: 'say', user, channel, text: line, thread, files: files.ids };
    setText('');
    if (!isCommand) files.clear();
    const { problem } = await act(wanted);
    // What didn't get through can be mended, or sent again.
    if (problem !== undefined) setText((since) => (since === '' ? line : since));
  }

  return (
    <form
      class={`composer ${over ? 'over' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        files.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {text.startsWith('/') && thread === '' && <CommandHints text={text} commands={workspace.commands} fill={fill} />}
      <Attachments files={files} />
      <div class="composer-row">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            files.add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <button
          type="button"
          class="quiet"
          aria-label="Attach files"
          title="Attach files"
          onClick={() => picker.current?.click()}
        >
          +
        </button>
        {thread === '' && <Shortcuts workspace={workspace} route={route} />}
        <textarea
          ref={field}
          rows={Math.min(10, text.split('\n').length)}
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onPaste={({ clipboardData }) => files.add([...(clipboardData?.files ?? [])])}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <button
          type="submit"
          class="button primary"
          disabled={files.underWay || (text.trim() === '' && files.ids.length === 0)}
        >
          Send
        </button>
      </div>
    </form>
  );
}
