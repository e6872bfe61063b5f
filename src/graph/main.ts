import { packageRoot } from '../knowledge/read.js';
import { graphCommand } from './command.js';

process.exitCode = await graphCommand(process.argv.slice(2), packageRoot, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
