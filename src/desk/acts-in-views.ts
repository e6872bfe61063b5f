import type { Outcome } from './delivery.js';
import { type Entry, enter } from './entries.js';
import { fieldsOf } from './fields.js';
import { followResponse } from './follow-response.js';
import { formOf } from './forms.js';
import { messagesSeenBy } from './messages.js';
import {
  actionPayload,
  commandPayload,
  messageShortcutPayload,
  shortcutPayload,
  viewEventPayload,
} from './payloads.js';
import { pressIn } from './presses.js';
import { keepReply } from './replies.js';
import type { DeskMessage, DeskState } from './state.js';
import type { Transmission } from './transmission.js';
import { unsendable } from './unsendable.js';
import type { OpenedView } from './views.js';

/** What people start, fill and press. */
export interface ActsInViews {
  command(user: string, line: string, channel?: string): Promise<Outcome>;
  shortcut(user: string, callback: string): Promise<Outcome>;
  messageShortcut(user: string, callback: string, message: DeskMessage): Promise<Outcome>;
  fill(user: string, entries: Readonly<Record<string, Entry>>): void;
  /** Presses or chooses something in a message or Home tab, else in whatever is newest: the open view, then messages. */
  click(user: string, name: string, value?: Entry, place?: DeskMessage | OpenedView): Promise<Outcome>;
  submit(user: string, entries?: Readonly<Record<string, Entry>>): Promise<Outcome>;
  /** Closes the view on top, or all of them. */
  dismiss(user: string, every?: boolean): Promise<Outcome | null>;
  openView(user: string): OpenedView | undefined;
  homeOf(user: string): OpenedView | undefined;
}

/** Answers what people do with the app's views and buttons. */
export function actsInViews(state: DeskState, { send }: Pick<Transmission, 'send'>): ActsInViews {
  const top = (user: string): OpenedView => {
    const opened = state.views.top(user);
    if (!opened) throw new Error(`${user} has no view open.`);
    return opened;
  };
  return {
    async command(user, line, channel = 'CDEPLOY') {
      const outcome = await send('slash_commands', commandPayload(state, user, channel, line));
      if (outcome.ack === 'taken' && outcome.body !== undefined)
        keepReply(state, { user, channel }, fieldsOf(outcome.body), 'ack');
      return outcome;
    },
    shortcut: (user, callback) => send('interactive', shortcutPayload(state, user, callback)),
    messageShortcut: (user, callback, message) =>
      send('interactive', messageShortcutPayload(state, user, callback, message)),
    fill: (user, entries) => enter(formOf(state, user, top(user)), entries),
    async click(user, name, value, place) {
      const places = place ? [place] : [state.views.top(user), ...messagesSeenBy(state, user).reverse()];
      for (const one of places) {
        const press = one && pressIn(formOf(state, user, one), name, value);
        if (press) return send('interactive', actionPayload(state, user, one, press));
      }
      throw new Error(`${user} sees nothing to press called ${name}.`);
    },
    async submit(user, entries = {}) {
      const opened = top(user);
      const form = formOf(state, user, opened);
      if (opened.view.submit === undefined) throw new Error('The view has no button to send it.');
      enter(form, entries);
      const wrong = unsendable(form);
      if (Object.keys(wrong).length > 0)
        throw new Error(`Slack's client doesn't send this view: ${JSON.stringify(wrong)}`);
      const outcome = await send('interactive', viewEventPayload(state, 'view_submission', opened));
      if (outcome.ack === 'taken') followResponse(state, opened, fieldsOf(outcome.body));
      return outcome;
    },
    async dismiss(user, every = top(user).view.clear_on_close === true) {
      const closed = every ? [...state.views.stack(user)].reverse() : [top(user)];
      const payloads = closed
        .filter(({ view }) => view.notify_on_close === true)
        .map((opened) => viewEventPayload(state, 'view_closed', opened, every));
      state.views.close(user, every);
      state.changed();
      let outcome: Outcome | null = null;
      for (const payload of payloads) outcome = await send('interactive', payload);
      return outcome;
    },
    openView: (user) => state.views.top(user),
    homeOf: (user) => state.homes.get(user),
  };
}
