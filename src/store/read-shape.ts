import * as v from 'valibot';
import type { Read } from './kind.js';

/** Answers what reads JSON of a shape; whatever the shape doesn't know is wrong. */
export const readShape =
  <T>(shape: v.GenericSchema<unknown, T>) =>
  (value: unknown): Read<T> => {
    const read = v.safeParse(shape, value);
    return read.success ? { value: read.output } : { wrong: v.summarize(read.issues) };
  };
