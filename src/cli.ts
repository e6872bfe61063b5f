#!/usr/bin/env node
import { isatty } from 'node:tty';
import { run } from './cli/run.js';
import { commands } from './start/commands.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads may stop early, as head does.
  if (error.code !== 'EPIPE') process.stderr.write(`tsdeploy: the output can't be written (${error.code}).\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

// Asked by number: process.stdin would be opened, and made non-blocking, before a command reads it.
process.exitCode = await run(
  process.argv.slice(2),
  {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: isatty(0) && isatty(1),
    colours: isatty(1) && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  },
  commands,
);
