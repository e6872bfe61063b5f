import { type Fields, fieldsOf, itemsOf } from './fields.js';
import type { Limits } from './limits.js';
import { newerElements } from './newer-elements.js';
import { pickers } from './pickers.js';
import { all, among, type Check, flag, list, oneOf, rule, shape, text, whole } from './shape.js';
import { compositions } from './texts.js';

/** Answers the checks of Slack's interactive elements, by type. */
export const elementChecks = (limits: Limits): Readonly<Record<string, Check>> => ({
  ...basicElements(limits),
  ...newerElements(limits),
  ...pickers(limits),
});

function basicElements(limits: Limits) {
  const { plain, option, linkedOption, optionGroup, confirm } = compositions(limits);
  const most = (path: string) => limits.most(`element.${path}`);
  const common = { action_id: text(most('*.action_id')), confirm };
  const focus = { focus_on_load: flag };
  const placeholder = { placeholder: plain(most('*.placeholder')) };
  const dispatch = {
    dispatch_action_config: shape(
      {},
      { trigger_actions_on: list(among('on_enter_pressed', 'on_character_entered'), [1, 2]) },
    ),
  };
  const number = text(40);
  const typed = { ...common, ...focus, ...placeholder, ...dispatch, initial_value: text(3000, 0) };
  const options = (kind: string) => list(option, limits.range(`element.${kind}.options`));
  const select = (kind: string, initial: Readonly<Record<string, Check>>) =>
    all(
      shape(
        { type: among(kind) },
        {
          ...common,
          ...focus,
          ...placeholder,
          ...initial,
          options: list(option, [1, most(`${kind}.options`)]),
          option_groups: list(optionGroup, [1, most(`${kind}.option_groups`)]),
        },
      ),
      oneOf('options', 'option_groups'),
      offered,
    );
  const limited = (kind: string, least: string, upper: string, unit: Readonly<Record<string, Check>> = {}) =>
    shape(
      { type: among(kind) },
      {
        ...typed,
        ...unit,
        [least]: whole(...limits.range(`element.${kind}.${least}`)),
        [upper]: whole(...limits.range(`element.${kind}.${upper}`)),
      },
    );
  return {
    button: shape(
      { type: among('button'), text: plain(most('button.text')) },
      {
        ...common,
        value: text(most('button.value'), 0),
        url: text(most('button.url')),
        style: among('primary', 'danger'),
        accessibility_label: text(most('button.accessibility_label')),
      },
    ),
    static_select: select('static_select', { initial_option: option }),
    multi_static_select: select('multi_static_select', {
      initial_options: list(option, [1, most('multi_static_select.options')]),
      max_selected_items: whole(1, 100),
    }),
    radio_buttons: all(
      shape(
        { type: among('radio_buttons'), options: options('radio_buttons') },
        { ...common, ...focus, initial_option: option },
      ),
      offered,
    ),
    checkboxes: all(
      shape(
        { type: among('checkboxes'), options: options('checkboxes') },
        { ...common, ...focus, initial_options: options('checkboxes') },
      ),
      offered,
    ),
    overflow: shape(
      { type: among('overflow'), options: list(linkedOption, limits.range('element.overflow.options')) },
      common,
    ),
    plain_text_input: limited('plain_text_input', 'min_length', 'max_length', { multiline: flag }),
    number_input: shape(
      { type: among('number_input'), is_decimal_allowed: flag },
      { ...typed, min_value: number, max_value: number },
    ),
    image: all(
      shape(
        { type: among('image'), alt_text: text(most('image.alt_text')) },
        { image_url: text(most('image.image_url')), slack_file: shape({}, { url: text(3000), id: text(255) }) },
      ),
      oneOf('image_url', 'slack_file'),
    ),
  };
}

/** Answers every option that an element offers, in groups or not. */
export const optionsOf = (element: Fields): readonly Fields[] =>
  [
    ...itemsOf(element.options),
    ...itemsOf(element.option_groups).flatMap((group) => itemsOf(fieldsOf(group).options)),
  ].map(fieldsOf);

const offered = rule((element) => {
  const values = optionsOf(element).map(({ value }) => value);
  const twice = values.find((value, at) => values.indexOf(value) !== at);
  if (twice !== undefined) return `two options have the value ${String(twice)}`;
  const known = new Set(optionsOf(element).map((option) => JSON.stringify(option)));
  const initial = [
    ...itemsOf(element.initial_options),
    ...(element.initial_option === undefined ? [] : [element.initial_option]),
  ];
  return initial.every((option) => known.has(JSON.stringify(option)))
    ? null
    : 'an initial option is none of the options';
});
