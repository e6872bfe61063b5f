import { randomBytes } from 'node:crypto';
import type { Limits } from './limits.js';

/** Why Slack turns a permit down. */
export type Denial = string;

/** What an interaction permits the app: one view by its trigger, a few answers by its response address. */
export interface Permits {
  trigger(user: string): string;
  /** Uses a trigger up; answers its user, or why not. */
  useTrigger(id: string): { user: string } | { denied: Denial };
  response(user: string, channel: string, message?: string): string;
  /** Uses a response address once; answers whom and where it answers, or why not. */
  useResponse(id: string): ReplyTo | { denied: Denial };
}

/** Whom, where and, beside a press in a message, on which message (its `ts`) an app answers. */
export interface ReplyTo {
  readonly user: string;
  readonly channel: string;
  readonly message?: string | undefined;
}

/** Answers permits that expire by this clock, as these limits say. */
export function permits(limits: Limits, now: () => number): Permits {
  const triggers = new Map<string, { user: string; at: number; uses: number }>();
  const responses = new Map<string, ReplyTo & { at: number; uses: number }>();
  const id = () => randomBytes(12).toString('hex');
  return {
    trigger(user) {
      const trigger = `${now()}.${id()}`;
      triggers.set(trigger, { user, at: now(), uses: 0 });
      return trigger;
    },
    useTrigger(trigger) {
      const found = triggers.get(trigger);
      if (!found) return { denied: 'invalid_trigger_id' };
      if (found.uses >= limits.most('interaction.trigger_id_uses')) return { denied: 'exchanged_trigger_id' };
      if (now() - found.at > limits.most('interaction.trigger_id_ms')) return { denied: 'expired_trigger_id' };
      found.uses += 1;
      return { user: found.user };
    },
    response(user, channel, message) {
      const response = id();
      responses.set(response, { user, channel, message, at: now(), uses: 0 });
      return response;
    },
    useResponse(response) {
      const found = responses.get(response);
      if (!found) return { denied: 'invalid_url' };
      if (now() - found.at > limits.most('interaction.response_url_minutes') * 60_000) return { denied: 'expired_url' };
      if (found.uses >= limits.most('interaction.response_url_uses')) return { denied: 'used_url' };
      found.uses += 1;
      return { user: found.user, channel: found.channel, message: found.message };
    },
  };
}
