import type { Delivery, Kind, Outcome } from './delivery.js';
import type { DeskEvent } from './events.js';
import { envelope, eventName } from './events.js';
import { type Fields, fieldsOf, textOf } from './fields.js';
import type { DeskState } from './state.js';
import { takeDown } from './traffic.js';

/** What is sent to the app, and what comes back. */
export interface Transmission {
  send(kind: Kind, payload: Fields): Promise<Outcome>;
  /** Tells the app of the events it is subscribed to, at the same time as Slack does. */
  tell(events: readonly DeskEvent[]): Promise<void>;
  /** Sends what was sent last once more, as Slack does after a time-out. */
  again(): Promise<Outcome>;
  /** Waits for what was announced in the background. */
  settled(): Promise<void>;
}

interface Sent {
  readonly kind: Kind;
  readonly payload: Fields;
  retries: number;
}

/** Answers what sends to the app by the delivery that is in use at the time, and takes down what isn't answered in time. */
export function transmission(state: DeskState, delivery: () => Delivery): Transmission {
  let last: Sent[] = [];
  const background = new Set<Promise<unknown>>();

  async function deliver({ kind, payload }: Sent, retry?: number): Promise<Outcome> {
    const started = performance.now();
    const outcome = await delivery().deliver(kind, payload, retry);
    const event = fieldsOf(payload.event);
    takeDown(state, {
      from: 'workspace',
      what: eventName(event) || textOf(payload.type) || textOf(payload.command),
      sent: payload,
      answer: outcome,
      ok: outcome.ack === 'taken',
      ms: performance.now() - started,
      refusals: [],
    });
    if (outcome.ack === 'timed-out')
      state.timeouts.push(eventName(event) || textOf(payload.type) || textOf(payload.command));
    if (outcome.ack === 'refused' && kind === 'events_api')
      state.refusals.push({ in: eventName(event), where: '/', why: `the app answered ${outcome.status}` });
    return outcome;
  }

  const subscribed = ({ subscription }: DeskEvent) => state.installation.events.includes(subscription);
  const eventSent = ({ event }: DeskEvent): Sent => ({
    kind: 'events_api',
    payload: envelope(state, event),
    retries: 0,
  });
  const deliverAll = (all: readonly Sent[]) => Promise.all(all.map((sent) => deliver(sent, sent.retries || undefined)));

  state.announce = (event) => {
    if (!subscribed(event)) return;
    // The app may be gone by then, which is nobody's fault.
    const told = deliver(eventSent(event)).catch(() => undefined);
    background.add(told);
    void told.finally(() => background.delete(told));
  };

  return {
    async send(kind, payload) {
      const sent = { kind, payload, retries: 0 };
      last = [sent];
      return deliver(sent);
    },
    async tell(events) {
      const sent = events.filter(subscribed).map(eventSent);
      if (sent.length > 0) last = sent;
      await deliverAll(sent);
    },
    async again() {
      for (const sent of last) sent.retries += 1;
      const outcome = (await deliverAll(last)).at(-1);
      if (!outcome) throw new Error('Nothing was sent yet.');
      return outcome;
    },
    async settled() {
      await Promise.all(background);
    },
  };
}
