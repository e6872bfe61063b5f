import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers every call of the Web API at once, and keeps the metadata of the views that were opened. */
export interface StandIn {
  readonly url: string;
  /** Waits for a view that is opened next; answers its metadata. */
  opened(): Promise<string>;
  close(): void;
}

const known = { ok: true, url: 'https://bench.slack.com/', team_id: 'T1', user_id: 'U1', bot_id: 'B1' };

/** Stands in for Slack as far as the apps that are measured call it. */
export async function standIn(): Promise<StandIn> {
  const waiting: ((metadata: string) => void)[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      if (request.url?.endsWith('views.open')) waiting.shift()?.(metadataIn(body));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound: AddressInfo | string | null = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    opened: () => new Promise((resolve) => waiting.push(resolve)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers the metadata of the view in a call, or of the page in an answer. */
export function metadataIn(text: string): string {
  const plain = text.startsWith('{') ? text : decodeURIComponent(text.replaceAll('+', ' '));
  return /"private_metadata":"([^"]*)"/.exec(plain)?.[1] ?? '';
}
