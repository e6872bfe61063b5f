import { optionsOf } from './elements.js';
import { type Fields, itemsOf, textOf } from './fields.js';
import { type Input, inputNamed, inputsIn, optionNamed } from './inputs.js';

/** What a person puts into one element: text, an option's value, several values, or nothing. */
export type Entry = string | readonly string[] | null;

/** Blocks with what a person has entered into them, by block and action. */
export interface Form {
  readonly blocks: readonly unknown[];
  readonly entered: Map<string, unknown>;
}

/** What elements keep in the state that goes along, by their type: the name of the value, and of what they begin with. */
const kept: Readonly<Record<string, readonly [value: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  users_select: ['selected_user', 'initial_user'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
};

const key = ({ block, action }: Pick<Input, 'block' | 'action'>) => `${block}/${action}`;
const takesMany = (element: Fields) => /^(checkboxes|multi_)/.test(textOf(element.type));

/** Puts entries into blocks as a person does. Throws where Slack's client has no such field or option. */
export function enter(form: Form, entries: Readonly<Record<string, Entry>>): void {
  for (const [name, entry] of Object.entries(entries)) {
    const input = inputNamed(form.blocks, name);
    if (!input) throw new Error(`The view has no field ${name}.`);
    enterInto(form, input, entry);
  }
}

/** Puts an entry into one input. Throws where it offers no such option. */
export function enterInto(form: Form, input: Input, entry: Entry): void {
  if (optionsOf(input.element).length > 0)
    for (const value of entry === null ? [] : [entry].flat())
      if (!optionNamed(input.element, value)) throw new Error(`${input.action} offers no option ${value}.`);
  form.entered.set(key(input), entry);
}

/** Answers the state that Slack sends along: what was entered, else what the blocks began with. */
export function stateValues(form: Form): Fields {
  const values: Record<string, Record<string, Fields>> = {};
  for (const input of inputsIn(form.blocks)) {
    if (!Object.hasOwn(kept, textOf(input.element.type))) continue;
    const block = values[input.block] ?? {};
    block[input.action] = { type: input.element.type, ...held(form, input) };
    values[input.block] = block;
  }
  return values;
}

/** Answers what an input holds, under the name that its type has for it; nothing for one that only is pressed. */
export function held(form: Form, input: Input): Fields {
  const { element } = input;
  const [name, initial] = kept[textOf(element.type)] ?? [];
  if (name === undefined || initial === undefined) return {};
  const entered = form.entered.get(key(input));
  const none = takesMany(element) ? [] : null;
  if (entered === undefined) return { [name]: element[initial] ?? none };
  const values = entered === null ? [] : [entered].flat().map(textOf);
  const chosen =
    optionsOf(element).length > 0
      ? values.map((value) => optionNamed(element, value))
      : values.map((value) => (name === 'selected_date_time' ? Number(value) : value));
  return { [name]: takesMany(element) ? chosen : (chosen[0] ?? null) };
}

/** Answers whether an input holds nothing. */
export const isEmpty = (form: Form, input: Input): boolean =>
  Object.values(held(form, input)).every((value) => !value || (Array.isArray(value) && itemsOf(value).length === 0));
