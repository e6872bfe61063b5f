import { blockChecks, type Surface } from './block-checks.js';
import { type Fields, fieldsOf, itemsOf } from './fields.js';
import type { Limits } from './limits.js';
import { all, among, type Check, flag, rule, shape, text } from './shape.js';
import { compositions } from './texts.js';

/** Something Slack would refuse: where in which payload, and why. */
export interface Refusal {
  readonly in: string;
  readonly where: string;
  readonly why: string;
}

/** Answers what Slack would refuse in a payload. */
export interface PayloadChecks {
  message(payload: Fields, name: string): Refusal[];
  view(view: unknown, name: string): Refusal[];
}

/** Answers the checks of whole payloads under these limits. */
export function payloadChecks(limits: Limits): PayloadChecks {
  const onMessage = blockChecks(limits, 'message');
  const views = viewCheck(limits);
  const run = (check: (refuse: Parameters<Check>[2]) => void, name: string) => {
    const refusals: Refusal[] = [];
    check((where, why) => refusals.push({ in: name, where: where || '/', why }));
    return refusals;
  };
  return {
    message: (payload, name) =>
      run((refuse) => {
        messageText(limits)(payload.text, '/text', refuse);
        if (payload.blocks === undefined) return;
        onMessage(payload.blocks, '/blocks', refuse);
        blockSums(limits)(payload.blocks, '/blocks', refuse);
      }, name),
    view: (view, name) => run((refuse) => views(view, '', refuse), name),
  };
}

function messageText(limits: Limits): Check {
  const most = limits.most('surface.message.text_truncated_at');
  return (value, where, refuse) => {
    if (value === undefined || value === '')
      refuse(where, 'no top-level text: notifications and screen readers would be silent');
    else text(most)(value, where, refuse);
  };
}

function blockSums(limits: Limits): Check {
  const most = limits.most('surface.message.sum_of_block_text_seen_safe');
  const mostMarkdown = limits.most('surface.message.markdown_blocks_sum');
  return (blocks, where, refuse) => {
    const [markdown, others] = [true, false].map((wanted) =>
      itemsOf(blocks).filter((block) => (fieldsOf(block).type === 'markdown') === wanted),
    );
    const sum = lengthOfTexts(others);
    if (sum > most) refuse(where, `msg_blocks_too_long: the blocks hold ${sum} characters of text, at most ${most}`);
    const sumOfMarkdown = lengthOfTexts(markdown);
    if (sumOfMarkdown > mostMarkdown)
      refuse(where, `the markdown blocks hold ${sumOfMarkdown} characters, at most ${mostMarkdown}`);
  };
}

/** Answers how many characters of text stand in all the parts of a payload. */
export function lengthOfTexts(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, item) => sum + lengthOfTexts(item), 0);
  return Object.entries(fieldsOf(part)).reduce(
    (sum, [name, value]) => sum + (name === 'text' && typeof value === 'string' ? value.length : lengthOfTexts(value)),
    0,
  );
}

function viewCheck(limits: Limits): Check {
  const { plain } = compositions(limits);
  const most = (surface: Surface, name: string) => limits.most(`surface.${surface}.${name}`);
  const common = (surface: Surface) => ({
    private_metadata: text(most(surface, 'private_metadata'), 0),
    callback_id: text(most(surface, 'callback_id')),
  });
  const bytes = rule((view) => {
    const size = Buffer.byteLength(JSON.stringify(view));
    return size <= most('modal', 'view_bytes') ? null : `view_too_large: ${size} bytes`;
  });
  return all(
    shape(
      { type: among('modal'), title: plain(most('modal', 'title')), blocks: blockChecks(limits, 'modal') },
      {
        ...common('modal'),
        submit: plain(most('modal', 'submit')),
        close: plain(most('modal', 'close')),
        external_id: text(most('modal', 'external_id')),
        clear_on_close: flag,
        notify_on_close: flag,
      },
    ),
    rule(({ blocks, submit }) =>
      submit === undefined && itemsOf(blocks).some((block) => fieldsOf(block).type === 'input')
        ? 'a view with an input block needs submit'
        : null,
    ),
    bytes,
  );
}
