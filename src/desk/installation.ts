import { fieldsOf, itemsOf, textOf } from './fields.js';

/** A shortcut of the app: everywhere, or in the menu of a message. */
export interface Shortcut {
  readonly name: string;
  readonly callback: string;
  readonly type: 'global' | 'message';
}

/** What the app asked for when it was installed. */
export interface Installation {
  /** The scopes of the bot's token; null grants all. */
  readonly scopes: readonly string[] | null;
  /** The events the app is told: `app_mention`, `message.im`, … */
  readonly events: readonly string[];
  readonly commands: readonly string[];
  readonly shortcuts: readonly Shortcut[];
  readonly homeTab: boolean;
  /** Whether people can write to the app. */
  readonly takesMessages: boolean;
}

/** An app that may do everything and is told of no event. */
export const openInstallation: Installation = {
  scopes: null,
  events: [],
  commands: [],
  shortcuts: [],
  homeTab: true,
  takesMessages: true,
};

/** Answers what a manifest, read from its YAML or JSON, asks for. */
export function installationOf(manifest: unknown): Installation {
  const at = (path: string) => path.split('.').reduce<unknown>((part, name) => fieldsOf(part)[name], manifest);
  const names = (path: string) => itemsOf(at(path)).map(textOf);
  return {
    scopes: names('oauth_config.scopes.bot'),
    events: names('settings.event_subscriptions.bot_events'),
    commands: itemsOf(at('features.slash_commands')).map((command) => textOf(fieldsOf(command).command)),
    shortcuts: itemsOf(at('features.shortcuts'))
      .map(fieldsOf)
      .map(({ name, callback_id, type }) => ({
        name: textOf(name),
        callback: textOf(callback_id),
        type: type === 'message' ? 'message' : 'global',
      })),
    homeTab: at('features.app_home.home_tab_enabled') === true,
    takesMessages:
      at('features.app_home.messages_tab_enabled') === true &&
      at('features.app_home.messages_tab_read_only_enabled') !== true,
  };
}
