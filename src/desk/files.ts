import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import type { Fields } from './fields.js';
import { ids } from './people.js';

/** A file that a person posts. Only the name and the bytes are needed; the rest is for files that lie about themselves. */
export interface PostedFile {
  readonly name: string;
  readonly bytes: string | Uint8Array;
  readonly title?: string;
  readonly mimetype?: string;
  readonly filetype?: string;
  /** The size that is told, if not the true one. */
  readonly size?: number;
  /** Where the file is said to be, if not in the workspace. */
  readonly url?: string;
}

/** A file as the workspace keeps it. */
export interface DeskFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly filetype: string;
  readonly size: number;
  readonly user: string;
  readonly created: number;
  readonly url: string | null;
  readonly bytes: Uint8Array;
}

const kinds: Readonly<Record<string, readonly [filetype: string, mimetype: string]>> = {
  '.ps1': ['powershell', 'text/plain'],
  '.json': ['json', 'application/json'],
  '.xml': ['xml', 'application/xml'],
  '.yml': ['yaml', 'text/plain'],
  '.yaml': ['yaml', 'text/plain'],
  '.txt': ['text', 'text/plain'],
  '.csv': ['csv', 'text/csv'],
  '.md': ['markdown', 'text/markdown'],
  '.zip': ['zip', 'application/zip'],
  '.png': ['png', 'image/png'],
  '.svg': ['svg', 'image/svg+xml'],
};

/** Answers a file of the workspace made of one that is posted, at a time in milliseconds. */
export function deskFile(posted: PostedFile, user: string, now: number): DeskFile {
  const [filetype, mimetype] = kinds[extname(posted.name).toLowerCase()] ?? ['binary', 'application/octet-stream'];
  const bytes = typeof posted.bytes === 'string' ? Buffer.from(posted.bytes) : posted.bytes;
  return {
    id: newFileId(),
    name: posted.name,
    title: posted.title ?? posted.name,
    mimetype: posted.mimetype ?? mimetype,
    filetype: posted.filetype ?? filetype,
    size: posted.size ?? bytes.byteLength,
    user,
    created: Math.floor(now / 1000),
    url: posted.url ?? null,
    bytes,
  };
}

/** Answers an id that no other file has. */
export const newFileId = (): string => `F${randomBytes(5).toString('hex').toUpperCase()}`;

/** Answers a file as payloads have it; `address` is where the workspace serves files. */
export function filePayload(file: DeskFile, address: string): Fields {
  const path = `${address}/files-pri/${ids.team}-${file.id}`;
  const name = encodeURIComponent(file.name.toLowerCase().replaceAll(' ', '_'));
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype,
    user: file.user,
    user_team: ids.team,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: file.url !== null,
    external_type: '',
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    url_private: file.url ?? `${path}/${name}`,
    url_private_download: file.url ?? `${path}/download/${name}`,
    permalink: `${address}/files/${file.user}/${file.id}/${name}`,
    has_rich_preview: false,
  };
}
