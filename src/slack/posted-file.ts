import type { webApi } from '@slack/bolt';
import { mostBytes } from '../config/decode.js';
import { type Fields, fieldsOf, textOf } from './fields.js';
import { inLocalWorkspace } from './local-workspace.js';
import { cut } from './mrkdwn.js';
import { innermost } from './trouble.js';

/** A file that somebody posted, or why it isn't read. */
export type PostedFile = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly error: string });

const hosts = ['files.slack.com'];

/** Answers whether a file may be fetched from an address: Slack's own for files over https, or the local workspace that the API address names. */
export function mayFetch(address: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:' && hosts.includes(host)) return true;
  if (apiUrl === undefined || !URL.canParse(apiUrl)) return false;
  if (new URL(apiUrl).host === 'slack-gov.com') return protocol === 'https:' && host === 'files.slack-gov.com';
  return inLocalWorkspace(address, apiUrl);
}

/** Answers a posted file's bytes, fetched with the app's token; never throws. */
export async function fetchFile(
  posted: Fields,
  client: webApi.WebClient,
  apiUrl: string | undefined,
): Promise<PostedFile> {
  const name = cut(textOf(posted.name) || textOf(posted.title) || 'the file', 120);
  try {
    return { name, ...(await fetched(await known(posted, client), client.token ?? '', apiUrl)) };
  } catch (error) {
    return { name, error: `Slack didn't hand it over (${innermost(error)}). Post it once more, or paste its text.` };
  }
}

/** A file of another workspace comes without its address: Slack is asked for it. */
async function known(posted: Fields, client: webApi.WebClient): Promise<Fields> {
  if (textOf(posted.url_private) !== '' || textOf(posted.id) === '') return posted;
  const { file } = await client.files.info({ file: textOf(posted.id) });
  return fieldsOf(file);
}

type Content = { readonly bytes: Uint8Array } | { readonly error: string };

async function fetched(file: Fields, token: string, apiUrl: string | undefined): Promise<Content> {
  const address = textOf(file.url_private_download) || textOf(file.url_private);
  if (address === '') return { error: "it isn't in Slack any more. Post it once more, or paste its text." };
  if (!mayFetch(address, apiUrl))
    return { error: 'it is kept at another host than Slack’s, and I read from there alone. Upload the file itself.' };
  if (typeof file.size === 'number' && file.size > mostBytes) return tooLarge;
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
  });
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (response.status !== 200 || (isPage && !textOf(file.mimetype).startsWith('text/html'))) {
    await response.body?.cancel();
    return response.status === 200 ? notAllowed : { error: refusal(response.status) };
  }
  const bytes = await bytesOf(response);
  return bytes === null ? tooLarge : (unlike(file, bytes) ?? { bytes });
}

/** Answers what is read of a response, or null where it is too much. */
async function bytesOf({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the download.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers why a file isn't what its name says; null where it may be. */
function unlike({ name }: Fields, bytes: Uint8Array): { readonly error: string } | null {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(textOf(name))?.[1]?.toLowerCase() ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
  if (isZip === (ending === 'zip') || (isZip && ending === '')) return null;
  return isZip
    ? { error: `it is a zip, though it is called .${ending}. Give it its right name, and post it once more.` }
    : { error: "it is called .zip, and isn't one. Export the task sequence once more." };
}

const refusal = (status: number) =>
  status >= 300 && status < 400
    ? 'Slack sends on to another address for it, and I don’t follow. Upload the file itself.'
    : `Slack refused it (${status}). Post it once more, or paste its text.`;

const tooLarge = {
  error: `it has more than ${mostBytes / 1_048_576} MB, too much to be read. Post the part that matters.`,
} as const;

const notAllowed = {
  error:
    "Slack showed me a page to sign in instead of it. Either the app lacks the scope files:read (an administrator adds it and installs the app again), or I'm not in this conversation. Until then, paste the text.",
} as const;
