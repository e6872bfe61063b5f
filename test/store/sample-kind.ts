import type { Kind } from '../../src/store/kind.js';

/** A value that tests keep: whose it is, what it is called, and a number. */
export interface Sample {
  readonly owner: string;
  readonly title: string;
  readonly count: number;
}

const day = 86_400_000;

/** A time in the tests, in milliseconds: so many days after the first. */
export const days = (count: number): number => Date.UTC(2026, 10, 20) + count * day;

/** A kind as the program would define one. */
export const samples: Kind<Sample, 'owner' | 'title'> = {
  name: 'samples',
  version: 1,
  migrations: [],
  read(value) {
    if (typeof value !== 'object' || value === null) return { wrong: 'it is no object' };
    const fields = new Map<string, unknown>(Object.entries(value));
    const [owner, title, count] = ['owner', 'title', 'count'].map((name) => fields.get(name));
    if (fields.size !== 3) return { wrong: 'it must have three fields' };
    if (typeof owner !== 'string' || typeof title !== 'string') return { wrong: 'owner and title must be texts' };
    if (typeof count !== 'number') return { wrong: 'count must be a number' };
    return { value: { owner, title, count } };
  },
  facts: { owner: ({ owner }) => owner, title: ({ title }) => title },
  days: 30,
};

/** Answers a sample that differs from others by its number. */
export const sample = (count: number, owner = 'U1'): Sample => ({ owner, title: `sample ${count}`, count });
