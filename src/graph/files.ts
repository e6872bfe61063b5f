import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pictures } from './pictures.js';

/** A file that doesn't show what the knowledge says. */
export interface Stale {
  readonly file: string;
  readonly why: 'missing' | 'differs' | 'left over';
}

/** Answers the files under a root folder that differ from the pictures. */
export function staleFiles(root: string, pictures: Pictures): Stale[] {
  const drawn = [...pictures].flatMap(([file, text]): Stale[] => {
    if (!existsSync(join(root, file))) return [{ file, why: 'missing' }];
    return read(join(root, file)) === text ? [] : [{ file, why: 'differs' }];
  });
  return [...drawn, ...leftOver(root, pictures).map((file): Stale => ({ file, why: 'left over' }))];
}

/** Writes the pictures under a root folder and removes those of charts that are no more. */
export function writePictures(root: string, pictures: Pictures): void {
  for (const file of leftOver(root, pictures)) rmSync(join(root, file));
  for (const [file, text] of pictures) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** A checkout may have changed the ends of lines. */
const read = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

/** Drawings in the folders of the parts that none of the pictures is. */
function leftOver(root: string, pictures: Pictures): string[] {
  const folders = new Set([...pictures.keys()].map((file) => dirname(file)).filter((folder) => folder.includes('/')));
  return [...folders].flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
    return files.filter((file) => /\.(mmd|svg)$/.test(file) && !pictures.has(file)).sort();
  });
}
