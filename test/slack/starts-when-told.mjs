// Loads the app as `tsdeploy start` does, and starts it once it is told to on standard input.
import { once } from 'node:events';
import { runBot } from '../../dist/start/bot.js';

await once(process.stdin, 'data');
process.stdin.destroy();
process.exitCode = await runBot({
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
process.exit();
