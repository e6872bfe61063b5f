import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type StoreSettings } from '../../src/store/disk-store.js';
import type { Note } from '../../src/store/note.js';
import type { Store } from '../../src/store/port.js';

/** Answers an empty folder that is removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that was opened, with what it told. */
export interface Opened {
  readonly store: Store;
  readonly notes: Note[];
}

/** Opens the store in a folder; it is closed after the test. */
export async function opening(folder: string, settings: Partial<StoreSettings> = {}): Promise<Opened> {
  const notes: Note[] = [];
  const store = await openStore({ folder, tell: (note) => notes.push(note), ...settings });
  onTestFinished(() => store.close());
  return { store, notes };
}

/** Answers the paths of all files below a folder, sorted. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();

/** Answers the files of entries below a folder. */
export const entryFiles = (folder: string): string[] =>
  filesBelow(folder).filter((path) => /[\\/][0-9a-f][\\/][0-9a-f]{32}\.\d+\.json$/.test(path));
