import type { TicketEntry } from '../setup/tickets.js';
import { Unusable } from '../text/problem.js';
import { apiAt, basic, fixed } from './api.js';
import { github } from './github.js';
import { jiraCloud } from './jira-cloud.js';
import { jiraDataCenter } from './jira-data-center.js';
import { openLine } from './line.js';
import { requestTracker } from './request-tracker.js';
import { serviceNow } from './service-now.js';
import { clientCredentials } from './service-now-token.js';
import type { TicketSystem } from './system.js';
import { webhook } from './webhook.js';

type Env = Readonly<Record<string, string | undefined>>;

/** A system as it is set up, opened. */
export interface OpenedSystem {
  readonly entry: TicketEntry;
  readonly system: TicketSystem;
}

/** Opens all systems that are set up. Throws Unusable where a secret is missing. */
export const openSystems = (entries: readonly TicketEntry[], env: Env): OpenedSystem[] =>
  entries.map((entry) => ({ entry, system: openSystem(entry, env) }));

/** Opens a system as it is set up, with its secret from the environment. Throws Unusable where that is missing. */
export function openSystem(entry: TicketEntry, env: Env): TicketSystem {
  const { name, ca, timeout } = entry;
  const variable = secretOf(entry);
  const secret = env[variable]?.trim() ?? '';
  if (secret === '')
    throw new Unusable([
      `tickets › ${name}: the environment variable ${variable} isn't set. It holds the secret of ${entry.system}.`,
    ]);
  const from = `$${variable}`;
  const line = openLine(
    { name, ca, timeoutMs: timeout * 1000, secrets: 'user' in entry ? [secret, `${entry.user}:${secret}`] : [secret] },
    env,
  );
  const api = (label: string, base: string, headers: Readonly<Record<string, string>>) =>
    apiAt({ label, base, line, credentials: fixed(headers), secret: from });
  const bearer = { authorization: `Bearer ${secret}` };
  switch (entry.system) {
    case 'servicenow':
      return serviceNow(name, entry.url, api('ServiceNow', entry.url, basic(entry.user, secret)));
    case 'servicenow-oauth': {
      const token = clientCredentials(entry.url, { id: entry['client-id'], secret, from }, line);
      return serviceNow(name, entry.url, apiAt({ label: 'ServiceNow', base: entry.url, line, ...token, secret: from }));
    }
    case 'jira-cloud':
      return jiraCloud(placeOf(entry), api('Jira Cloud', entry.url, basic(entry.user, secret)));
    case 'jira-data-center':
      return jiraDataCenter(placeOf(entry), api('Jira Data Center', entry.url, bearer));
    case 'request-tracker': {
      const token = { authorization: `token ${secret}` };
      return requestTracker(name, entry.url, api('Request Tracker', entry.url, token));
    }
    case 'github': {
      const headers = { ...bearer, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
      return github(name, entry.repository, api('GitHub', entry.url, headers));
    }
    case 'webhook':
      return webhook(name, { url: entry.url, secret, from, line });
  }
}

const placeOf = ({ name, url, customers }: TicketEntry & { readonly customers: boolean; readonly url: string }) => ({
  name,
  base: url,
  customers,
});

function secretOf(entry: TicketEntry): string {
  if ('password' in entry) return entry.password;
  if ('token' in entry) return entry.token;
  return 'secret' in entry ? entry.secret : entry['client-secret'];
}
