import type { Form } from './entries.js';
import { itemsOf } from './fields.js';
import type { DeskMessage, DeskState } from './state.js';
import type { OpenedView } from './views.js';

/** Answers the blocks of a view or message with what this person has entered there. */
export function formOf(state: DeskState, user: string, place: OpenedView | DeskMessage): Form {
  if ('hash' in place) return { blocks: itemsOf(place.view.blocks), entered: place.entered };
  const key = `${user} ${place.ts}`;
  const entered = state.chosen.get(key) ?? new Map();
  state.chosen.set(key, entered);
  return { blocks: place.blocks, entered };
}
