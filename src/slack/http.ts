import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver, verifySlackRequest } from '@slack/bolt';
import { logger } from './client.js';
import { firstTime } from './once.js';
import type { Log } from './trouble.js';
import { wellFormed } from './well-formed.js';

/** Where Slack sends to. */
export const eventsPath = '/slack/events';
const bodyLimit = 1024 * 1024;
const windowSeconds = 300;

/** Answers a receiver of signed requests that also refuses replayed and malformed ones. */
export function httpReceiver(secret: string, log: Log): HTTPReceiver {
  const receiver = new HTTPReceiver({ signingSecret: secret, endpoints: eventsPath, logger: logger(log), bodyLimit });
  receiver.requestListener = guarded(receiver.requestListener, secret);
  return receiver;
}

/** Answers a listener that passes only fresh, signed, well-formed requests on. */
function guarded(pass: RequestListener, secret: string): RequestListener {
  const first = firstTime(2 * windowSeconds * 1000, Date.now);
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path !== eventsPath || request.method !== 'POST') return end(response, path === eventsPath ? 405 : 404);
    readBody(request).then(
      (body) => {
        if (body === null) return end(response, 413);
        const refused = refusal(request, body, secret, first);
        if (refused !== null) return end(response, refused);
        // Bolt takes a body that was read already from here.
        pass(Object.assign(request, { rawBody: body }), response);
      },
      () => response.destroy(),
    );
  };
}

/** Answers the status to refuse a request with, or null where it may pass. */
function refusal(
  request: IncomingMessage,
  body: Buffer,
  secret: string,
  first: (key: string) => boolean,
): number | null {
  const text = body.toString('utf8');
  const signature = String(request.headers['x-slack-signature'] ?? '');
  const timestamp = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
  if (Math.abs(Date.now() / 1000 - timestamp) > windowSeconds) return 401;
  try {
    verifySlackRequest({
      signingSecret: secret,
      body: text,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
    });
  } catch {
    return 401;
  }
  // An event that Slack sends once more within the second has the same signature: the app takes it, and doesn't act again.
  if (!first(signature) && !isRetry(request)) return 401;
  return wellFormed(text, request.headers['content-type'] ?? '') ? null : 400;
}

/** Whether Slack says that it has sent an event before. */
const isRetry = ({ headers }: IncomingMessage): boolean =>
  headers['x-slack-retry-num'] !== undefined && (headers['content-type'] ?? '').startsWith('application/json');

/** Answers a request's body, or null where it is too long. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0, ...(status === 413 ? { connection: 'close' } : {}) });
  response.end();
}
