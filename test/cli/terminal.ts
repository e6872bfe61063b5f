import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { call } from './call.js';

export const keys = { enter: '\r', down: '\u001b[B', up: '\u001b[A', leave: '\u0003', escape: '\u001b' };

/** A person at a terminal who runs a command. */
export interface AtTerminal {
  /** Waits until a text shows that wasn't there at the last key; answers what showed since then. */
  readonly sees: (text: RegExp) => Promise<string>;
  /** Presses keys. */
  readonly types: (...pressed: string[]) => void;
  /** Chooses the option with that label from a list, and confirms. */
  readonly chooses: (label: string) => Promise<void>;
  /** Waits for the end of the command; answers its exit code and what it wrote besides the questions. */
  readonly ended: ReturnType<typeof call>;
}

const patience = 8_000;

/** Runs a command line with a person at the terminal. */
export function atTerminal(args: readonly string[], columns = 80): AtTerminal {
  const input = new PassThrough();
  let screen = '';
  let changed = () => {};
  const output = Object.assign(
    new Writable({
      write(chunk, _, done) {
        screen += stripVTControlCharacters(String(chunk));
        changed();
        done();
      },
    }),
    { columns },
  );
  const sees = async (text: RegExp) => {
    const until = Date.now() + patience;
    while (!text.test(screen)) {
      if (Date.now() > until) throw new Error(`${text} doesn't show, but:\n${screen}`);
      await new Promise<void>((resolve) => {
        changed = resolve;
        setTimeout(resolve, 100);
      });
    }
    return screen;
  };
  const types = (...pressed: string[]) => {
    screen = '';
    for (const key of pressed) input.write(key);
  };
  const chooses = async (label: string) => {
    const at = new RegExp(`● ${label.replace(/[()[\].*+?|]/g, '\\$&')}`);
    for (let tries = 0; tries < 20; tries++) {
      await sees(/● /);
      if (at.test(screen)) return types(keys.enter);
      types(keys.down);
    }
    throw new Error(`"${label}" can't be chosen:\n${screen}`);
  };
  const ended = call(args, { terminal: true, streams: { input, output } });
  return { sees, types, chooses, ended };
}
