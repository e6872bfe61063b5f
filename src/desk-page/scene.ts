import { createContext } from 'preact';

/** Something with a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What texts need to know of the workspace. */
export interface SceneParts {
  readonly people: readonly Named[];
  /** The channels, without direct messages. */
  readonly channels: readonly Named[];
  readonly nameOf: (user: string) => string;
  readonly channelNamed: (channel: string) => string;
  /** Answers where on this page an address of the workspace is, null for other addresses. */
  readonly placeOf: (url: string) => string | null;
}

/** The workspace that texts stand in. */
export const Scene = createContext<SceneParts>({
  people: [],
  channels: [],
  nameOf: (user) => user,
  channelNamed: (channel) => channel,
  placeOf: () => null,
});
