import { createHmac } from 'node:crypto';
import { isPage, jsonOf } from './answered.js';
import type { Block } from './blocks.js';
import { exchange } from './exchange.js';
import { githubMarkdown } from './github-markdown.js';
import { html } from './html.js';
import type { Line } from './line.js';
import { sealOf } from './marker.js';
import { plainText } from './plain-text.js';
import type { TicketSystem } from './system.js';

/** Answers the signature of a body: hex HMAC-SHA256 over the timestamp (seconds since 1970), a dot, and the body. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/**
 * Answers a receiver of signed messages. It has to take an operation once: a message that comes again with the same
 * `operation` is answered like the first, with 2xx or 409.
 */
export function webhook(
  name: string,
  {
    url,
    secret,
    from,
    line,
  }: { readonly url: string; readonly secret: string; readonly from: string; readonly line: Line },
  now: () => number = Date.now,
): TicketSystem {
  const label = 'the webhook';
  const address = new URL(url);
  return {
    name,
    label,
    most: null,
    edit: null,
    lookUp: null,
    format: 'json',
    write: (blocks: readonly Block[]) =>
      JSON.stringify({ markdown: githubMarkdown(blocks), html: html(blocks), text: plainText(blocks) }),
    find: async (number) => ({ done: { key: number, number, closed: null, link: url } }),
    async send({ number }, content, mark) {
      const body = JSON.stringify({ version: 1, operation: mark, ticket: number, ...JSON.parse(content) });
      const timestamp = `${Math.floor(now() / 1000)}`;
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': mark,
        'x-tsdeploy-timestamp': timestamp,
        'x-tsdeploy-signature': signatureOf(secret, timestamp, body),
      };
      const answer = await exchange({ method: 'POST', url: address, headers, body }, line);
      const comment = { id: mark, link: url, seal: sealOf(mark) };
      const taken = 'status' in answer && ((answer.status >= 200 && answer.status < 300) || answer.status === 409);
      if (taken && !isPage(answer)) return { done: { ...comment, link: linkIn(answer.text) ?? url } };
      const asked = { label, host: address.host, writes: true, secret: from, thing: `ticket ${number}` };
      const told = jsonOf(answer, asked);
      return 'done' in told ? { done: comment } : told;
    },
  };
}

/** Answers the link that a receiver may answer with: `{"link": "https://…"}`. */
function linkIn(text: string): string | null {
  try {
    const json: unknown = JSON.parse(text);
    const link = typeof json === 'object' && json !== null && 'link' in json ? json.link : null;
    return typeof link === 'string' && /^https?:\/\/\S{1,2000}$/.test(link) ? link : null;
  } catch {
    return null;
  }
}
