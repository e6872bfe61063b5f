import { type Fields, fieldsOf } from './fields.js';

const isText = (value: unknown): boolean => typeof value === 'string';
const hasUser = ({ user }: Fields) => isText(fieldsOf(user).id);

const isTextOrNothing = (value: unknown) => value === undefined || value === null || isText(value);
const isOption = (value: unknown) => isText(fieldsOf(value).value);

/** Whether what a field of a view holds can be read: a text, an option, or a list of options, each or none. */
function isField(field: unknown): boolean {
  const { value, selected_option: option, selected_options: options } = fieldsOf(field);
  return (
    isTextOrNothing(value) &&
    (option === undefined || option === null || isOption(option)) &&
    (options === undefined || options === null || (Array.isArray(options) && options.every(isOption)))
  );
}

function hasState(view: Fields): boolean {
  const { values } = fieldsOf(view.state);
  return (
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((block) => Object.values(fieldsOf(block)).every(isField))
  );
}

const isShortcut = (payload: Fields) => hasUser(payload) && isText(payload.callback_id) && isText(payload.trigger_id);

/** What the payloads that the app has a listener for have to hold; it takes no others. */
const parts: ReadonlyMap<unknown, (payload: Fields) => boolean> = new Map([
  [
    'block_actions',
    (payload: Fields) =>
      hasUser(payload) &&
      Array.isArray(payload.actions) &&
      payload.actions.length > 0 &&
      isText(fieldsOf(payload.actions[0]).action_id),
  ],
  [
    'view_submission',
    (payload: Fields) => {
      const view = fieldsOf(payload.view);
      return hasUser(payload) && isText(view.private_metadata) && hasState(view);
    },
  ],
  ['shortcut', isShortcut],
  [
    'message_action',
    (payload: Fields) =>
      isShortcut(payload) && isText(fieldsOf(payload.channel).id) && isText(fieldsOf(payload.message).ts),
  ],
]);

/** Whether JSON is an event, or Slack's question whether the address is ours. */
function isEvent({ type, event_id: id, event }: Fields): boolean {
  return type === 'url_verification' || (type === 'event_callback' && isText(id) && isText(fieldsOf(event).type));
}

/** Answers whether a body is a form with a command or a payload that the app listens to, or JSON with an event, and has what it must. */
export function wellFormed(text: string, type: string): boolean {
  if (type !== 'application/x-www-form-urlencoded')
    return type.startsWith('application/json') && isEvent(jsonFields(text));
  const form = new URLSearchParams(text);
  const json = form.get('payload');
  if (json !== null) {
    const payload = jsonFields(json);
    return parts.get(payload.type)?.(payload) ?? false;
  }
  return form.has('ssl_check') || ['command', 'trigger_id', 'user_id', 'text'].every((name) => form.has(name));
}

function jsonFields(json: string): Fields {
  try {
    return fieldsOf(JSON.parse(json));
  } catch {
    return {};
  }
}
