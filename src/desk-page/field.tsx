import { useContext } from 'preact/hooks';
import { type Fields, fieldsOf, textOf } from '../desk/fields.js';
import { Element } from './elements.js';
import { Stage } from './stage.js';
import { wordsOf } from './texts.js';

/** Elements of several parts, which take a group's label. */
const groups = ['radio_buttons', 'checkboxes'];

/** A labelled field of a form: its label, its element, what is wrong with it, and its hint. */
export function Field({ block, name }: { readonly block: Fields; readonly name: string }) {
  const { id, errors } = useContext(Stage);
  const element = fieldsOf(block.element);
  const error = errors[name];
  const own = `${id}-${name}`;
  const label = (
    <>
      {wordsOf(block.label)}
      {block.optional === true && <span class="optional"> (optional)</span>}
    </>
  );
  const about = [error === undefined ? '' : `${own}-error`, block.hint === undefined ? '' : `${own}-hint`]
    .join(' ')
    .trim();
  const inside = (
    <>
      <Element
        element={element}
        block={name}
        at={0}
        own={own}
        about={about}
        wrong={error !== undefined}
        sends={block.dispatch_action === true}
      />
      {error !== undefined && (
        <p class="error" id={`${own}-error`} role="alert">
          {error}
        </p>
      )}
      {block.hint !== undefined && (
        <p class="hint" id={`${own}-hint`}>
          {wordsOf(block.hint)}
        </p>
      )}
    </>
  );
  return groups.includes(textOf(element.type)) ? (
    <fieldset class="field" aria-describedby={about || undefined}>
      <legend>{label}</legend>
      {inside}
    </fieldset>
  ) : (
    <div class="field">
      <label for={own}>{label}</label>
      {inside}
    </div>
  );
}
