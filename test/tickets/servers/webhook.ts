import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Office, quick } from './office.js';
import { field, jsonIn, type Out, serve, usualEntry } from './serve.js';

/** Five minutes: what is older was recorded and sent again by somebody. */
const oldest = 300;

/** A receiver as README asks for one: it checks the signature and takes each operation once. */
export async function webhookServer(): Promise<Office> {
  const secret = 'hook-secret-of-tsdeploy';
  const taken = new Map<string, { readonly ticket: string; readonly text: string }>();
  let tickets = 0;
  const served = await serve(({ method, header, text }): Out => {
    const timestamp = header('x-tsdeploy-timestamp');
    const expected = Buffer.from(`v1=${createHmac('sha256', secret).update(`${timestamp}.${text}`).digest('hex')}`);
    const given = Buffer.from(header('x-tsdeploy-signature'));
    const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < oldest;
    if (method !== 'POST') return { status: 405 };
    if (!fresh || given.length !== expected.length || !timingSafeEqual(given, expected))
      return { status: 401, body: { message: 'wrong signature' } };
    const json = jsonIn(text);
    const operation = String(field(json, 'operation'));
    const known = taken.has(operation);
    if (!known) taken.set(operation, { ticket: String(field(json, 'ticket')), text: String(field(json, 'markdown')) });
    return {
      status: known ? 409 : 201,
      body: { link: `https://tickets.example.com/${String(field(json, 'ticket'))}` },
    };
  });
  return {
    ...served,
    pace: quick,
    entry: (url) => ({
      ...usualEntry,
      name: 'hook',
      system: 'webhook',
      url,
      numbers: ['TASK#'],
      secret: 'HOOK_SECRET',
    }),
    env: { HOOK_SECRET: secret },
    open: async () => {
      tickets += 1;
      return `TASK${tickets}`;
    },
    closeTicket: async () => {},
    comments: async (number) => [...taken.values()].filter(({ ticket }) => ticket === number).map(({ text }) => text),
    editAs: null,
  };
}
