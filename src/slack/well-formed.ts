type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const isText = (value: unknown): boolean => typeof value === 'string';
const hasUser = ({ user }: Fields) => isText(fieldsOf(user).id);

/** What the payloads that the app acts on have to hold. */
const parts: Readonly<Record<string, (payload: Fields) => boolean>> = {
  block_actions: (payload) =>
    hasUser(payload) &&
    Array.isArray(payload.actions) &&
    payload.actions.length > 0 &&
    isText(fieldsOf(payload.actions[0]).action_id),
  view_submission: (payload) => hasUser(payload) && isText(fieldsOf(payload.view).private_metadata),
};

/** Answers whether a body is a form with a command or a payload, or JSON with a type, and has what it must. */
export function wellFormed(text: string, type: string): boolean {
  if (type !== 'application/x-www-form-urlencoded') return type.startsWith('application/json') && isPayload(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  if (payload !== null) return isPayload(payload);
  return form.has('ssl_check') || ['command', 'trigger_id', 'user_id', 'text'].every((name) => form.has(name));
}

function isPayload(json: string): boolean {
  try {
    const payload = fieldsOf(JSON.parse(json));
    if (typeof payload.type !== 'string') return false;
    return !Object.hasOwn(parts, payload.type) || (parts[payload.type]?.(payload) ?? false);
  } catch {
    return false;
  }
}
