import { useEffect, useRef } from 'preact/hooks';
import type { Fields } from '../desk/fields.js';
import { Text, wordsOf } from './texts.js';

/** Asks before something is done. */
export function Confirm({
  confirm,
  yes,
  no,
}: {
  readonly confirm: Fields;
  readonly yes: () => void;
  readonly no: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="modal small" aria-labelledby="confirm-title" onClose={no}>
      <h2 id="confirm-title">{wordsOf(confirm.title)}</h2>
      <div class="modal-body">
        <Text text={confirm.text} />
      </div>
      <footer>
        <button type="button" class="button" onClick={no}>
          {wordsOf(confirm.deny)}
        </button>
        <button type="button" class={`button ${confirm.style === 'danger' ? 'danger' : 'primary'}`} onClick={yes}>
          {wordsOf(confirm.confirm)}
        </button>
      </footer>
    </dialog>
  );
}
