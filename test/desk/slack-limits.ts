import { readFileSync } from 'node:fs';
import { fieldsOf } from '../../src/desk/fields.js';
import { type Limits, readLimits } from '../../src/desk/limits.js';

const data: unknown = JSON.parse(
  readFileSync(new URL('../../src/desk/block-kit-limits.json', import.meta.url), 'utf8'),
);

/** Slack's limits, as the tests measure by them. */
export const slackLimits: Limits = readLimits(data);

/** Slack's limits with less patience for an acknowledgement, so that a test needn't wait as long. */
export const impatientLimits: Limits = readLimits({
  ...fieldsOf(data),
  interaction: { ...fieldsOf(fieldsOf(data).interaction), ack_ms: 200 },
});
