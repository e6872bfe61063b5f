import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { optionsOf } from '../desk/elements.js';
import { type Fields, fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import type { Entered } from '../desk-server/wire.js';
import { type ElementParts, nameOf } from './elements.js';
import { Stage } from './stage.js';
import { Text, wordsOf } from './texts.js';

const idOf = (option: unknown) => textOf(fieldsOf(option).value);

/** Answers the values that an element holds: what was entered, else what it began with. */
function valuesHeld(element: Fields, held: Entered | undefined): readonly string[] {
  if (held !== undefined) return held === null ? [] : [held].flat();
  const { initial_option: one, initial_options: many } = element;
  return (one === undefined ? itemsOf(many) : [one]).map(idOf);
}

/** Radio buttons or boxes to tick. */
export function Boxes(parts: ElementParts) {
  const { element, own, wrong = false, sends = parts.own === undefined } = parts;
  const stage = useContext(Stage);
  const name = nameOf(parts);
  const many = element.type === 'checkboxes';
  const values = valuesHeld(element, stage.held(name));
  const choose = (value: string, on: boolean) => {
    const next = many ? [...values.filter((one) => one !== value), ...(on ? [value] : [])] : value;
    stage.enter(name, next);
    if (sends) void stage.press(name, next);
  };
  const options = optionsOf(element);
  return (
    <div class="boxes">
      {options.map((option, at) => {
        const value = idOf(option);
        return (
          <label key={value} class="box">
            <input
              type={many ? 'checkbox' : 'radio'}
              id={own === undefined ? undefined : at === 0 ? own : `${own}-${at}`}
              name={`${stage.id}-${name}`}
              checked={values.includes(value)}
              aria-invalid={wrong || undefined}
              onChange={({ currentTarget }) => choose(value, currentTarget.checked)}
            />
            <span>
              <Text text={option.text} />
              {option.description !== undefined && (
                <span class="description">
                  <Text text={option.description} />
                </span>
              )}
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** A list to choose one or several from. */
export function Select(parts: ElementParts) {
  const { element } = parts;
  const groups = itemsOf(element.option_groups).map(fieldsOf);
  const draw = (options: readonly Fields[]) =>
    options.map((option) => (
      <option key={idOf(option)} value={idOf(option)}>
        {wordsOf(option.text)}
      </option>
    ));
  return (
    <SelectOf parts={parts} initial={valuesHeld(element, undefined)}>
      {groups.length > 0
        ? groups.map((group, at) => (
            <optgroup key={at} label={wordsOf(group.label)}>
              {draw(itemsOf(group.options).map(fieldsOf))}
            </optgroup>
          ))
        : draw(optionsOf(element))}
    </SelectOf>
  );
}

/** A list whose options are given, with what it holds at first. */
export function SelectOf({
  parts,
  initial,
  children,
}: {
  readonly parts: ElementParts;
  readonly initial: readonly string[];
  readonly children: ComponentChildren;
}) {
  const { element, own, about, wrong = false, sends = parts.own === undefined } = parts;
  const stage = useContext(Stage);
  const name = nameOf(parts);
  const many = textOf(element.type).startsWith('multi_');
  const held = stage.held(name);
  const values = held === undefined ? initial : held === null ? [] : [held].flat();
  const placeholder = wordsOf(element.placeholder) || 'Choose';
  return (
    <select
      id={own}
      class={values.length === 0 ? 'empty' : ''}
      multiple={many}
      aria-label={own === undefined ? placeholder : undefined}
      aria-describedby={about || undefined}
      aria-invalid={wrong || undefined}
      onChange={({ currentTarget }) => {
        const chosen = [...currentTarget.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
        const next = many ? chosen : (chosen[0] ?? null);
        stage.enter(name, next);
        if (sends && next !== null) void stage.press(name, next);
      }}
      value={many ? undefined : (values[0] ?? '')}
    >
      {!many && <option value="">{placeholder}</option>}
      {children}
    </select>
  );
}
