import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from './pictures.js';

/** A file that doesn't say what the knowledge says. */
export interface Stale {
  readonly file: string;
  readonly why: 'missing' | 'differs' | 'left over';
}

/** Answers the files under a root folder that differ from these. */
export function staleFiles(root: string, files: Files): Stale[] {
  const made = [...files].flatMap(([file, text]): Stale[] => {
    if (!existsSync(join(root, file))) return [{ file, why: 'missing' }];
    return read(join(root, file)) === text ? [] : [{ file, why: 'differs' }];
  });
  return [...made, ...leftOver(root, files).map((file): Stale => ({ file, why: 'left over' }))];
}

/** Writes files under a root folder and removes drawings of charts that are no more. */
export function writeFiles(root: string, files: Files): void {
  for (const file of leftOver(root, files)) rmSync(join(root, file));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** A checkout may have changed the ends of lines. */
const read = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

/** Drawings in the folders of the parts that none of the files is. */
function leftOver(root: string, files: Files): string[] {
  const folders = new Set([...files.keys()].map((file) => dirname(file)).filter((folder) => folder.includes('/')));
  return [...folders].flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const found = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
    return found.filter((file) => /\.(mmd|svg)$/.test(file) && !files.has(file)).sort();
  });
}
