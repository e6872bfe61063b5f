import { payloadChecks } from '../../src/desk/payload-checks.js';
import { slackLimits } from './slack-limits.js';

const checks = payloadChecks(slackLimits);

/** Parts of payloads that Slack takes. */
export const plain = (text: string) => ({ type: 'plain_text', text });
export const marked = (text: string) => ({ type: 'mrkdwn', text });
export const x = (length: number) => 'x'.repeat(length);
export const section = { type: 'section', text: marked('Hello') };
export const option = (value: string) => ({ text: plain('An option'), value });
export const options = (count: number) => Array.from({ length: count }, (_, at) => option(`${at}`));
export const button = { type: 'button', action_id: 'press', text: plain('Press') };
export const choose = { type: 'static_select', action_id: 'choose', options: options(2) };
export const message = (...blocks: unknown[]) => ({ text: 'Hello', blocks });
export const modal = (blocks: unknown[], rest = {}) => ({
  type: 'modal',
  title: plain('A title'),
  submit: plain('Send'),
  blocks,
  ...rest,
});
export const field = (element: object, rest = {}) => ({ type: 'input', label: plain('A field'), element, ...rest });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const many = (count: number, block: object = section) => Array.from({ length: count }, () => block);

/** Answers what Slack refuses in a message, as "place: reason". */
export const inMessage = (payload: Readonly<Record<string, unknown>>): string[] =>
  checks.message(payload, 'a message').map(({ where, why }) => `${where}: ${why}`);

/** Answers what Slack refuses in a view, as "place: reason". */
export const inView = (view: unknown): string[] =>
  checks.view(view, 'a view').map(({ where, why }) => `${where}: ${why}`);
