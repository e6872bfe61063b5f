import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealed } from '../store/envelope.js';
import { newId } from '../store/id.js';
import type { Kind } from '../store/kind.js';
import { digits, pathOf } from '../store/place.js';

/** What the store is measured with: about as large as a plan's answers. */
export interface Note {
  readonly owner: string;
  readonly title: string;
  readonly state: string;
  readonly answers: readonly string[];
}

/** The kind of it, with the facts a list of plans shows. */
export const notes: Kind<Note, 'owner' | 'title' | 'state'> = {
  name: 'notes',
  version: 1,
  migrations: [],
  read(value) {
    const fields = new Map<string, unknown>(Object.entries(value ?? {}));
    const [owner, title, state, answers] = ['owner', 'title', 'state', 'answers'].map((name) => fields.get(name));
    if (typeof owner !== 'string' || typeof title !== 'string' || typeof state !== 'string')
      return { wrong: 'no text' };
    if (!Array.isArray(answers)) return { wrong: 'no answers' };
    return { value: { owner, title, state, answers: answers.map(String) } };
  },
  facts: { owner: ({ owner }) => owner, title: ({ title }) => title, state: ({ state }) => state },
  days: 365,
};

/** Answers a note of one of a thousand people. */
export const note = (number: number): Note => ({
  owner: `U${number % 1000}`,
  title: `The plan with the number ${number}`,
  state: number % 3 === 0 ? 'open' : 'ready',
  answers: Array.from({ length: 12 }, (_, at) => `the answer ${at} of ${number}`),
});

/** Writes a folder of so many entries of a kind as the store would, but for the index and without waiting for the disk. */
export function writeEntries<T, Fact extends string>(
  folder: string,
  kind: Kind<T, Fact>,
  count: number,
  value: (number: number) => T,
): void {
  const kindFolder = join(folder, kind.name);
  for (const digit of digits) mkdirSync(join(kindFolder, digit), { recursive: true });
  const now = Date.now();
  for (let serial = 1; serial <= count; serial++) {
    const id = newId();
    writeFileSync(pathOf(kindFolder, { id, serial }), JSON.stringify(sealed(kind, id, now, value(serial))));
  }
}
