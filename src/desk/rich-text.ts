import { all, among, byType, type Check, flag, list, shape, text, whole } from './shape.js';

const any: readonly [number, number] = [0, 1_000];
const style = { style: shape({}, { bold: flag, italic: flag, strike: flag, code: flag, underline: flag }) };
const known = (type: string, fields: Readonly<Record<string, Check>>, more: Readonly<Record<string, Check>> = {}) =>
  shape({ type: among(type), ...fields }, { ...style, ...more });

const inline = byType({
  text: known('text', { text: text(3_000) }),
  link: known('link', { url: text(3_000) }, { text: text(3_000), unsafe: flag }),
  emoji: known('emoji', { name: text(255) }, { unicode: text(255), url: text(3_000) }),
  user: known('user', { user_id: text(255) }),
  usergroup: known('usergroup', { usergroup_id: text(255) }),
  team: known('team', { team_id: text(255) }),
  channel: known('channel', { channel_id: text(255) }),
  broadcast: known('broadcast', { range: among('here', 'channel', 'everyone') }),
  color: known('color', { value: text(255) }),
  date: known('date', { timestamp: whole(0, 1e12), format: text(255) }, { url: text(3_000), fallback: text(3_000) }),
});

const runs = list(inline, any);
const section = shape({ type: among('rich_text_section'), elements: runs });
const border = { border: whole(0, 1) };

/** Answers the check of a rich text block, with what every block may have besides. */
export const richText = (common: Readonly<Record<string, Check>>): Check =>
  all(
    shape(
      {
        type: among('rich_text'),
        elements: list(
          byType({
            rich_text_section: section,
            rich_text_list: shape(
              { type: among('rich_text_list'), style: among('bullet', 'ordered'), elements: list(section, any) },
              { indent: whole(0, 8), offset: whole(0, 1_000), ...border },
            ),
            rich_text_quote: shape({ type: among('rich_text_quote'), elements: runs }, border),
            rich_text_preformatted: shape({ type: among('rich_text_preformatted'), elements: runs }, border),
          }),
          [1, 1_000],
        ),
      },
      common,
    ),
  );
