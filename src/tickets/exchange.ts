import { request } from 'undici';
import { printable } from '../text/printable.js';
import type { Line } from './line.js';
import type { Undone } from './told.js';

/** A request to a system. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a system answered. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string;
  readonly text: string;
}

/** No system answers with more bytes than this. */
const mostBytes = 20_000_000;

/** Sends one request, once, and answers what came back, or how far it got. Follows no redirect. */
export async function exchange(call: Call, line: Line): Promise<Answer | Undone> {
  const { method, url, headers, body } = call;
  const hidden = withoutCredentials(call, line);
  try {
    const response = await request(url, {
      method,
      headers: { accept: 'application/json', 'user-agent': 'tsdeploy', ...headers },
      body: body ?? null,
      dispatcher: line.dispatcher,
      signal: AbortSignal.timeout(line.timeoutMs),
    });
    const text = await textOf(response.body);
    if (text === null)
      return { unsure: `${url.host} answers with more than ${mostBytes / 1_000_000} MB, which is no answer to this.` };
    const header = (name: string) => String(response.headers[name] ?? '');
    return { status: response.statusCode, header, text: hidden(text) };
  } catch (error) {
    return failed(error, url, line.timeoutMs, hidden);
  }
}

/** Also what the call itself carries is a secret: a token that was given for a while. */
function withoutCredentials({ headers }: Call, line: Line): Line['withoutSecrets'] {
  const own = headers?.authorization?.replace(/^\S+ /, '') ?? '';
  return (text) => line.withoutSecrets(own === '' ? text : text.replaceAll(own, '…'));
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaving the loop closes the connection.
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const unreached: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: "there's no such host",
  EAI_AGAIN: "the name can't be looked up now",
  EHOSTUNREACH: "the host can't be reached",
  ENETUNREACH: "the network can't be reached",
  UND_ERR_CONNECT_TIMEOUT: 'no connection comes about in time',
};

/** Answers what an error says of how far the request got. */
function failed(error: unknown, url: URL, timeoutMs: number, hidden: (text: string) => string): Undone {
  const { code, message } = causeOf(error);
  const place = url.host;
  if (unreached[code]) return { unsent: `${place}: ${unreached[code]} (${code}).` };
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ISSUER|^ERR_TLS|^ERR_SSL|^EPROTO$|HOSTNAME_MISMATCH/.test(code))
    return {
      unsent: `${place}: its certificate can't be checked (${code}). If an authority of your own issued it, name its file as ca.`,
    };
  if (/Proxy response \(\d+\)/.test(message))
    return { unsent: `${place}: the proxy doesn't let us through (${/\d+/.exec(message)?.[0]}).` };
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { unsure: `${place} didn't answer within ${timeoutMs / 1000} seconds.` };
  const shown = printable(hidden(code === '' ? message : code)).slice(0, 120);
  return { unsure: `${place}: the connection broke off (${shown}).` };
}

function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // undici wraps what the proxy's connection says.
  if (error.cause instanceof Error && !unreached[code]) {
    const inner = causeOf(error.cause);
    if (inner.code !== '') return { code: inner.code, message: `${error.message} ${inner.message}` };
  }
  return { code, message: error.message };
}
