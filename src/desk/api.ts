import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { bearerOf, isLocal, readArguments, readBody } from './api-request.js';
import { type Fields, textOf } from './fields.js';
import { download, upload } from './file-server.js';
import type { Reply } from './method.js';
import { methods } from './methods.js';
import { keepReply } from './replies.js';
import type { DeskState, Fault } from './state.js';
import { takeDown } from './traffic.js';

/** Answers a ticket that admits one socket. */
type AdmitSocket = () => string;

/** Answers the workspace's server: the Web API under /api/, response addresses under /respond/, files. */
export function apiServer(state: DeskState, admitSocket: AdmitSocket): Server {
  return createServer((request, response) => {
    answer(state, admitSocket, request, response).catch((error: unknown) =>
      send(response, 500, { ok: false, error: String(error) }),
    );
  });
}

async function answer(
  state: DeskState,
  admitSocket: AdmitSocket,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isLocal(request, state)) return fail(response, { status: 403, error: 'not_this_host' });
  const started = performance.now();
  const body = await readBody(request);
  // Calls overlap while their bodies come: from here on, what is refused is this one's.
  const before = state.refusals.length;
  const path = new URL(request.url ?? '/', 'http://desk').pathname;
  const [, area = '', name = ''] = path.split('/');
  const note = (what: string, sent: unknown, reply: unknown, ok: boolean) =>
    takeDown(state, {
      from: 'app',
      what,
      sent,
      answer: reply,
      ok,
      ms: performance.now() - started,
      refusals: state.refusals.slice(before),
    });
  const fault = state.faults.get(faultName(area, name))?.shift() ?? state.outage;
  if (fault) {
    note(faultName(area, name), {}, fault, false);
    return fail(response, fault);
  }
  if (area === 'files-pri') {
    const found = download(state, path, bearerOf(request), response);
    return note('download', { path }, found ? 'the file' : 'a page to sign in', found);
  }
  if (area === 'upload') {
    const status = await upload(state, name, request, body);
    response.writeHead(status).end(status === 200 ? `OK - ${body.byteLength}` : 'error');
    return note('upload', { id: name, bytes: body.byteLength }, status, status === 200);
  }
  const args = readArguments(request, body);
  if (area === 'respond') {
    const error = respond(state, name, args, response);
    return note('response_url', args, error ?? 'ok', error === null);
  }
  const token = bearerOf(request) || textOf(args.token);
  const reply = area === 'api' ? call(state, admitSocket, name, args, token) : { error: 'unknown_method' };
  state.calls.push({ method: name, args, error: 'error' in reply ? reply.error : null });
  note(name, args, 'fields' in reply ? reply.fields : reply, 'fields' in reply);
  if ('fields' in reply) send(response, 200, { ok: true, ...reply.fields });
  else {
    const { error, why, ...more } = reply;
    send(response, 200, { ok: false, error, ...more, ...(why ? { response_metadata: { messages: why } } : {}) });
  }
}

const faultName = (area: string, name: string): string =>
  ({ respond: 'response_url', 'files-pri': 'download', upload: 'upload' })[area] ?? name;

/** Answers with a fault as Slack words it. */
function fail(response: ServerResponse, { status, error, headers }: Fault): void {
  const [code, word] =
    error !== undefined
      ? [status ?? 200, error]
      : [status ?? 500, { 429: 'ratelimited', 503: 'service_unavailable' }[status ?? 500] ?? 'fault'];
  send(response, code, { ok: false, error: word }, headers);
}

function call(state: DeskState, admitSocket: AdmitSocket, name: string, args: Fields, bearer: string): Reply {
  if (bearer === '') return { error: 'not_authed' };
  if (state.revoked.has(bearer)) return { error: 'invalid_auth' };
  const opensSocket = name === 'apps.connections.open';
  if (bearer !== (opensSocket ? state.tokens.app : state.tokens.bot)) return { error: 'invalid_auth' };
  if (opensSocket) return { fields: { url: `${state.address.replace('http', 'ws')}/link?ticket=${admitSocket()}` } };
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) return { error: 'unknown_method' };
  const { scopes } = state.installation;
  const needed = method.scope(args);
  if (scopes !== null && needed !== null && !scopes.includes(needed))
    return { error: 'missing_scope', needed, provided: scopes.join(',') };
  return method.run(state, args);
}

function respond(state: DeskState, id: string, args: Fields, response: ServerResponse): string | null {
  const permit = state.permits.useResponse(id);
  const error =
    'denied' in permit ? permit.denied : keepReply(state, permit, args, 'response_url') ? null : 'invalid_blocks';
  state.calls.push({ method: 'response_url', args, error });
  state.changed();
  send(
    response,
    error === null ? 200 : error === 'invalid_blocks' ? 400 : 404,
    error === null ? { ok: true } : { ok: false, error },
  );
  return error;
}

function send(response: ServerResponse, status: number, body: Fields, headers: Fault['headers'] = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Answers a ticket that admits one socket. */
export const ticket = (): string => randomBytes(9).toString('hex');
