import { elementChecks } from './elements.js';
import { fieldsOf, itemsOf } from './fields.js';
import type { Limits } from './limits.js';
import { newerBlocks } from './newer-blocks.js';
import { all, among, byType, type Check, flag, list, oneOf, rule, shape, text, whole } from './shape.js';
import { compositions } from './texts.js';

/** Where blocks can stand. */
export type Surface = 'message' | 'modal' | 'home';

/** Answers the check of the blocks on a surface: how many, which ones, and every part of each. */
export function blockChecks(limits: Limits, surface: Surface): Check {
  const basic = blockKinds(limits);
  const kinds = Object.entries({ ...basic, ...newerBlocks(limits, basic) }).filter(([kind]) =>
    limits.among(`block.${kind}.surfaces`).includes(surface),
  );
  return all(list(byType(Object.fromEntries(kinds)), [1, limits.most(`surface.${surface}.blocks`)]), unlikeBlockIds);
}

function blockKinds(limits: Limits): Readonly<Record<string, Check>> {
  const { plain, mrkdwn, either } = compositions(limits);
  const elements = elementChecks(limits);
  const only = (...names: readonly string[]) => {
    const wanted = Object.entries(elements).filter(([name]) => names.includes(name));
    return byType(Object.fromEntries(wanted));
  };
  const most = (path: string) => limits.most(`block.${path}`);
  const common = { block_id: text(most('*.block_id')) };
  const [, longest] = limits.range('block.section.text');
  const pressed = [
    'button',
    'static_select',
    'multi_static_select',
    'radio_buttons',
    'checkboxes',
    'overflow',
    'workflow_button',
    'external_select',
    'datepicker',
    'timepicker',
    'datetimepicker',
    'users_select',
    'conversations_select',
    'channels_select',
    'multi_users_select',
    'multi_channels_select',
  ] as const;
  const filled = [
    'datepicker',
    'timepicker',
    'datetimepicker',
    'users_select',
    'conversations_select',
    'channels_select',
    'multi_users_select',
    'multi_channels_select',
    'email_text_input',
    'url_text_input',
    'static_select',
    'multi_static_select',
    'radio_buttons',
    'checkboxes',
    'plain_text_input',
    'number_input',
    'external_select',
    'rich_text_input',
    'file_input',
  ] as const;
  const contextTexts = { plain_text: plain(longest), mrkdwn: mrkdwn(longest) };
  const { image } = elements;
  return {
    actions: all(
      shape(
        { type: among('actions'), elements: list(only(...pressed), limits.range('block.actions.elements')) },
        common,
      ),
      unlikeActionIds,
    ),
    context: shape(
      {
        type: among('context'),
        elements: list(
          byType(image ? { ...contextTexts, image } : contextTexts),
          limits.range('block.context.elements'),
        ),
      },
      common,
    ),
    divider: shape({ type: among('divider') }, common),
    header: shape(
      { type: among('header'), text: plain(most('header.text')) },
      { ...common, level: whole(...limits.range('block.header.level')) },
    ),
    image: all(
      shape(
        { type: among('image'), alt_text: text(most('image.alt_text')) },
        {
          ...common,
          title: plain(most('image.title')),
          image_url: text(most('image.image_url')),
          slack_file: shape({}, { url: text(3000), id: text(255) }),
        },
      ),
      oneOf('image_url', 'slack_file'),
    ),
    input: shape(
      { type: among('input'), label: plain(most('input.label')), element: only(...filled) },
      { ...common, hint: plain(most('input.hint')), optional: flag, dispatch_action: flag },
    ),
    markdown: shape({ type: among('markdown'), text: text(most('markdown.text')) }, common),
    section: all(
      shape(
        { type: among('section') },
        {
          ...common,
          text: either(longest),
          fields: list(either(most('section.field_text')), limits.range('block.section.fields')),
          accessory: only(...pressed, 'image'),
          expand: flag,
        },
      ),
      rule(({ text: words, fields }) => (words === undefined && fields === undefined ? 'needs text or fields' : null)),
    ),
  };
}

const repeated = (values: readonly unknown[]) =>
  values.find((value, at) => value !== undefined && values.indexOf(value) !== at);

const unlikeActionIds = rule(({ elements }) => {
  const twice = repeated(itemsOf(elements).map((element) => fieldsOf(element).action_id));
  return twice === undefined ? null : `action_id ${String(twice)} stands twice in the block`;
});

const unlikeBlockIds: Check = (blocks, where, refuse) => {
  const twice = repeated(itemsOf(blocks).map((block) => fieldsOf(block).block_id));
  if (twice !== undefined) refuse(where, `block_id ${String(twice)} stands twice`);
};
