import { optionsOf } from './elements.js';
import { type Fields, fieldsOf, itemsOf, textOf } from './fields.js';
import type { OpenedView } from './views.js';

/** What a person puts into one element: text, an option's value, several values, or nothing. */
export type Entry = string | readonly string[] | null;

/** An element that can be pressed or filled, and where it stands. */
export interface Input {
  readonly block: string;
  readonly action: string;
  readonly element: Fields;
  readonly label: string;
  /** Whether Slack's own client insists on an entry. */
  readonly required: boolean;
}

/** Answers the elements of blocks that can be pressed or filled, in order. */
export function inputsIn(blocks: readonly unknown[]): Input[] {
  return blocks.flatMap((value, at) => {
    const block = fieldsOf(value);
    const elements = [
      ...itemsOf(block.elements),
      ...(block.element ? [block.element] : []),
      ...(block.accessory ? [block.accessory] : []),
    ];
    return elements.map(fieldsOf).flatMap((element, order) => {
      if (block.type === 'context' || element.type === 'image') return [];
      return [
        {
          block: textOf(block.block_id) || `block-${at}`,
          action: textOf(element.action_id) || `action-${order}`,
          element,
          label: textOf(fieldsOf(block.label).text),
          required: block.type === 'input' && block.optional !== true,
        },
      ];
    });
  });
}

const key = ({ block, action }: Pick<Input, 'block' | 'action'>) => `${block}/${action}`;
const kept = [
  'static_select',
  'radio_buttons',
  'multi_static_select',
  'checkboxes',
  'plain_text_input',
  'number_input',
];
const inputsOf = (opened: OpenedView) => inputsIn(itemsOf(opened.view.blocks));

/** Answers the input of a view with this action or block id. */
export function inputNamed(blocks: readonly unknown[], name: string): Input | undefined {
  const inputs = inputsIn(blocks);
  return inputs.find(({ action }) => action === name) ?? inputs.find(({ block }) => block === name);
}

/** Answers an element's option with this value, or with this text. */
export const optionNamed = (element: Fields, wanted: string): Fields | undefined =>
  optionsOf(element).find(({ value, text }) => value === wanted || fieldsOf(text).text === wanted);

/** Puts entries into a view as a person does. Throws where Slack's client has no such field or option. */
export function enter(opened: OpenedView, entries: Readonly<Record<string, Entry>>): void {
  for (const [name, entry] of Object.entries(entries)) {
    const input = inputNamed(itemsOf(opened.view.blocks), name);
    if (!input) throw new Error(`The view has no field ${name}.`);
    if (input.element.type !== 'plain_text_input' && input.element.type !== 'number_input')
      for (const value of entry === null ? [] : [entry].flat())
        if (!optionNamed(input.element, value)) throw new Error(`${name} offers no option ${value}.`);
    opened.entered.set(key(input), entry);
  }
}

/** Answers the state that Slack sends along: what was entered, else what the view began with. */
export function stateValues(opened: OpenedView): Fields {
  const values: Record<string, Record<string, Fields>> = {};
  for (const input of inputsOf(opened)) {
    if (!kept.includes(textOf(input.element.type))) continue;
    const block = values[input.block] ?? {};
    block[input.action] = held(opened, input);
    values[input.block] = block;
  }
  return values;
}

function held(opened: OpenedView, input: Input): Fields {
  const { element } = input;
  const entered = opened.entered.get(key(input));
  const chosen =
    entered === undefined
      ? undefined
      : itemsOf(entered === null ? [] : [entered].flat()).map((value) => optionNamed(element, textOf(value)));
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return { type: element.type, value: entered === undefined ? (element.initial_value ?? null) : entered };
    case 'checkboxes':
    case 'multi_static_select':
      return { type: element.type, selected_options: chosen ?? itemsOf(element.initial_options) };
    default:
      return { type: element.type, selected_option: chosen ? (chosen[0] ?? null) : (element.initial_option ?? null) };
  }
}

/** Answers what keeps Slack's own client from sending the view: empty or unfit fields, by block. */
export function unsendable(opened: OpenedView): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const input of inputsOf(opened)) {
    const { value, selected_option, selected_options } = held(opened, input);
    const empty = !value && !selected_option && itemsOf(selected_options).length === 0;
    if (input.required && empty) wrong[input.block] = 'Please complete this required field.';
    else if (input.element.type === 'number_input' && !empty) {
      const problem = unfitNumber(input.element, Number(value));
      if (problem) wrong[input.block] = problem;
    }
  }
  return wrong;
}

function unfitNumber(element: Fields, value: number): string | null {
  if (!Number.isFinite(value)) return 'Please enter a valid number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(value)) return 'Please enter a whole number.';
  if (element.min_value !== undefined && value < Number(element.min_value))
    return `Please enter at least ${String(element.min_value)}.`;
  if (element.max_value !== undefined && value > Number(element.max_value))
    return `Please enter at most ${String(element.max_value)}.`;
  return null;
}
