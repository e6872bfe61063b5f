import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldsOf, itemsOf } from '../../src/desk/fields.js';
import { commands } from '../../src/slack/app.js';
import { events, shortcuts } from '../../src/slack/handlers.js';
import { eventsPath } from '../../src/slack/http.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const manifest: unknown = parse(read('../../manifest.yml'));
const valid = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(read('../slack-manifest.schema.2.json')),
);
const at = (path: string) => path.split('.').reduce<unknown>((part, name) => fieldsOf(part)[name], manifest);

test('the manifest is one that Slack’s schema accepts, for Socket Mode and for HTTP', () => {
  const http = { ...fieldsOf(manifest), settings: { ...fieldsOf(at('settings')), socket_mode_enabled: false } };
  for (const one of [manifest, http]) expect([valid(one), valid.errors]).toEqual([true, null]);
  expect(valid({ ...fieldsOf(manifest), display_information: { name: 'x'.repeat(36) } })).toBe(false);
});

test('the manifest names the commands that the app answers, and no others', () => {
  expect(itemsOf(at('features.slash_commands')).map((command) => fieldsOf(command).command)).toEqual([...commands]);
});

test('the manifest names the shortcuts and events that the app has a handler for, and no others', () => {
  const callbacks = itemsOf(at('features.shortcuts')).map((shortcut) => fieldsOf(shortcut).callback_id);
  expect(callbacks.sort()).toEqual(Object.keys(shortcuts).sort());
  const types = itemsOf(at('settings.event_subscriptions.bot_events')).map((name) => String(name).split('.')[0]);
  expect([...new Set(types)].sort()).toEqual(Object.keys(events).sort());
});

test('the manifest sends commands, presses and events to where the app listens', () => {
  const urls = [
    at('settings.interactivity.request_url'),
    at('settings.event_subscriptions.request_url'),
    ...itemsOf(at('features.slash_commands')).map((command) => fieldsOf(command).url),
  ];
  expect(urls.map((url) => new URL(String(url)).pathname)).toEqual([eventsPath, eventsPath, eventsPath]);
});

test('the app asks for no more than it uses', () => {
  expect(at('oauth_config.scopes')).toEqual({
    bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'files:read', 'files:write', 'usergroups:read'],
  });
});
