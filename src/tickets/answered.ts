import { printable } from '../text/printable.js';
import type { Answer } from './exchange.js';
import type { Told, Undone } from './told.js';

/** What a system was asked for, in the words of its messages. */
export interface Asked {
  readonly label: string;
  readonly host: string;
  /** Whether something was to be changed: then a strange answer doesn't tell that it wasn't. */
  readonly writes: boolean;
  /** Where the secret of the system comes from, for whoever has to renew it. */
  readonly secret: string;
  /** What isn't there where the answer is 404. */
  readonly thing: string;
}

/** Answers the JSON of an answer, or in plain words why there is none. */
export function jsonOf(answer: Answer | Undone, asked: Asked): Told<unknown> {
  if (!('status' in answer)) return answer;
  const { label, host, writes, secret, thing } = asked;
  const { status, text } = answer;
  const told = `${label} answers ${status}`;
  const said = messageIn(answer);
  const own = said === '' ? '' : ` It says: ${said.replace(/[.!]+$/, '')}.`;
  const wait = waitOf(answer);
  if (wait !== null)
    return { later: wait, why: `${label} is busy and asks to wait ${Math.ceil(wait / 1000)} seconds (${status}).` };
  if (isPage(answer) && status < 500) {
    const why = `${host} answers with a web page (${status}) where ${label} would answer with data: a proxy or a sign-in page stands in between, or the url is wrong.`;
    return writes ? { unsure: why } : { refused: why };
  }
  if (status >= 200 && status < 300) {
    const json = parsed(text);
    if (json !== undefined) return { done: json };
    const why = `${told}, but with something that isn't JSON.`;
    return writes ? { unsure: why } : { refused: why };
  }
  if (status >= 300 && status < 400) return { refused: redirected(answer, asked) };
  if (status === 401)
    return {
      refused: `${told}: it doesn't accept the credentials. They are wrong or have expired; renew ${secret}.${own}`,
    };
  if (status === 403) return { refused: `${told}: the account of ${secret} isn't allowed to do this.${own}` };
  if (status === 404 || status === 410)
    return { refused: `${told}: there is no ${thing}, or the account may not see it.${own}`, gone: true };
  if (status === 408 || status >= 500) return { unsure: `${told}: something went wrong there.${own}` };
  return { refused: `${told} and doesn't take it.${own}` };
}

function redirected({ header, status }: Answer, { label, host }: Asked): string {
  const to = header('location');
  const target = URL.canParse(to, `https://${host}`) ? new URL(to, `https://${host}`).host : 'another place';
  return target === host
    ? `${label} answers ${status}: it wants another address on ${host} (${printable(to).slice(0, 120)}). Mend the url in the setup.`
    : `${label} answers ${status} and points to another host (${printable(target).slice(0, 80)}). Nothing was sent there; if it is right, put it into the url of the setup.`;
}

/** Answers whether an answer is a page for a browser. */
export const isPage = ({ header, text }: Answer) =>
  /^text\/html|^application\/xhtml/i.test(header('content-type')) || /^\s*<(!doctype|html)/i.test(text.slice(0, 200));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Answers how long a system asks to wait, in milliseconds; null where it doesn't. */
function waitOf({ status, header }: Answer): number | null {
  const after = header('retry-after');
  const spent = header('x-ratelimit-remaining') === '0';
  // A 503 may come after the work: it doesn't tell that nothing was done.
  if (status !== 429 && !(status === 403 && (after !== '' || spent))) return null;
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const date = Date.parse(after);
  if (Number.isFinite(date)) return Math.max(0, date - Date.now());
  const reset = Number(header('x-ratelimit-reset'));
  return spent && reset > 0 ? Math.max(0, reset * 1000 - Date.now()) : 5_000;
}

const most = 300;

/** Answers what a system says of itself in an answer: the texts of its usual error fields, on one line. */
function messageIn({ text }: Answer): string {
  const json = parsed(text);
  const found: string[] = [];
  collect(json, '', found);
  return printable(found.join('; ').replace(/\s+/g, ' ').trim()).slice(0, most);
}

const telling = /^(message|messages|detail|error|errors|errorMessages|error_description|reason)$/;

function collect(value: unknown, key: string, found: string[], depth = 0): void {
  if (depth > 4) return;
  if (typeof value === 'string' && (telling.test(key) || depth > 1)) found.push(value);
  else if (Array.isArray(value)) for (const one of value) collect(one, key, found, depth + 1);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      if (telling.test(name) || telling.test(key)) collect(one, name, found, depth + 1);
}
