import { elementChecks } from './elements.js';
import { lengthOfTexts } from './fields.js';
import type { Limits } from './limits.js';
import { richText } from './rich-text.js';
import { all, among, byType, type Check, flag, list, rule, shape, text, whole } from './shape.js';
import { compositions } from './texts.js';

/** Answers the checks of the blocks that Slack added later; `basic` are the ones that a container may hold. */
export function newerBlocks(limits: Limits, basic: Readonly<Record<string, Check>>): Readonly<Record<string, Check>> {
  const { plain, mrkdwn, either } = compositions(limits);
  const { button, image, feedback_buttons, icon_button } = elementChecks(limits);
  const most = (path: string) => limits.most(`block.${path}`);
  const common = { block_id: text(most('*.block_id')) };
  const only = (kinds: Readonly<Record<string, Check | undefined>>) =>
    byType(Object.fromEntries(Object.entries(kinds).flatMap(([name, check]) => (check ? [[name, check]] : []))));
  const picture = only({ image });
  const rich_text = richText(common);
  const cell = byType({
    raw_text: shape({ type: among('raw_text'), text: text(limits.range('composition.text')[1]) }),
    raw_number: shape({ type: among('raw_number'), value: number, text: text(255) }),
    rich_text,
  });
  const table =
    (kind: string, rows: readonly [number, number], columns: number): Check =>
    (value, where, refuse) => {
      list(list(cell, [1, columns]), rows)(value, where, refuse);
      const size = lengthOfTexts(value);
      if (size > most(`${kind}.cells_chars`))
        refuse(where, `holds ${size} characters, at most ${most(`${kind}.cells_chars`)}`);
    };
  const card = all(
    shape(
      { type: among('card') },
      {
        ...common,
        hero_image: picture,
        icon: picture,
        slack_icon: shape({}, { name: text(255), type: text(255) }),
        title: mrkdwn(most('card.title')),
        subtitle: mrkdwn(most('card.subtitle')),
        body: mrkdwn(most('card.body')),
        subtext: mrkdwn(most('card.subtext')),
        actions: list(only({ button }), [1, most('card.actions')]),
      },
    ),
    rule((fields) => {
      const wanted = limits.among('block.card.needs_one_of');
      if (!wanted.some((name) => fields[name] !== undefined)) return `needs one of ${wanted.join(', ')}`;
      const pair = limits.among('block.card.xor');
      return pair.every((name) => fields[name] !== undefined) ? `has ${pair.join(' and ')}: keep one` : null;
    }),
  );
  return {
    rich_text,
    card,
    alert: shape(
      { type: among('alert'), text: either(most('alert.text')) },
      { ...common, level: among(...limits.among('block.alert.levels')) },
    ),
    carousel: shape(
      { type: among('carousel'), elements: list(only({ card }), limits.range('block.carousel.elements')) },
      common,
    ),
    container: shape(
      {
        type: among('container'),
        child_blocks: list(
          only({ ...basic, rich_text, markdown: undefined }),
          limits.range('block.container.child_blocks'),
        ),
      },
      {
        ...common,
        title: plain(most('container.title')),
        rich_text_title: only({ rich_text }),
        subtitle: either(most('container.subtitle')),
        width: among(...limits.among('block.container.width')),
        icon: picture,
        is_collapsible: flag,
        default_collapsed: flag,
        has_header_divider: flag,
      },
    ),
    context_actions: shape(
      {
        type: among('context_actions'),
        elements: list(only({ feedback_buttons, icon_button }), limits.range('block.context_actions.elements')),
      },
      common,
    ),
    table: shape(
      { type: among('table'), rows: table('table', limits.range('block.table.rows'), most('table.columns')) },
      {
        ...common,
        column_settings: list(shape({}, { align: among('left', 'center', 'right'), is_wrapped: flag }), [
          0,
          most('table.column_settings'),
        ]),
      },
    ),
    data_table: shape(
      {
        type: among('data_table'),
        caption: text(limits.range('composition.text')[1]),
        rows: table(
          'data_table',
          limits.range('block.data_table.rows_incl_header'),
          limits.range('block.data_table.columns')[1],
        ),
      },
      {
        ...common,
        page_size: whole(...limits.range('block.data_table.page_size')),
        row_header_column_index: whole(0, 100),
      },
    ),
    video: shape(
      {
        type: among('video'),
        video_url: text(3_000),
        thumbnail_url: text(3_000),
        alt_text: text(2_000),
        title: plain(most('video.title')),
      },
      {
        ...common,
        title_url: text(3_000),
        author_name: text(most('video.author_name')),
        provider_name: text(255),
        provider_icon_url: text(3_000),
        description: plain(most('video.description')),
      },
    ),
  };
}

const number: Check = (value, where, refuse) => {
  if (typeof value !== 'number') refuse(where, 'must be a number');
};
