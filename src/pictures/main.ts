import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fieldsOf } from '../desk/fields.js';
import { packageRoot } from '../knowledge/read.js';
import { takePictures } from './take.js';

const source = 'flows/pictures.yml';
const lines = fieldsOf(parse(readFileSync(join(packageRoot, source), 'utf8')));

const taken = await takePictures(join(packageRoot, 'docs'), (name) => {
  const line = lines[name];
  if (typeof line !== 'string') throw new Error(`${source}: it has no ${name}.`);
  return line;
});
process.stdout.write(`${taken.map((file) => `docs/${file}`).join('\n')}\n`);
