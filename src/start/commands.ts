import type { Commands } from '../cli/run.js';

/** The commands of tsdeploy. */
export const commands: Commands = {
  plan: async () => (await import('../cli/plan.js')).planCommand,
  validate: async () => (await import('../cli/validate.js')).validateCommand,
  ask: async () => (await import('../cli/ask.js')).askCommand,
  ticket: async () => (await import('../cli/ticket.js')).ticketCommand,
  start: async () => (await import('./command.js')).startCommand,
  help: async () => (await import('../cli/help.js')).helpCommand,
};
