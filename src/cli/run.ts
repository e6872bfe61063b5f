import { didYouMean } from '../text/nearest.js';
import { Unusable } from '../text/problem.js';
import type { Streams } from './ask-question.js';

/** What a command may use of the world. */
export interface World {
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person can be asked. */
  readonly terminal: boolean;
  readonly colours: boolean;
  /** Where a person is asked, if not in the terminal itself. */
  readonly streams?: Streams;
}

/** A command: reads its arguments, answers its exit code. */
export type Command = (args: readonly string[], world: World) => Promise<number>;

/** The commands by name, each loaded only when it is called. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Runs a command line and answers its exit code: 0 fine, 1 blocked, 2 can't be used. */
export async function run(args: readonly string[], world: World, commands: Commands): Promise<number> {
  const [name = 'help', ...rest] = args;
  const wanted = args.some((one) => /^(-h|--help)$/.test(one)) ? 'help' : name;
  const load = /^(-v|--version)$/.test(wanted)
    ? async () => (await import('./version.js')).versionCommand
    : Object.hasOwn(commands, wanted)
      ? commands[wanted]
      : undefined;
  try {
    if (!load)
      throw new Unusable([
        `tsdeploy: unknown command "${name.slice(0, 60)}".${didYouMean(name, Object.keys(commands))} Commands: ${Object.keys(commands).join(', ')}.`,
      ]);
    return await (await load())(rest, world);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    world.err(`${error.message}\n`);
    return 2;
  }
}
