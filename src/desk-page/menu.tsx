import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** A menu behind a sign; a choice, Esc, or going elsewhere closes it. */
export function Menu({
  label,
  sign,
  look,
  up = false,
  busy,
  children,
}: {
  readonly label: string;
  readonly sign: string;
  /** The class of the sign. */
  readonly look: string;
  /** Whether it opens upwards. */
  readonly up?: boolean;
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      class={`menu ${up ? 'up' : ''}`}
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu.current?.open !== true) return;
        // What lies around the menu stays open.
        event.preventDefault();
        event.stopPropagation();
        close();
        menu.current.querySelector('summary')?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !menu.current?.contains(relatedTarget)) close();
      }}
    >
      <summary class={look} aria-label={label} title={label} aria-busy={busy}>
        {sign}
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button is a click too */}
      <div class="menu-items" onClick={close}>
        {children}
      </div>
    </details>
  );
}
