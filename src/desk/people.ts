/** Somebody in the workspace. */
export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly title: string;
}

/** The workspace's own ids. */
export const ids = {
  team: 'T0DESK',
  bot: 'U0BOT',
  botId: 'B0TSDEPLOY',
  app: 'A0TSDEPLOY',
  botToken: 'xoxb-desk',
  appToken: 'xapp-desk',
} as const;

/** The app's own name, as people mention it. */
export const botHandle = 'tsdeploy';

/** The people of every workspace. */
export const everybody: readonly Person[] = [
  { id: 'UANN', handle: 'ann', name: 'Ann Keller', title: 'Configuration Manager administrator' },
  { id: 'UBEN', handle: 'ben', name: 'Ben Okafor', title: 'Helpdesk' },
];

/** Answers the channel of the direct messages between a person and the bot. */
export const directChannel = (user: string): string => `D${user.slice(1)}`;

/** Answers somebody's name in payloads; a stranger's is the id in lower case. */
export const handleOf = (user: string): string =>
  user === ids.bot ? botHandle : (everybody.find(({ id }) => id === user)?.handle ?? user.toLowerCase());
