import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Fields, fieldsOf, parsed, textOf } from './fields.js';
import { keepMessage } from './messages.js';
import { methods, type Reply } from './methods.js';
import { type DeskState, ids } from './state.js';

/** What a server needs beside the state: its own address, and how it admits a socket. */
export interface ApiPlace {
  readonly address: () => string;
  readonly admitSocket: () => string;
}

/** Answers the workspace's server: the Web API under /api/ and the response addresses under /respond/. */
export function apiServer(state: DeskState, place: ApiPlace): Server {
  return createServer((request, response) => {
    answer(state, place, request, response).catch((error: unknown) =>
      send(response, 500, { ok: false, error: String(error) }),
    );
  });
}

async function answer(
  state: DeskState,
  place: ApiPlace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = await readArguments(request);
  const path = new URL(request.url ?? '/', 'http://desk').pathname;
  const [, area = '', name = ''] = path.split('/');
  const fault = state.faults.get(area === 'respond' ? 'response_url' : name)?.shift();
  if (fault) return send(response, fault.status, { ok: false, error: 'fault' }, fault.headers);
  if (area === 'respond') return respond(state, name, args, response);
  const reply = area === 'api' ? call(state, place, name, args, token(request, args)) : { error: 'unknown_method' };
  state.calls.push({ method: name, args, error: 'error' in reply ? reply.error : null });
  state.changed();
  if ('fields' in reply) send(response, 200, { ok: true, ...reply.fields });
  else
    send(response, 200, {
      ok: false,
      error: reply.error,
      ...(reply.why ? { response_metadata: { messages: reply.why } } : {}),
    });
}

function call(state: DeskState, place: ApiPlace, name: string, args: Fields, bearer: string): Reply {
  if (bearer === '') return { error: 'not_authed' };
  const opensSocket = name === 'apps.connections.open';
  if (bearer !== (opensSocket ? ids.appToken : ids.botToken)) return { error: 'invalid_auth' };
  if (opensSocket)
    return { fields: { url: `${place.address().replace('http', 'ws')}/link?ticket=${place.admitSocket()}` } };
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return method ? method(state, args) : { error: 'unknown_method' };
}

function respond(state: DeskState, id: string, args: Fields, response: ServerResponse): void {
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
}

/** Keeps what an app answers to an interaction: for the one person unless it says otherwise. */
export function keepReply(state: DeskState, to: { user: string; channel: string }, args: Fields, via: string): boolean {
  const ephemeral = args.response_type !== 'in_channel';
  return keepMessage(state, args, { channel: to.channel, to: ephemeral ? to.user : null, via }) !== null;
}

const token = (request: IncomingMessage, args: Fields) =>
  request.headers.authorization?.replace(/^Bearer /, '') ?? textOf(args.token);

async function readArguments(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type']?.startsWith('application/json')) return fieldsOf(parsed(body));
  return Object.fromEntries(new URLSearchParams(body));
}

function send(response: ServerResponse, status: number, body: Fields, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Answers a ticket that admits one socket. */
export const ticket = (): string => randomBytes(9).toString('hex');
