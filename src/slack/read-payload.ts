import type { Field, PressedView, SlackMessage } from './asked.js';
import { type Fields, fieldsOf, itemsOf, textOf } from './fields.js';

/** Answers the message that a payload is about; null where it is about none. Of an ephemeral one Slack sends only where it stands. */
export function messageIn(payload: Fields): SlackMessage | null {
  const [container, message] = [fieldsOf(payload.container), fieldsOf(payload.message)];
  const ts = textOf(message.ts) || textOf(container.message_ts);
  const channel = textOf(fieldsOf(payload.channel).id) || textOf(container.channel_id);
  if (ts === '' || channel === '') return null;
  const thread = textOf(message.thread_ts) || textOf(container.thread_ts) || ts;
  return {
    channel,
    ts,
    thread,
    ephemeral: container.is_ephemeral === true || textOf(message.ts) === '',
    fields: message,
  };
}

/** Whether something was said to the app alone. */
export const isDirect = ({ channel_type: type, channel }: Fields): boolean =>
  type === 'im' || (type === undefined && textOf(channel).startsWith('D'));

/** Answers the modal or home that a payload is about; null where it is about none. */
export function viewIn(payload: Fields): PressedView | null {
  const view = fieldsOf(payload.view);
  const id = textOf(view.id);
  return id === ''
    ? null
    : { id, hash: textOf(view.hash), type: textOf(view.type), metadata: textOf(view.private_metadata) };
}

/** Answers what a field holds: of a modal's state, or of something that was pressed. */
export function fieldIn(value: unknown): Field {
  const field = fieldsOf(value);
  const option = textOf(fieldsOf(field.selected_option).value);
  return {
    value: (option || textOf(field.selected_conversation) || textOf(field.value)).trim(),
    ticked: itemsOf(field.selected_options).map((one) => textOf(fieldsOf(one).value)),
  };
}

/** Answers what the person of a payload is called, as far as the payload says. */
export function nameOf(user: unknown): string {
  const { name, username } = fieldsOf(user);
  return textOf(username) || textOf(name);
}
