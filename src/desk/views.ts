import { randomBytes } from 'node:crypto';
import type { Fields } from './fields.js';
import type { Limits } from './limits.js';

/** A modal or Home tab as a person has it open, with what was entered so far, by block and action. */
export interface OpenedView {
  readonly id: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | null;
  hash: string;
  view: Fields;
  /** What the app found wrong in it, by block. */
  errors: Readonly<Record<string, string>>;
  readonly entered: Map<string, unknown>;
}

/** The modals that people have open, one stack a person. */
export interface Views {
  top(user: string): OpenedView | undefined;
  stack(user: string): readonly OpenedView[];
  byId(id: string): OpenedView | undefined;
  byExternalId(id: string): OpenedView | undefined;
  /** Answers a view that stands in no stack: a Home tab. */
  alone(user: string, view: Fields): OpenedView;
  /** Puts a view on top, alone or above the others; answers null where the stack is full. */
  put(user: string, view: Fields, above: boolean): OpenedView | null;
  /** Shows another view in place of one; what was entered stays where block and action are the same. */
  replace(opened: OpenedView, view: Fields): void;
  close(user: string, every: boolean): void;
}

/** Answers the stacks of views, as deep as the limits allow. */
export function views(limits: Limits): Views {
  const stacks = new Map<string, OpenedView[]>();
  const stackOf = (user: string) => stacks.get(user) ?? [];
  const hash = () => `${Date.now()}.${randomBytes(4).toString('hex')}`;
  const open = (user: string, view: Fields, previous?: OpenedView): OpenedView => {
    const id = `V${randomBytes(6).toString('hex').toUpperCase()}`;
    return {
      id,
      user,
      rootId: previous?.rootId ?? id,
      previousId: previous?.id ?? null,
      hash: hash(),
      view,
      errors: {},
      entered: new Map(),
    };
  };
  const all = () => [...stacks.values()].flat();
  return {
    top: (user) => stackOf(user).at(-1),
    stack: stackOf,
    byId: (id) => all().find((opened) => opened.id === id),
    byExternalId: (id) => all().find(({ view }) => view.external_id === id),
    alone: (user, view) => open(user, view),
    put(user, view, above) {
      const under = above ? stackOf(user) : [];
      if (under.length >= limits.most('surface.modal.stack')) return null;
      const opened = open(user, view, under.at(-1));
      stacks.set(user, [...under, opened]);
      return opened;
    },
    replace(opened, view) {
      opened.view = view;
      opened.errors = {};
      opened.hash = hash();
    },
    close(user, every) {
      stacks.set(user, every ? [] : stackOf(user).slice(0, -1));
    },
  };
}

/** Answers an opened view as Slack sends it to an app. */
export function viewPayload(opened: OpenedView, values: Fields, team: string): Fields {
  const { view } = opened;
  const ofModal =
    view.type === 'home'
      ? {}
      : {
          clear_on_close: view.clear_on_close === true,
          notify_on_close: view.notify_on_close === true,
          close: view.close ?? null,
          submit: view.submit ?? null,
        };
  return {
    id: opened.id,
    team_id: team,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
    hash: opened.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title' },
    ...ofModal,
    previous_view_id: opened.previousId,
    root_view_id: opened.rootId,
    external_id: view.external_id ?? '',
    app_id: 'A0TSDEPLOY',
    app_installed_team_id: team,
    bot_id: 'B0TSDEPLOY',
  };
}
