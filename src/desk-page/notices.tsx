import { useEffect, useState } from 'preact/hooks';

/** A line that is shown for a while. */
interface Notice {
  readonly id: number;
  readonly text: string;
  readonly kind: 'trouble' | 'refusal' | 'plain';
}

const shownFor = 9_000;
let next = 0;
let notices: readonly Notice[] = [];
const lookers = new Set<(notices: readonly Notice[]) => void>();

function put(list: readonly Notice[]): void {
  notices = list;
  for (const look of lookers) look(notices);
}

const drop = (id: number) => put(notices.filter((notice) => notice.id !== id));

/** Shows a line for a while, and has screen readers say it. */
export function announce(text: string, kind: Notice['kind'] = 'plain'): void {
  if (notices.some((notice) => notice.text === text)) return;
  next += 1;
  const id = next;
  put([...notices.slice(-2), { id, text, kind }]);
  setTimeout(() => drop(id), shownFor);
}

/** The notices of the moment. */
export function Notices() {
  const [shown, set] = useState(notices);
  useEffect(() => {
    lookers.add(set);
    return () => void lookers.delete(set);
  }, []);
  return (
    <div class="notices" role="status">
      {shown.map(({ id, text, kind }) => (
        <p key={id} class={`notice ${kind}`}>
          <span>{text}</span>
          <button type="button" class="quiet" aria-label="Dismiss" onClick={() => drop(id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
