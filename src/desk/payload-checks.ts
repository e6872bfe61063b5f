import { blockChecks } from './block-checks.js';
import { type Fields, fieldsOf, itemsOf, lengthOfTexts } from './fields.js';
import type { Limits } from './limits.js';
import { type Check, text } from './shape.js';
import { homeCheck, modalCheck } from './view-checks.js';

/** Something Slack would refuse: where in which payload, and why. */
export interface Refusal {
  readonly in: string;
  readonly where: string;
  readonly why: string;
}

/** Answers refusals as the Web API words them. */
export const worded = (refusals: readonly Refusal[]): string[] =>
  refusals.map(({ where, why }) => `[ERROR] ${why} [json-pointer:${where}]`);

/** Answers what Slack would refuse in a payload. */
export interface PayloadChecks {
  message(payload: Fields, name: string): Refusal[];
  view(view: unknown, name: string): Refusal[];
  home(view: unknown, name: string): Refusal[];
}

/** Answers the checks of whole payloads under these limits. */
export function payloadChecks(limits: Limits): PayloadChecks {
  const onMessage = blockChecks(limits, 'message');
  const modals = modalCheck(limits);
  const homes = homeCheck(limits);
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
    view: (view, name) => run((refuse) => modals(view, '', refuse), name),
    home: (view, name) => run((refuse) => homes(view, '', refuse), name),
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
  const mostTables = limits.most('block.table.per_message');
  const mostMarkdown = limits.most('surface.message.markdown_blocks_sum');
  return (blocks, where, refuse) => {
    const [markdown, others] = [true, false].map((wanted) =>
      itemsOf(blocks).filter((block) => (fieldsOf(block).type === 'markdown') === wanted),
    );
    const sum = lengthOfTexts(others);
    if (sum > most) refuse(where, `msg_blocks_too_long: the blocks hold ${sum} characters of text, at most ${most}`);
    const tables = itemsOf(blocks).filter((block) => fieldsOf(block).type === 'table').length;
    if (tables > mostTables) refuse(where, `has ${tables} tables, at most ${mostTables}`);
    const sumOfMarkdown = lengthOfTexts(markdown);
    if (sumOfMarkdown > mostMarkdown)
      refuse(where, `the markdown blocks hold ${sumOfMarkdown} characters, at most ${mostMarkdown}`);
  };
}
