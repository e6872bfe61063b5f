import type { Commands } from '../cli/run.js';

/** The commands of tsdeploy. */
export const commands: Commands = {
  plan: async () => (await import('../cli/plan.js')).planCommand,
  start: async () => (await import('./command.js')).startCommand,
  help: async () => (await import('../cli/help.js')).helpCommand,
};
