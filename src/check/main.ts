import { readPages } from '../knowledge/read.js';
import { runChecks } from './run.js';

process.exitCode = runChecks(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  pages: readPages,
});
