import { useContext } from 'preact/hooks';
import { fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import { SelectOf } from './choices.js';
import type { ElementParts } from './elements.js';
import { Scene } from './scene.js';

const initials = ['user', 'channel', 'conversation'] as const;

/** A list of the workspace's people or channels. */
export function WorkspaceSelect(parts: ElementParts) {
  const { people, channels } = useContext(Scene);
  const { element } = parts;
  const type = textOf(element.type);
  const offered = type.includes('users')
    ? people
    : type.includes('channels')
      ? channels
      : [...channels, ...(itemsOf(fieldsOf(element.filter).include).includes('im') ? people : [])];
  const initial = initials.flatMap((name) => [
    ...(element[`initial_${name}`] === undefined ? [] : [textOf(element[`initial_${name}`])]),
    ...itemsOf(element[`initial_${name}s`]).map(textOf),
  ]);
  return (
    <SelectOf parts={parts} initial={initial}>
      {offered.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectOf>
  );
}
