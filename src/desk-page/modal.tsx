import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import type { ViewThing } from '../desk-server/wire.js';
import { act } from './acts.js';
import { Blocks } from './blocks.js';
import { Stage, useStage } from './stage.js';
import { wordsOf } from './texts.js';

type Errors = Readonly<Record<string, string>>;

/** The view that the app has opened, above everything else. */
export function Modal({ modal, user }: { readonly modal: ViewThing; readonly user: string }) {
  const { id, hash, view } = modal;
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState(false);
  const [own, setOwn] = useState<{ readonly hash: string; readonly errors: Errors }>({ hash: '', errors: {} });
  const errors = useMemo(
    () => ({ ...modal.errors, ...(own.hash === hash ? own.errors : {}) }),
    [modal.errors, own, hash],
  );
  const { stage, entries } = useStage({ id, user, place: { kind: 'modal', id }, known: modal.entered, errors });
  const blocks = itemsOf(view.blocks);
  const page = `${id} ${blocks.map((block) => textOf(fieldsOf(block).block_id)).join()} ${blocks.length}`;
  const wrong = Object.keys(errors).join();

  useLayoutEffect(() => dialog.current?.showModal(), []);
  useLayoutEffect(() => {
    body.current?.scrollTo({ top: 0 });
    firstField(body.current)?.focus({ preventScroll: true });
  }, [page]);
  useLayoutEffect(() => body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [wrong]);

  const close = (every: boolean) => void act({ type: 'dismiss', user, every });
  async function submit() {
    if (busy) return;
    setBusy(true);
    const told = await act({ type: 'submit', user, entries: entries() });
    setOwn({ hash, errors: told.errors ?? {} });
    setBusy(false);
  }
  return (
    <dialog
      ref={dialog}
      class={`modal ${view.submit ? '' : 'told'}`}
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close(false);
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        noValidate
      >
        <header>
          <h2 id="modal-title">{wordsOf(view.title)}</h2>
          <button type="button" class="quiet" aria-label="Close" onClick={() => close(true)}>
            ×
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll has to be reachable by keyboard */}
        <section class="modal-body" ref={body} tabIndex={0} aria-labelledby="modal-title">
          <Stage.Provider value={stage}>
            <Blocks key={page} blocks={blocks} />
          </Stage.Provider>
        </section>
        <footer>
          <button type="button" class="button" onClick={() => close(false)}>
            {wordsOf(view.close) || 'Cancel'}
          </button>
          {fieldsOf(view.submit).text !== undefined && (
            <button type="submit" class="button primary" aria-busy={busy}>
              {wordsOf(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** Answers where a page's reader begins: at what they are asked, else at the page itself. */
const firstField = (body: HTMLElement | null): HTMLElement | null =>
  body?.querySelector<HTMLElement>('.field input, .field select, .field textarea') ?? body;
