import type { Content } from './entry-file.js';
import type { Id } from './id.js';
import type { Form } from './kind.js';

/** What was found in an entry's file. */
export type Opened<T> =
  | { readonly value: T; readonly at: number }
  | { readonly damaged: string }
  | { readonly newer: number };

/** Answers what is written of an entry: the value, and what tells whose file it is. */
export const sealed = <T>(kind: Form<T>, id: Id, at: number, value: T) => ({
  kind: kind.name,
  version: kind.version,
  id,
  at: new Date(at).toISOString(),
  value,
});

/** Reads what was written of an entry, in this version of its kind or an older one. */
export function opened<T>(kind: Form<T>, id: Id, content: Content): Opened<T> {
  if ('broken' in content) return { damaged: content.broken };
  const { json } = content;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { damaged: 'it holds no entry' };
  const fields = new Map<string, unknown>(Object.entries(json));
  const version = fields.get('version');
  const at = typeof fields.get('at') === 'string' ? Date.parse(String(fields.get('at'))) : Number.NaN;
  if (fields.get('kind') !== kind.name) return { damaged: `it isn't one of ${kind.name}` };
  if (fields.get('id') !== id) return { damaged: 'it holds the entry of another id' };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { damaged: 'it says no version' };
  if (version > kind.version) return { newer: version };
  if (Number.isNaN(at)) return { damaged: 'it says no time' };
  if (!fields.has('value')) return { damaged: 'it holds no value' };
  return migrated(kind, version, at, fields.get('value'));
}

function migrated<T>(kind: Form<T>, version: number, at: number, stored: unknown): Opened<T> {
  try {
    const read = kind.read(kind.migrations.slice(version - 1).reduce((value, step) => step(value), stored));
    return 'wrong' in read ? { damaged: read.wrong } : { value: read.value, at };
  } catch (error) {
    return { damaged: `it can't be brought from version ${version} to ${kind.version} (${String(error)})` };
  }
}

/** Answers a value as it is read again once it is written. Throws where it couldn't be: a mistake in the program. */
export function mustReadAgain<T>(kind: Form<T>, value: T): T {
  const text: string | undefined = JSON.stringify(value);
  const read = text === undefined ? { wrong: 'it is undefined' } : kind.read(JSON.parse(text));
  if ('wrong' in read) throw new TypeError(`${kind.name}: this couldn't be read again: ${read.wrong}`);
  return read.value;
}
