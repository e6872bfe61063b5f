import type { ServerResponse } from 'node:http';

/** Tells pages what changed. */
export interface Live {
  /** Sends a page everything, then what changes, until it goes. */
  follow(response: ServerResponse): void;
  changed(): void;
  close(): void;
}

/** How long changes are gathered, in milliseconds: a modal and its message come as one. */
const gathered = 15;
const heartbeat = 15_000;

/** Answers a stream of server-sent events that carries these things (JSON by key). */
export function live(things: () => ReadonlyMap<string, string>): Live {
  const followers = new Map<ServerResponse, ReadonlyMap<string, string>>();
  let timer: NodeJS.Timeout | undefined;

  function send(to: ServerResponse, known: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): void {
    const fresh = [...now].filter(([key, json]) => known.get(key) !== json);
    const gone = [...known.keys()].filter((key) => !now.has(key));
    followers.set(to, now);
    if (fresh.length + gone.length === 0) return;
    const parts = [...fresh, ...gone.map((key) => [key, 'null'] as const)];
    to.write(`data: {${parts.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}\n\n`);
  }

  const sendAll = () => {
    timer = undefined;
    const now = things();
    for (const [to, known] of followers) send(to, known, now);
  };

  const beat = setInterval(() => {
    for (const to of followers.keys()) to.write(': still here\n\n');
  }, heartbeat);
  beat.unref();

  return {
    follow(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.on('close', () => followers.delete(response));
      response.write('retry: 1000\n\n');
      send(response, new Map(), things());
    },
    changed() {
      if (followers.size > 0) timer ??= setTimeout(sendAll, gathered);
    },
    close() {
      clearTimeout(timer);
      clearInterval(beat);
      for (const to of followers.keys()) to.end();
    },
  };
}
