import type { ComponentChildren } from 'preact';

/** The line above a channel or Home, with the button that opens the menu on a phone. */
export const Heading = ({
  title,
  children,
  openMenu,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly openMenu: () => void;
}) => (
  <header class="heading">
    <button type="button" class="quiet menu-button" aria-label="Open the menu" onClick={openMenu}>
      ☰
    </button>
    <h1>{title}</h1>
    {children}
  </header>
);
