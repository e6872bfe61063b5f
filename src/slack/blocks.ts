import type { types } from '@slack/bolt';
import { limits } from './limits.js';
import { type Mrkdwn, plain, render } from './mrkdwn.js';
import type { Line } from './split.js';

/** One choice, as words and as the value that comes back. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

const plainText = (text: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: plain(text, most),
  emoji: false,
});
const marked = (text: Mrkdwn): types.MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

/** Answers a section that shows all of its text. */
export const section = (text: Mrkdwn, expand = true): types.SectionBlock => ({
  type: 'section',
  text: marked(text),
  expand,
});

/** Answers a section of one line. */
export const sectionOf = (...line: Line): types.SectionBlock => ({ type: 'section', text: marked(render(line)) });

/** Answers a text as it is, at most 3,000 characters: nothing in it is mark-up. */
export const preformatted = (text: string): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
});

/** Answers small print. */
export const context = (...line: Line): types.ContextBlock => ({ type: 'context', elements: [marked(render(line))] });

/** Answers a heading. */
export const header = (text: string): types.HeaderBlock => ({ type: 'header', text: plainText(text, limits.header) });

/** Answers a rule between parts. */
export const divider: types.DividerBlock = { type: 'divider' };

/** Answers a row of elements to press. */
export const actions = (id: string, ...elements: types.ActionsBlock['elements']): types.ActionsBlock => ({
  type: 'actions',
  block_id: id,
  elements,
});

/** Answers a button with the value that comes back. */
export const button = (action: string, text: string, value = '', style?: 'primary' | 'danger'): types.Button => ({
  type: 'button',
  action_id: action,
  text: plainText(text, limits.buttonText),
  ...(value === '' ? {} : { value }),
  ...(style ? { style } : {}),
});

/** Answers a button as it is asked about once more before it acts. */
export const confirmed = (pressed: types.Button, title: string, text: string, yes: string): types.Button => ({
  ...pressed,
  confirm: {
    title: plainText(title, limits.confirmTitle),
    text: plainText(text, limits.confirmText),
    confirm: plainText(yes, limits.confirmButton),
    deny: plainText('Keep it', limits.confirmButton),
  },
});

/** Answers a list of channels that the app may post to, the current one chosen. */
export const channelSelect = (action: string, placeholder: string, chosen?: string): types.ConversationsSelect => ({
  type: 'conversations_select',
  action_id: action,
  placeholder: plainText(placeholder, limits.placeholder),
  filter: { include: ['public', 'private'], exclude_bot_users: true },
  ...(chosen === undefined ? { default_to_current_conversation: true } : { initial_conversation: chosen }),
});

const option = ({ label, value }: Choice): types.PlainTextOption => ({
  text: plainText(label, limits.optionText),
  value,
});

/** Answers a list to choose one from; it holds at most as many as Slack shows. */
export const select = (
  action: string,
  placeholder: string,
  choices: readonly Choice[],
  chosen?: string,
): types.StaticSelect => {
  const options = choices.slice(0, limits.selectOptions).map(option);
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: action,
    placeholder: plainText(placeholder, limits.placeholder),
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
};

/** Answers radio buttons, or a list where they would be too many. */
export function oneOf(
  action: string,
  choices: readonly Choice[],
  chosen?: string,
): types.RadioButtons | types.StaticSelect {
  if (choices.length > limits.radioOptions) return select(action, 'Choose one', choices, chosen);
  const options = choices.map(option);
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'radio_buttons', action_id: action, options, ...(initial ? { initial_option: initial } : {}) };
}

/** Answers a section with something to press or tick beside its text. */
export const sectionWith = (text: Mrkdwn, accessory: types.SectionBlock['accessory'] & object): types.SectionBlock => ({
  ...section(text),
  accessory,
});

/** Answers one box to tick. */
export const tick = (action: string, choice: Choice, ticked: boolean): types.Checkboxes => ({
  type: 'checkboxes',
  action_id: action,
  options: [option(choice)],
  ...(ticked ? { initial_options: [option(choice)] } : {}),
});

/** Answers a field for a whole number from 0. */
export const numberField = (action: string, value?: string): types.NumberInput => ({
  type: 'number_input',
  action_id: action,
  is_decimal_allowed: false,
  min_value: '0',
  ...(value === undefined ? {} : { initial_value: value }),
});

/** Answers a field for a line of text. */
export const textField = (action: string, value?: string): types.PlainTextInput => ({
  type: 'plain_text_input',
  action_id: action,
  ...(value === undefined ? {} : { initial_value: value }),
});

/** Answers a field for a text of several lines. */
export const textArea = (action: string): types.PlainTextInput => ({ ...textField(action), multiline: true });

/** Answers an element with its label; `optional` where Slack's client shall not insist on it. */
export const input = (
  id: string,
  label: string,
  element: types.InputBlock['element'],
  optional = false,
): types.InputBlock => ({
  type: 'input',
  block_id: id,
  label: plainText(label, limits.label),
  element,
  ...(optional ? { optional } : {}),
});

/** Answers the Home of a person. */
export const home = (blocks: types.HomeView['blocks']): types.HomeView => ({ type: 'home', blocks });

/** Answers a modal. */
export function modal(parts: {
  callback: string;
  metadata: string;
  title: string;
  submit?: string;
  close: string;
  blocks: types.ModalView['blocks'];
}): types.ModalView {
  return {
    type: 'modal',
    callback_id: parts.callback,
    private_metadata: parts.metadata,
    title: plainText(parts.title, limits.modalTitle),
    ...(parts.submit === undefined ? {} : { submit: plainText(parts.submit, limits.modalButton) }),
    close: plainText(parts.close, limits.modalButton),
    blocks: parts.blocks,
  };
}
