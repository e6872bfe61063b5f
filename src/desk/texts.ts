import type { Limits } from './limits.js';
import { among, byType, type Check, flag, list, shape, text } from './shape.js';

/** Checks of text objects and of what is put together from them. */
export interface Compositions {
  plain(most: number): Check;
  mrkdwn(most: number): Check;
  either(most: number): Check;
  readonly option: Check;
  /** An option inside an overflow menu, which alone may have an address. */
  readonly linkedOption: Check;
  readonly optionGroup: Check;
  readonly confirm: Check;
}

/** Answers the checks of Slack's composition objects under these limits. */
export function compositions(limits: Limits): Compositions {
  const plain = (most: number) => shape({ type: among('plain_text'), text: text(most) }, { emoji: flag });
  const mrkdwn = (most: number) => shape({ type: among('mrkdwn'), text: text(most) }, { verbatim: flag });
  const either = (most: number) => byType({ plain_text: plain(most), mrkdwn: mrkdwn(most) });
  const most = (name: string) => limits.most(`composition.${name}`);
  const optionFields = {
    text: either(most('option.text')),
    value: text(most('option.value')),
  };
  const description = { description: either(most('option.description')) };
  const option = shape(optionFields, description);
  return {
    plain,
    mrkdwn,
    either,
    option,
    linkedOption: shape(optionFields, { ...description, url: text(most('option.url')) }),
    optionGroup: shape({
      label: plain(most('option_group.label')),
      options: list(option, [1, most('option_group.options')]),
    }),
    confirm: shape(
      {
        title: plain(most('confirm.title')),
        text: either(most('confirm.text')),
        confirm: plain(most('confirm.confirm')),
        deny: plain(most('confirm.deny')),
      },
      { style: among('primary', 'danger') },
    ),
  };
}
