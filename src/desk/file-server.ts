import type { IncomingMessage, ServerResponse } from 'node:http';
import { ids } from './people.js';
import type { DeskState } from './state.js';

/** What Slack shows in place of a file to whoever may not see it. */
const loginPage =
  '<!DOCTYPE html>\n<html><head><title>Slack</title></head><body>Sign in to see this file.</body></html>\n';

/** Answers a download with the file, for the app's token with its scope, else with a page to sign in and status 200; answers which. */
export function download(state: DeskState, path: string, bearer: string, response: ServerResponse): boolean {
  const [, , named = ''] = path.split('/');
  const file = state.files.get(named.replace(`${ids.team}-`, ''));
  const { scopes } = state.installation;
  const allowed =
    bearer === state.tokens.bot && !state.revoked.has(bearer) && (scopes === null || scopes.includes('files:read'));
  state.calls.push({ method: 'download', args: { path }, error: !file || !allowed ? 'login page' : null });
  if (!file || !allowed) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(loginPage);
  } else {
    response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.bytes.byteLength });
    response.end(file.bytes);
  }
  state.changed();
  return file !== undefined && allowed;
}

/** Takes the bytes of an upload, bare or as the one part of a form; answers the status. */
export async function upload(
  state: DeskState,
  id: string,
  request: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
): Promise<number> {
  const awaited = state.uploads.get(id);
  if (!awaited) return 404;
  const type = request.headers['content-type'] ?? '';
  const bytes = type.startsWith('multipart/') ? await onlyPart(body, type) : body;
  const fits = bytes.byteLength === awaited.size;
  if (fits) awaited.bytes = bytes;
  else
    state.refusals.push({
      in: 'upload',
      where: '/',
      why: `${awaited.name} has ${bytes.byteLength} bytes, ${awaited.size} were told`,
    });
  state.calls.push({ method: 'upload', args: { id, size: bytes.byteLength }, error: fits ? null : 'wrong length' });
  state.changed();
  return fits ? 200 : 400;
}

async function onlyPart(body: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  for (const [, value] of form) return typeof value === 'string' ? Buffer.from(value) : value.bytes();
  return new Uint8Array();
}
