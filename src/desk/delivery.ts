import { type Fields, parsed } from './fields.js';
import { signatureHeaders } from './signatures.js';

/** What becomes of a payload that is sent to the app. */
export type Outcome =
  | { readonly ack: 'taken'; readonly body: unknown; readonly ms: number }
  | { readonly ack: 'refused'; readonly status: number }
  | { readonly ack: 'timed-out' };

/** The kinds of payload Slack sends. */
export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** A way to send payloads to the app; `retry` counts repeats of the same payload. */
export interface Delivery {
  deliver(kind: Kind, payload: Fields, retry?: number): Promise<Outcome>;
}

/** Answers the body of a signed request: JSON for events, else a form of fields, or of one field `payload`. */
export function formBody(kind: Kind, payload: Fields): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  const form =
    kind === 'slash_commands'
      ? Object.entries(payload).map(([name, value]) => [name, String(value)])
      : [['payload', JSON.stringify(payload)]];
  return new URLSearchParams(form).toString();
}

/** Answers a delivery by signed HTTP requests to the app's address. */
export function httpDelivery(address: string, secret: string, ackMs: number): Delivery {
  return {
    async deliver(kind, payload, retry) {
      const body = formBody(kind, payload);
      const started = performance.now();
      const headers = {
        'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        // A repeat is signed anew, a little later.
        ...signatureHeaders(secret, body, Math.floor(Date.now() / 1000) + (retry ?? 0)),
        ...(retry === undefined ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
      };
      try {
        const response = await fetch(address, { method: 'POST', body, headers, signal: AbortSignal.timeout(ackMs) });
        const text = await response.text();
        if (!response.ok) return { ack: 'refused', status: response.status };
        return {
          ack: 'taken',
          body: text === '' ? undefined : (parsed(text) ?? { text }),
          ms: performance.now() - started,
        };
      } catch (error) {
        if (error instanceof Error && error.name === 'TimeoutError') return { ack: 'timed-out' };
        throw error;
      }
    },
  };
}
