import { expect } from 'vitest';
import { fieldsOf } from '../../src/desk/fields.js';
import { payloadChecks } from '../../src/desk/payload-checks.js';
import { slackLimits } from '../desk/slack-limits.js';

const checks = payloadChecks(slackLimits);
const token = /<https?:\/\/[^\s<>|]+\|[^<>\n]*>|<!date\^\d+\^[^<>|]*\|[^<>]*>/g;

/** What Slack never reads as mark-up: it hands it back, or puts it into a field. */
const raw = ['value', 'initial_value', 'private_metadata'];

/** Answers the stretches of a payload that Slack could read as a mention, a link or an entity that nobody wrote. */
export function unescaped(part: unknown, inMarkup = true): string[] {
  if (typeof part === 'string') {
    const rest = inMarkup ? part.replace(token, '') : part;
    return [...rest.matchAll(inMarkup ? /[<>]|&(?!(?:amp|lt|gt);)/g : /[<>]/g)].map(
      ([found]) => `${found} in ${rest.slice(0, 80)}`,
    );
  }
  if (Array.isArray(part)) return part.flatMap((one) => unescaped(one, inMarkup));
  const fields = fieldsOf(part);
  // Shown as it is.
  if (fields.type === 'rich_text_preformatted') return [];
  return Object.entries(fields).flatMap(([name, value]) =>
    raw.includes(name) ? [] : unescaped(value, fields.type === 'mrkdwn' || fields.type === undefined),
  );
}

/** Expects a message that Slack takes, with everything foreign escaped. */
export function expectSafeMessage(message: object): void {
  expect(checks.message({ ...message }, 'a message')).toEqual([]);
  expect(unescaped(message)).toEqual([]);
}

/** Expects a view that Slack takes, with everything foreign escaped. */
export function expectSafeView(view: object): void {
  expect(checks.view(view, 'a view')).toEqual([]);
  expect(unescaped({ ...view, type: undefined })).toEqual([]);
}

/** Expects a Home that Slack takes, with everything foreign escaped. */
export function expectSafeHome(view: object): void {
  expect(checks.home(view, 'a Home')).toEqual([]);
  expect(unescaped({ ...view, type: undefined })).toEqual([]);
}
