import { useContext } from 'preact/hooks';
import { type Fields, fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import { type ElementParts, nameOf } from './elements.js';
import { Stage } from './stage.js';
import { wordsOf } from './texts.js';

type Kind = 'text' | 'email' | 'url' | 'date' | 'time' | 'datetime-local';

const kinds: Readonly<Record<string, readonly [type: Kind, initial: string]>> = {
  plain_text_input: ['text', 'initial_value'],
  rich_text_input: ['text', 'initial_value'],
  number_input: ['text', 'initial_value'],
  email_text_input: ['email', 'initial_value'],
  url_text_input: ['url', 'initial_value'],
  datepicker: ['date', 'initial_date'],
  timepicker: ['time', 'initial_time'],
  datetimepicker: ['datetime-local', 'initial_date_time'],
};

/** Moments are seconds to the app, and a local time in the field. */
const twoDigits = (value: number) => String(value).padStart(2, '0');
function localTime(seconds: number): string {
  const at = new Date(seconds * 1000);
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

const sendsOn = (element: Fields, event: string) =>
  itemsOf(fieldsOf(element.dispatch_action_config).trigger_actions_on).includes(event);

/** A field to type into, a date or a time. */
export function Typed(parts: ElementParts) {
  const { element, own, about, wrong = false, sends = parts.own === undefined } = parts;
  const stage = useContext(Stage);
  const name = nameOf(parts);
  const [type = 'text', initial = ''] = kinds[textOf(element.type)] ?? [];
  const picks = ['date', 'time', 'datetime-local'].includes(type);
  const held = stage.held(name);
  const value = String((held === undefined ? element[initial] : held) ?? '');
  const enter = (shown: string) => {
    const next = shown === '' ? null : type === 'datetime-local' ? String(Date.parse(shown) / 1000) : shown;
    stage.enter(name, next);
    if (sends && next !== null && (picks || sendsOn(element, 'on_character_entered'))) void stage.press(name, next);
  };
  const common = {
    id: own,
    'aria-label': own === undefined ? wordsOf(element.placeholder) || 'Choose' : undefined,
    'aria-describedby': about || undefined,
    'aria-invalid': wrong || undefined,
    placeholder: wordsOf(element.placeholder) || undefined,
    maxLength: typeof element.max_length === 'number' ? element.max_length : undefined,
    autoFocus: element.focus_on_load === true,
  };
  if (element.multiline === true || element.type === 'rich_text_input')
    return <textarea {...common} rows={6} value={value} onInput={({ currentTarget }) => enter(currentTarget.value)} />;
  return (
    <input
      {...common}
      // The typings tell inputs of each type apart; here they are all alike.
      type={type as 'text'}
      inputMode={element.type === 'number_input' ? 'numeric' : undefined}
      autocomplete="off"
      value={type === 'datetime-local' && value !== '' ? localTime(Number(value)) : value}
      onInput={({ currentTarget }) => enter(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !sends || picks) return;
        event.preventDefault();
        void stage.press(name, value);
      }}
    />
  );
}
