import { type Fields, fieldsOf, itemsOf } from './fields.js';
import type { DeskState } from './state.js';
import type { OpenedView } from './views.js';

/** Does what an app answers to a view that was sent off. */
export function followResponse(state: DeskState, opened: OpenedView, body: Fields): void {
  opened.errors = {};
  const refuse = (why: string) => state.refusals.push({ in: 'view_submission', where: '/response_action', why });
  const fresh = () => {
    const refusals = state.checks.view(body.view, `response_action ${String(body.response_action)}`);
    state.refusals.push(...refusals);
    return refusals.length === 0;
  };
  switch (body.response_action) {
    case undefined:
      state.views.close(opened.user, false);
      break;
    case 'clear':
      state.views.close(opened.user, true);
      break;
    case 'update':
      if (fresh()) state.views.replace(opened, fieldsOf(body.view));
      break;
    case 'push':
      if (fresh() && !state.views.put(opened.user, fieldsOf(body.view), true)) refuse('push_limit_reached');
      break;
    case 'errors': {
      const blocks = itemsOf(opened.view.blocks).map(fieldsOf);
      opened.errors = Object.fromEntries(Object.entries(fieldsOf(body.errors)).map(([id, why]) => [id, String(why)]));
      for (const id of Object.keys(fieldsOf(body.errors)))
        if (!blocks.some((block) => block.block_id === id && block.type === 'input'))
          refuse(`errors name ${id}, which is no input block`);
      break;
    }
    default:
      refuse(`unknown response_action ${String(body.response_action)}`);
  }
  state.changed();
}
