import { useRef, useState } from 'preact/hooks';
import { bring } from './acts.js';
import { sizeOf } from './file-card.js';
import { announce } from './notices.js';

/** A file on its way into a message. */
interface Attached {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** How much of it is at the desk, from 0 to 1. */
  readonly share: number;
  readonly id: string | null;
}

/** The files of a message that isn't sent yet. */
export interface AttachedFiles {
  readonly list: readonly Attached[];
  readonly ids: readonly string[];
  readonly underWay: boolean;
  add(files: readonly File[]): void;
  remove(key: number): void;
  clear(): void;
}

const mostFiles = 10;
let next = 0;

/** Answers the files being attached; a file larger than `largest` bytes is refused with words, and never sent. */
export function useAttachments(largest: number): AttachedFiles {
  const [list, set] = useState<readonly Attached[]>([]);
  const latest = useRef(list);
  const put = (changed: readonly Attached[]) => {
    latest.current = changed;
    set(changed);
  };
  const change = (key: number, part: Partial<Attached>) =>
    put(latest.current.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const remove = (key: number) => put(latest.current.filter((one) => one.key !== key));

  async function addOne(file: File): Promise<void> {
    if (file.size > largest)
      return announce(
        `${file.name} has ${sizeOf(file.size)}, and the desk takes files up to ${sizeOf(largest)}. Post a smaller one.`,
        'trouble',
      );
    if (file.size === 0) return announce(`${file.name} is empty.`, 'trouble');
    if (latest.current.length >= mostFiles) return announce(`A message takes ${mostFiles} files.`, 'trouble');
    next += 1;
    const key = next;
    put([...latest.current, { key, name: file.name, size: file.size, share: 0, id: null }]);
    const id = await bring(file, (share) => change(key, { share }));
    if (id === null) remove(key);
    else change(key, { id, share: 1 });
  }

  return {
    list,
    ids: list.flatMap(({ id }) => (id === null ? [] : [id])),
    underWay: list.some(({ id }) => id === null),
    add(files) {
      for (const file of files) void addOne(file);
    },
    remove,
    clear: () => put([]),
  };
}

/** The files that go along with the message. */
export const Attachments = ({ files }: { readonly files: AttachedFiles }) =>
  files.list.length === 0 ? null : (
    <ul class="attachments" aria-label="Files of this message">
      {files.list.map(({ key, name, size, share, id }) => (
        <li key={key}>
          {name} <span class="aside">{sizeOf(size)}</span>
          {id === null && <progress value={share} aria-label={`Bringing ${name}`} />}
          <button type="button" class="quiet" aria-label={`Remove ${name}`} onClick={() => files.remove(key)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
