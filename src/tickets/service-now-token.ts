import * as v from 'valibot';
import { jsonOf } from './answered.js';
import type { ApiSettings } from './api.js';
import { exchange } from './exchange.js';
import type { Line } from './line.js';

const tokenShape = v.object({ access_token: v.string(), expires_in: v.optional(v.number(), 300) });

/** An access token is asked for anew this long before it expires. */
const earlyMs = 30_000;

/** Answers credentials by OAuth: the access token of a client, asked for when there is none that holds, or it is refused. */
export function clientCredentials(
  base: string,
  client: { readonly id: string; readonly secret: string; readonly from: string },
  line: Line,
  now: () => number = Date.now,
): Required<Pick<ApiSettings, 'credentials' | 'renewed'>> {
  let held: { readonly token: string; readonly until: number } | null = null;
  const credentials: ApiSettings['credentials'] = async () => {
    if (held === null || held.until <= now()) {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.id,
        client_secret: client.secret,
      });
      const url = new URL(`${base}/oauth_token.do`);
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await exchange({ method: 'POST', url, headers, body: `${body}` }, line);
      const asked = { label: 'ServiceNow', host: url.host, writes: false, secret: client.from, thing: 'token service' };
      const told = jsonOf(answer, asked);
      if (!('done' in told)) return 'unsure' in told ? { unsent: told.unsure } : told;
      const read = v.safeParse(tokenShape, told.done);
      if (!read.success) return { refused: `ServiceNow gives no access token for ${client.from}.` };
      held = { token: read.output.access_token, until: now() + read.output.expires_in * 1000 - earlyMs };
    }
    return { done: { authorization: `Bearer ${held.token}` } };
  };
  return {
    credentials,
    renewed() {
      held = null;
      return credentials();
    },
  };
}
