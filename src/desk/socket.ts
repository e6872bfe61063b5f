import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { ticket } from './api.js';
import type { Delivery, Outcome } from './delivery.js';
import { fieldsOf, parsed, textOf } from './fields.js';
import { type DeskState, ids } from './state.js';

/** The workspace's end of Socket Mode. */
export interface Sockets extends Delivery {
  admit(): string;
  /** How many sockets are open. */
  open(): number;
  /** Tells every app to connect anew, as Slack does now and then, and closes the old sockets. */
  refresh(): void;
  close(): Promise<void>;
}

/** Answers the sockets that hang on a server: one ticket a socket, envelopes with acknowledgements. */
export function sockets(state: DeskState, server: Server, ackMs: number): Sockets {
  const tickets = new Set<string>();
  const live = new Set<WebSocket>();
  const waiting = new Map<string, (body: unknown) => void>();
  const accepting = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const given = new URL(request.url ?? '/', 'http://desk').searchParams.get('ticket') ?? '';
    if (!tickets.delete(given)) return socket.destroy();
    accepting.handleUpgrade(request, socket, head, welcome);
  });

  function welcome(socket: WebSocket): void {
    live.add(socket);
    socket.on('close', () => {
      live.delete(socket);
      state.changed();
    });
    socket.on('message', (data) => {
      const message = fieldsOf(parsed(String(data)));
      waiting.get(textOf(message.envelope_id))?.(message.payload);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: live.size,
        connection_info: { app_id: ids.app },
        debug_info: { host: 'desk' },
      }),
    );
    state.changed();
  }

  return {
    admit() {
      const admitted = ticket();
      tickets.add(admitted);
      return admitted;
    },
    open: () => live.size,
    refresh() {
      for (const socket of live) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'desk' } }));
        live.delete(socket);
      }
    },
    deliver(type, payload, retry) {
      const [socket] = live;
      if (!socket) return Promise.resolve<Outcome>({ ack: 'refused', status: 0 });
      const envelope = randomUUID();
      const started = performance.now();
      return new Promise<Outcome>((resolve) => {
        const end = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(envelope);
          resolve(outcome);
        };
        const timer = setTimeout(() => end({ ack: 'timed-out' }), ackMs);
        waiting.set(envelope, (body) => {
          const empty = Object.keys(fieldsOf(body)).length === 0;
          end({ ack: 'taken', body: empty ? undefined : body, ms: performance.now() - started });
        });
        const isEvent = type === 'events_api';
        const repeated =
          retry !== undefined
            ? { retry_attempt: retry, retry_reason: 'timeout' }
            : isEvent
              ? { retry_attempt: 0, retry_reason: '' }
              : {};
        socket.send(
          JSON.stringify({ envelope_id: envelope, type, accepts_response_payload: !isEvent, payload, ...repeated }),
        );
      });
    },
    async close() {
      for (const socket of accepting.clients) socket.terminate();
      await new Promise<void>((resolve) => accepting.close(() => resolve()));
    },
  };
}
