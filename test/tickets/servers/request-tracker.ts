import { type Office, quick } from './office.js';
import { field, jsonIn, type Out, serve, usualEntry } from './serve.js';

interface Transaction {
  readonly id: number;
  readonly ticket: number;
  readonly subject: string;
  readonly content: string;
}

/** A Request Tracker as its REST 2.0 is documented, with what was seen of the real one. */
export async function requestTrackerServer(): Promise<Office> {
  const token = '1-14-0123456789abcdef';
  const tickets = new Map<number, string>();
  const transactions: Transaction[] = [];
  const served = await serve(({ method, path, query, header, text }): Out => {
    if (header('authorization') !== `token ${token}`) return { status: 401, body: { message: 'Unauthorized' } };
    const one = /^\/REST\/2\.0\/ticket\/(\d+)(\/comment)?$/.exec(path);
    if (one?.[2] && method === 'POST') return comment(Number(one[1]), text);
    if (one && method === 'GET') {
      const state = tickets.get(Number(one[1]));
      return state
        ? { status: 200, body: { id: one[1], Status: state } }
        : { status: 404, body: { message: 'Not Found' } };
    }
    if (path === '/REST/2.0/transactions' && method === 'GET') return search(query);
    return { status: 404, body: { message: 'Not Found' } };
  });

  function comment(ticket: number, text: string): Out {
    const json = jsonIn(text);
    // Malformed JSON ends in an error without a word.
    if (json === undefined) return { status: 500, body: '' };
    if (!tickets.has(ticket)) return { status: 400, body: { message: 'Permission Denied' } };
    const content = field(json, 'Content');
    if (typeof content !== 'string')
      return { status: 400, body: { message: 'Content is a required field for application/json' } };
    const id = transactions.length + 100;
    transactions.push({ id, ticket, subject: String(field(json, 'Subject') ?? ''), content });
    return { status: 201, body: ['Comments added'], headers: { location: `/REST/2.0/transaction/${id}` } };
  }

  function search(query: URLSearchParams): Out {
    const text = query.get('query') ?? '';
    if (text.includes('[')) return { status: 500, body: '' };
    const read = /^TicketId = (\d+) AND Subject LIKE '([^']*)'$/.exec(text);
    if (!read) return { status: 400, body: { message: 'Unable to parse query' } };
    const page = Number(query.get('page') ?? 1);
    const perPage = Number(query.get('per_page') ?? 20);
    const found = transactions.filter(
      ({ ticket, subject }) => ticket === Number(read[1]) && subject.includes(read[2] ?? ''),
    );
    const items = found
      .slice((page - 1) * perPage, page * perPage)
      .map(({ id, subject }) => ({ id: `${id}`, type: 'transaction', Type: 'Comment', Data: `${subject}\n` }));
    return { status: 200, body: { items, count: items.length, page, per_page: perPage, pages: null, total: null } };
  }

  const ofTicket = (number: string) => transactions.filter(({ ticket }) => ticket === Number(number.slice(3)));
  return {
    ...served,
    pace: quick,
    entry: (url) => ({
      ...usualEntry,
      name: 'tracker',
      system: 'request-tracker',
      url,
      numbers: ['RT-#'],
      token: 'TRACKER_TOKEN',
    }),
    env: { TRACKER_TOKEN: token },
    open: async () => {
      tickets.set(tickets.size + 1, 'open');
      return `RT-${tickets.size}`;
    },
    closeTicket: async (number) => {
      tickets.set(Number(number.slice(3)), 'resolved');
    },
    comments: async (number) => ofTicket(number).map(({ content }) => content),
    editAs: null,
  };
}
