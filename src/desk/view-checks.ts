import { blockChecks } from './block-checks.js';
import { fieldsOf, itemsOf } from './fields.js';
import type { Limits } from './limits.js';
import { all, among, type Check, flag, rule, shape, text } from './shape.js';
import { compositions } from './texts.js';

const parts = (limits: Limits, surface: 'modal' | 'home') => ({
  private_metadata: text(limits.most(`surface.${surface}.private_metadata`), 0),
  callback_id: text(limits.most(`surface.${surface}.callback_id`)),
  external_id: text(limits.most('surface.modal.external_id')),
});

const bytes = (limits: Limits, surface: 'modal' | 'home') =>
  rule((view) => {
    const size = Buffer.byteLength(JSON.stringify(view));
    return size <= limits.most(`surface.${surface}.view_bytes`) ? null : `view_too_large: ${size} bytes`;
  });

/** Answers the check of a modal. */
export function modalCheck(limits: Limits): Check {
  const { plain } = compositions(limits);
  const most = (name: string) => limits.most(`surface.modal.${name}`);
  return all(
    shape(
      { type: among('modal'), title: plain(most('title')), blocks: blockChecks(limits, 'modal') },
      {
        ...parts(limits, 'modal'),
        submit: plain(most('submit')),
        close: plain(most('close')),
        clear_on_close: flag,
        notify_on_close: flag,
      },
    ),
    rule(({ blocks, submit }) =>
      submit === undefined && itemsOf(blocks).some((block) => fieldsOf(block).type === 'input')
        ? 'a view with an input block needs submit'
        : null,
    ),
    bytes(limits, 'modal'),
  );
}

/** Answers the check of a Home tab, which has neither title nor buttons of its own. */
export const homeCheck = (limits: Limits): Check =>
  all(
    shape({ type: among('home'), blocks: blockChecks(limits, 'home') }, parts(limits, 'home')),
    bytes(limits, 'home'),
  );
