// Imported before a program: tells on standard error which CommonJS files it had loaded in the end.
import { createRequire } from 'node:module';

const { cache } = createRequire(import.meta.url);
process.on('exit', () => process.stderr.write(`${JSON.stringify(Object.keys(cache))}\n`));
