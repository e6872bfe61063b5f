import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Desk } from '../desk/workspace.js';
import type { Told } from './act.js';
import { type Asset, headersOf } from './assets.js';
import type { Live } from './live.js';
import { perform } from './perform.js';
import { readAct } from './read-act.js';
import { readBody } from './read-body.js';
import { largestFile, stagedFiles } from './staged-files.js';

/** What the page's server stands on. */
export interface PageParts {
  readonly desk: Desk;
  readonly live: Live;
  readonly token: string;
  /** The page's own files, by name. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Answers, once the app runs, null, or why it doesn't. */
  readonly ready: () => Promise<string | null>;
}

const longestAct = 1024 * 1024;

/** Answers the server of the page: everything stands under the token, and under a host name of this machine alone. */
export function pageServer(parts: PageParts): Server {
  const staged = stagedFiles();
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      json(response, 500, { problem: error instanceof Error ? error.message : String(error) }),
    );
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocal(request)) return plain(response, 403, 'The desk answers at 127.0.0.1 and localhost alone.\n');
    const url = new URL(request.url ?? '/', 'http://desk');
    const [, token = '', name = '', rest = ''] = url.pathname.split('/');
    if (!same(token, parts.token))
      return plain(response, 404, 'This is not the address of the desk. Use the one that npm start printed last.\n');
    if (url.pathname === `/${token}`) {
      response.writeHead(308, { location: `/${token}/` }).end();
      return;
    }
    const asset = request.method === 'GET' ? parts.assets.get(name || 'index.html') : undefined;
    if (asset) {
      response.writeHead(200, headersOf(asset)).end(asset.bytes);
      return;
    }
    if (request.method === 'GET' && name === 'live') return parts.live.follow(response);
    if (request.method === 'GET' && name === 'file') return file(rest, response);
    // A form of another site can't set this header.
    if (request.method !== 'POST' || request.headers['x-desk'] === undefined)
      return plain(response, 404, 'Not here.\n');
    if (name === 'bring') return bring(request, url.searchParams.get('name') ?? 'file', response);
    if (name === 'act') return act(request, response);
    plain(response, 404, 'Not here.\n');
  }

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, longestAct);
    if (body === null) return json(response, 413, { problem: 'That is too long. Post it as a file.' });
    const wanted = readAct(body.toString('utf8'));
    if ('wrong' in wanted)
      return json(response, 400, { problem: `The desk doesn't understand the page: ${wanted.wrong}` });
    const trouble = await parts.ready();
    if (trouble !== null) return json(response, 200, { problem: trouble });
    const told = await perform(parts.desk, staged, wanted);
    parts.desk.state.changed();
    json(response, 200, told);
  }

  async function bring(request: IncomingMessage, name: string, response: ServerResponse): Promise<void> {
    const bytes = await readBody(request, largestFile);
    if (bytes === null)
      return json(response, 413, {
        problem: `${name.slice(0, 80)} is larger than the desk takes (${largestFile / 1024 / 1024} MB). Post a smaller file.`,
      });
    json(response, 200, { id: staged.bring({ name: name.slice(0, 255) || 'file', bytes }) });
  }

  function file(id: string, response: ServerResponse): void {
    const found = parts.desk.state.files.get(id);
    if (!found) {
      plain(response, 404, 'This file is not here any more.\n');
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'x-content-type-options': 'nosniff',
    });
    response.end(found.bytes);
  }
}

const localNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a browser of this machine asked by a name of this machine: another name is another site's trick. */
const isLocal = ({ headers }: IncomingMessage): boolean =>
  URL.canParse(`http://${headers.host ?? ''}`) && localNames.includes(new URL(`http://${headers.host}`).hostname);

const same = (given: string, wanted: string): boolean =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function json(response: ServerResponse, status: number, body: Told | { readonly id: string }): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
