import { type Fields, fieldsOf, parsed, textOf } from './fields.js';
import { type Method, method, type Reply } from './method.js';
import { type Refusal, worded } from './payload-checks.js';
import { directChannel, ids } from './people.js';
import type { DeskState } from './state.js';
import { type OpenedView, viewPayload } from './views.js';

const shown = (opened: OpenedView): Reply => ({ fields: { view: viewPayload(opened, {}, ids.team) } });

/** Answers the view of a call, or the refusal where Slack would not show it. */
function viewIn(
  state: DeskState,
  args: Fields,
  check: (view: unknown) => Refusal[],
): { view: Fields } | { error: string; why: string[] } {
  const view = typeof args.view === 'string' ? parsed(args.view) : args.view;
  const refusals = check(view);
  if (refusals.length === 0) return { view: fieldsOf(view) };
  state.refusals.push(...refusals);
  return { error: 'invalid_arguments', why: worded(refusals) };
}

const show = (above: boolean): Method =>
  method(null, (state, args) => {
    const read = viewIn(state, args, (view) => state.checks.view(view, above ? 'views.push' : 'views.open'));
    if ('error' in read) return read;
    const permit = state.permits.useTrigger(textOf(args.trigger_id));
    if ('denied' in permit) return { error: permit.denied };
    const opened = state.views.put(permit.user, read.view, above);
    return opened ? shown(opened) : { error: 'push_limit_reached' };
  });

const update = method(null, (state, args) => {
  const read = viewIn(state, args, (view) => state.checks.view(view, 'views.update'));
  if ('error' in read) return read;
  const opened =
    args.external_id === undefined
      ? state.views.byId(textOf(args.view_id))
      : state.views.byExternalId(textOf(args.external_id));
  if (!opened) return { error: 'not_found' };
  if (args.hash !== undefined && args.hash !== opened.hash) return { error: 'hash_conflict' };
  state.views.replace(opened, read.view);
  return shown(opened);
});

const publish = method(null, (state, args) => {
  const user = textOf(args.user_id);
  if (!state.installation.homeTab) return { error: 'not_enabled' };
  if (!state.channels.has(directChannel(user))) return { error: 'user_not_found' };
  const read = viewIn(state, args, (view) => state.checks.home(view, 'views.publish'));
  if ('error' in read) return read;
  const old = state.homes.get(user);
  if (args.hash !== undefined && args.hash !== old?.hash) return { error: 'hash_conflict' };
  const home = old ?? state.views.alone(user, read.view);
  if (old) state.views.replace(old, read.view);
  state.homes.set(user, home);
  return shown(home);
});

/** The methods of modals and Home tabs. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': show(false),
  'views.push': show(true),
  'views.update': update,
  'views.publish': publish,
};
