import type { IncomingMessage } from 'node:http';

/** Answers a request's body, or null where it is longer than `most` bytes; the rest is then read and dropped, so that the answer arrives. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size <= most) chunks.push(bytes);
    else chunks.length = 0;
  }
  return size <= most ? Buffer.concat(chunks) : null;
}
