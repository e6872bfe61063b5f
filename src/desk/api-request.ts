import type { IncomingMessage } from 'node:http';
import { type Fields, fieldsOf, parsed } from './fields.js';
import type { DeskState } from './state.js';

/** Answers whether a request names the workspace's own host: a page from elsewhere can make a browser call this port, but not under its name. */
export const isLocal = ({ headers }: IncomingMessage, { address }: DeskState): boolean =>
  [new URL(address).host, `localhost:${new URL(address).port}`].includes(headers.host ?? '');

/** Answers the token in a request's header, or an empty text. */
export const bearerOf = ({ headers }: IncomingMessage): string => headers.authorization?.replace(/^Bearer /, '') ?? '';

/** Answers a request's whole body. */
export async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Answers what a method is called with: in the address, as JSON or as a form. */
export function readArguments({ url, headers }: IncomingMessage, body: Buffer): Fields {
  const query = Object.fromEntries(new URL(url ?? '/', 'http://desk').searchParams);
  const text = body.toString('utf8');
  if (headers['content-type']?.startsWith('application/json')) return { ...query, ...fieldsOf(parsed(text)) };
  return { ...query, ...Object.fromEntries(new URLSearchParams(text)) };
}
