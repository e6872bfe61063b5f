import * as v from 'valibot';
import type { Api } from './api.js';
import { html } from './html.js';
import { sealOf } from './marker.js';
import { firstIn } from './pages.js';
import type { Comment, TicketSystem } from './system.js';
import { mapTold } from './told.js';

/** States that Request Tracker takes no more work in. */
const closedStates = ['resolved', 'rejected', 'deleted'];

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const ticketShape = v.object({ id, Status: v.string() });
const foundShape = v.object({
  items: v.array(v.object({ id, Type: v.string(), Data: v.nullish(v.string(), '') })),
});

const perPage = 50;

/** Answers a Request Tracker 5 (REST 2.0), whose comments only staff sees. The marker is a comment's subject. */
export function requestTracker(name: string, base: string, api: Api): TicketSystem {
  const label = 'Request Tracker';
  const linkOf = (key: string) => `${base}/Ticket/Display.html?id=${key}`;
  const commentAt = (key: string, id: string, mark: string): Comment => ({
    id,
    link: id === '' ? linkOf(key) : `${linkOf(key)}#txn-${id}`,
    seal: sealOf(mark),
  });
  return {
    name,
    label,
    most: null,
    edit: null,
    format: 'html',
    write: (blocks) => html(blocks),
    async find(number) {
      const key = digitsOf(number);
      const told = await api.read(`/REST/2.0/ticket/${key}`, ticketShape, `ticket ${number}`);
      return mapTold(told, ({ Status: state }) => {
        const closed = closedStates.includes(state) ? state : null;
        return { key, number, closed, link: linkOf(key) };
      });
    },
    async lookUp({ key, number }, mark) {
      const query = `TicketId = ${key} AND Subject LIKE '${mark}'`;
      const told = await firstIn(
        async (page) => {
          const params = new URLSearchParams({
            query,
            fields: 'Type,Data',
            per_page: `${perPage}`,
            page: `${page + 1}`,
          });
          const found = await api.read(`/REST/2.0/transactions?${params}`, foundShape, `ticket ${number}`);
          return mapTold(found, ({ items }) => ({ items, more: items.length === perPage }));
        },
        // An answer to our comment has its subject too, with something before it.
        ({ Type: type, Data: subject }) => type === 'Comment' && subject.trim() === mark,
      );
      if (!('done' in told)) return told;
      return {
        done: told.done && { id: told.done.id, link: `${linkOf(key)}#txn-${told.done.id}`, seal: sealOf(mark) },
      };
    },
    async send({ key, number }, body, mark) {
      const content = { Subject: mark, Content: body, ContentType: 'text/html' };
      const path = `/REST/2.0/ticket/${key}/comment`;
      const told = await api.write('POST', path, content, v.array(v.unknown()), `ticket ${number}`);
      return mapTold(told, ({ header }) =>
        commentAt(key, /\/transaction\/(\d+)$/.exec(header('location'))?.[1] ?? '', mark),
      );
    },
  };
}

/** Answers the digits that a number ends with: what the pattern of the setup lets through has some. */
const digitsOf = (number: string): string => /\d+$/.exec(number)?.[0] ?? '0';
