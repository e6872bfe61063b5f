import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldsOf, textOf } from '../../src/desk/fields.js';
import { packageRoot } from '../../src/knowledge/read.js';
import { scenes } from '../../src/pictures/scenes.js';
import { takePictures } from '../../src/pictures/take.js';

const lines = fieldsOf(parse(readFileSync(join(packageRoot, 'flows/pictures.yml'), 'utf8')));

test('every picture of the desk can be taken anew, and stands in docs/', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-pictures-'));
  const taken = await takePictures(folder, (name) => textOf(lines[name]));
  expect(taken).toEqual(scenes(String).map(({ file }) => file));
  expect(readdirSync(folder).sort()).toEqual([...taken].sort());
  for (const file of taken) {
    expect(statSync(join(folder, file)).size, file).toBeGreaterThan(30_000);
    expect(statSync(join(packageRoot, 'docs', file)).size, file).toBeGreaterThan(30_000);
  }
  rmSync(folder, { recursive: true });
}, 60_000);
