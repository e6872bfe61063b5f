#!/usr/bin/env node
import { run } from './cli/run.js';
import { commands } from './start/commands.js';

process.exitCode = await run(
  process.argv.slice(2),
  {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: Boolean(process.stdin.isTTY && process.stdout.isTTY),
    colours: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  },
  commands,
);
