import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Unusable } from '../text/problem.js';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const names = ['index.html', 'page.css', 'main.js', 'icon.svg'] as const;

/** Nothing comes from elsewhere, but for pictures that a message shows; nothing may frame the page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https: data:",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Answers the page's files from the folder they were built into, packed. Throws Unusable where one is missing. */
export function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, name));
    } catch {
      throw new Unusable([`${join(folder, name)}: the desk's page isn't built. Run npm run build once.`]);
    }
  };
  return new Map(
    names.map((name) => [
      name,
      { type: types[extname(name)] ?? 'application/octet-stream', bytes: gzipSync(read(name)) },
    ]),
  );
}

/** Answers the headers that an asset is served with. */
export const headersOf = ({ type, bytes }: Asset): Record<string, string | number> => ({
  'content-type': type,
  'content-length': bytes.byteLength,
  'content-encoding': 'gzip',
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});
