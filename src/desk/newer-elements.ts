import type { Limits } from './limits.js';
import { among, type Check, flag, list, shape, text, whole } from './shape.js';
import { compositions } from './texts.js';

/** Answers the checks of the elements that Slack added later, or that take more than an app to answer. */
export function newerElements(limits: Limits): Readonly<Record<string, Check>> {
  const { plain, option, confirm } = compositions(limits);
  const most = (path: string) => limits.most(`element.${path}`);
  const action = { action_id: text(most('*.action_id')) };
  const placeholder = { placeholder: plain(most('*.placeholder')) };
  const spoken = (kind: string) => ({ accessibility_label: text(most(`${kind}.accessibility_label`)) });
  const feedback = shape(
    { text: plain(most('feedback_buttons.text')), value: text(most('feedback_buttons.value')) },
    spoken('feedback_buttons'),
  );
  const trigger = shape(
    { url: text(3_000) },
    { customizable_input_parameters: list(shape({ name: text(255), value: text(3_000) }), [0, 100]) },
  );
  const lines = {
    min_lines: whole(...limits.range('element.rich_text_input.min_lines')),
    max_lines: whole(...limits.range('element.rich_text_input.max_lines')),
  };
  return {
    workflow_button: shape(
      { type: among('workflow_button'), text: plain(most('workflow_button.text')), workflow: shape({ trigger }) },
      { ...action, confirm, ...spoken('workflow_button'), style: among('primary', 'danger') },
    ),
    feedback_buttons: shape(
      { type: among('feedback_buttons'), positive_button: feedback, negative_button: feedback },
      action,
    ),
    icon_button: shape(
      {
        type: among('icon_button'),
        icon: among(...limits.among('element.icon_button.icon')),
        text: plain(most('button.text')),
      },
      {
        ...action,
        confirm,
        ...spoken('icon_button'),
        value: text(most('icon_button.value')),
        visible_to_user_ids: list(text(255), [1, 100]),
      },
    ),
    external_select: shape(
      { type: among('external_select') },
      {
        ...action,
        ...placeholder,
        confirm,
        focus_on_load: flag,
        initial_option: option,
        min_query_length: whole(0, 3_000),
      },
    ),
    rich_text_input: shape(
      { type: among('rich_text_input') },
      { ...action, ...placeholder, ...lines, focus_on_load: flag },
    ),
    file_input: shape(
      { type: among('file_input') },
      {
        ...action,
        filetypes: list(text(255), [1, 100]),
        max_files: whole(...limits.range('element.file_input.max_files')),
      },
    ),
  };
}
