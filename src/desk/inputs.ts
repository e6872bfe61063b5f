import { optionsOf } from './elements.js';
import { type Fields, fieldsOf, itemsOf, textOf } from './fields.js';

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

/** Answers the input of these blocks with this action id or block id, or both as `block/action`. */
export function inputNamed(blocks: readonly unknown[], name: string): Input | undefined {
  const inputs = inputsIn(blocks);
  return (
    inputs.find(({ action }) => action === name) ??
    inputs.find(({ block }) => block === name) ??
    inputs.find(({ block, action }) => `${block}/${action}` === name)
  );
}

/** Answers an element's option with this value, or with this text. */
export const optionNamed = (element: Fields, wanted: string): Fields | undefined =>
  optionsOf(element).find(({ value, text }) => value === wanted || fieldsOf(text).text === wanted);
