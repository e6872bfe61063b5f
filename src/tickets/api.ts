import * as v from 'valibot';
import { jsonOf } from './answered.js';
import { type Answer, type Call, exchange } from './exchange.js';
import type { Line } from './line.js';
import type { Told, Undone } from './told.js';

/** What an API is called with. */
export interface ApiSettings {
  readonly label: string;
  readonly base: string;
  readonly line: Line;
  /** Answers the headers that say who calls. */
  readonly credentials: () => Promise<Told<Readonly<Record<string, string>>>>;
  /** Answers others, where those may have been withdrawn before their time. */
  readonly renewed?: ApiSettings['credentials'];
  /** Where the secret comes from, for a person. */
  readonly secret: string;
}

/** An API of a system, whose answers are read by a schema. */
export interface Api {
  /** Asks for something; `thing` is what isn't there where the answer is 404. */
  readonly read: <T>(path: string, shape: v.GenericSchema<unknown, T>, thing: string) => Promise<Told<T>>;
  /** Changes something. `header` answers a header of the answer. */
  readonly write: <T>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    shape: v.GenericSchema<unknown, T>,
    thing: string,
  ) => Promise<Told<{ readonly value: T; readonly header: Answer['header'] }>>;
}

/** Answers an API at an address. */
export function apiAt({ label, base, line, credentials, renewed, secret }: ApiSettings): Api {
  const root = base.replace(/\/+$/, '');
  const { host } = new URL(root);
  const call = async <T>(
    { method, path, body, writes }: Pick<Call, 'method' | 'body'> & { path: string; writes: boolean },
    shape: v.GenericSchema<unknown, T>,
    thing: string,
  ): Promise<Told<{ value: T; header: Answer['header'] }>> => {
    const sent = async (who: Told<Readonly<Record<string, string>>>): Promise<Answer | Undone> => {
      if (!('done' in who)) return who;
      const headers = { ...who.done, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      return exchange({ method, url: new URL(root + path), headers, ...(body === undefined ? {} : { body }) }, line);
    };
    const first = await sent(await credentials());
    // Whoever isn't known has done nothing: this is no repetition.
    const unknown = 'status' in first && first.status === 401;
    const answer = unknown && renewed ? await sent(await renewed()) : first;
    const json = jsonOf(answer, { label, host, writes, secret, thing });
    if (!('done' in json)) return json;
    const read = v.safeParse(shape, json.done);
    if (read.success) return { done: { value: read.output, header: 'status' in answer ? answer.header : () => '' } };
    const why = `${label} answers with other data than its documentation says (${read.issues[0].message.slice(0, 120)}).`;
    return writes ? { unsure: why } : { refused: why };
  };
  return {
    async read(path, shape, thing) {
      const told = await call({ method: 'GET', path, writes: false }, shape, thing);
      return 'done' in told ? { done: told.done.value } : told;
    },
    write: (method, path, body, shape, thing) =>
      call({ method, path, body: JSON.stringify(body), writes: true }, shape, thing),
  };
}

/** Answers credentials that are always the same. */
export const fixed =
  (headers: Readonly<Record<string, string>>): ApiSettings['credentials'] =>
  async () => ({ done: headers });

/** Answers the header of basic authentication. */
export const basic = (user: string, password: string): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
