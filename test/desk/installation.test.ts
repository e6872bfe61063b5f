import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { installationOf } from '../../src/desk/installation.js';

test('an installation is what the manifest asks for', () => {
  const manifest = parse(`
features:
  app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false }
  slash_commands: [{ command: /tsdeploy }]
  shortcuts: [{ name: Validate this config, type: message, callback_id: validate }, { name: Plan, type: global, callback_id: plan }]
oauth_config: { scopes: { bot: [commands, chat:write] } }
settings: { event_subscriptions: { bot_events: [app_mention] } }
`);
  expect(installationOf(manifest)).toEqual({
    scopes: ['commands', 'chat:write'],
    events: ['app_mention'],
    commands: ['/tsdeploy'],
    shortcuts: [
      { name: 'Validate this config', callback: 'validate', type: 'message' },
      { name: 'Plan', callback: 'plan', type: 'global' },
    ],
    homeTab: true,
    takesMessages: true,
  });
});

test('what a manifest doesn’t ask for, the app doesn’t get', () => {
  const { scopes, events, homeTab, takesMessages } = installationOf({});
  expect([scopes, events, homeTab, takesMessages]).toEqual([[], [], false, false]);
});

test('the app’s own manifest can be installed', () => {
  const manifest: unknown = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  expect(installationOf(manifest).commands).toEqual(['/tsdeploy']);
});
