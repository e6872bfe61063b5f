import type { Entered } from './wire.js';

/** Where somebody presses something. */
export interface PressPlace {
  readonly kind: 'message' | 'modal' | 'home';
  /** A message's `ts`; empty for a modal or Home. */
  readonly id: string;
}

/** What was entered, by `block/action`. */
export type Entries = Readonly<Record<string, Entered>>;

/** How long a message may be, in characters. */
export const longestText = 40_000;

/** What a person does on the page. */
export type Act =
  | {
      readonly type: 'say';
      readonly user: string;
      readonly channel: string;
      readonly text: string;
      readonly thread: string;
      /** Files that were brought before, by their ids. */
      readonly files: readonly string[];
    }
  | { readonly type: 'command'; readonly user: string; readonly channel: string; readonly text: string }
  | {
      readonly type: 'press';
      readonly user: string;
      readonly place: PressPlace;
      /** `block/action`. */
      readonly name: string;
      readonly value?: Entered;
      readonly entries: Entries;
    }
  | { readonly type: 'submit'; readonly user: string; readonly entries: Entries }
  | { readonly type: 'dismiss'; readonly user: string; readonly every: boolean }
  | { readonly type: 'shortcut'; readonly user: string; readonly callback: string; readonly message: string }
  | { readonly type: 'home'; readonly user: string; readonly tab: 'home' | 'messages' };

/** What became of an act: nothing to tell, or what is wrong, by block where it is about fields. */
export interface Told {
  readonly problem?: string;
  readonly errors?: Readonly<Record<string, string>>;
}
