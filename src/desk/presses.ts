import { type Entry, enterInto, type Form, held } from './entries.js';
import { type Fields, fieldsOf, textOf } from './fields.js';
import { type Input, inputsIn, optionNamed } from './inputs.js';

/** What a person presses or chooses: the input, and what its payload says about the choice. */
export interface Press {
  readonly input: Input;
  readonly chosen: Fields;
}

/** Answers what happens where a person presses something called `name` (an action or block id) with a value; null where nothing is called so. Throws where it has no such option. */
export function pressIn(form: Form, name: string, value: Entry | undefined): Press | null {
  const called = inputsIn(form.blocks).filter(
    ({ action, block }) => action === name || block === name || `${block}/${action}` === name,
  );
  const input = called.find((one) => value !== undefined && fits(one, value)) ?? called[0];
  if (!input) return null;
  return { input, chosen: chosenIn(form, input, value) };
}

const labelOf = (part: unknown) => textOf(fieldsOf(fieldsOf(part).text).text);

const fits = ({ element }: Input, value: Entry): boolean =>
  [value ?? []]
    .flat()
    .every((one) => element.value === one || labelOf(element) === one || optionNamed(element, one) !== undefined);

function chosenIn(form: Form, input: Input, value: Entry | undefined): Fields {
  const { element, action } = input;
  switch (element.type) {
    case 'button':
    case 'icon_button':
      if (value !== undefined && !fits(input, value)) throw new Error(`${action} offers no option ${String(value)}.`);
      return { text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
    case 'feedback_buttons': {
      const sides = [element.positive_button, element.negative_button].map(fieldsOf);
      const side = sides.find((one) => one.value === value || labelOf(one) === value);
      if (!side) throw new Error(`${action} offers no option ${String(value)}.`);
      return { text: side.text, value: side.value };
    }
    case 'overflow': {
      const option = optionNamed(element, textOf(value));
      if (!option) throw new Error(`${action} offers no option ${String(value)}.`);
      return { selected_option: option };
    }
    default:
      if (value !== undefined) enterInto(form, input, value);
      return held(form, input);
  }
}
