import * as v from 'valibot';
import type { Api } from './api.js';
import { sealOf } from './marker.js';
import { firstIn } from './pages.js';
import { plainText } from './plain-text.js';
import type { Comment, Ticket, TicketSystem } from './system.js';
import { mapTold, type Told } from './told.js';

const changeShape = v.object({
  result: v.array(v.object({ sys_id: v.string(), number: v.string(), active: v.string(), state: v.string() })),
});
const noteShape = v.object({
  result: v.array(v.object({ sys_id: v.string(), element_id: v.string(), value: v.string() })),
});
const patchedShape = v.object({ result: v.object({ sys_id: v.string() }) });

const perPage = 100;

/** Answers the change requests of a ServiceNow, with work notes, which customers don't see. The marker is a note's last line. */
export function serviceNow(name: string, base: string, api: Api): TicketSystem {
  const label = 'ServiceNow';
  const linkOf = (key: string) => `${base}/nav_to.do?uri=change_request.do?sys_id=${key}`;

  async function lookUp({ key, number }: Ticket, mark: string): Promise<Told<Comment | null>> {
    const told = await firstIn(
      async (page) => {
        const params = new URLSearchParams({
          sysparm_query: `element_id=${key}^element=work_notes^valueLIKE${mark}^ORDERBYDESCsys_created_on`,
          sysparm_fields: 'sys_id,element_id,value',
          sysparm_limit: `${perPage}`,
          sysparm_offset: `${page * perPage}`,
        });
        const found = await api.read(`/api/now/table/sys_journal_field?${params}`, noteShape, `change ${number}`);
        return mapTold(found, ({ result }) => ({ items: result, more: result.length === perPage }));
      },
      // ServiceNow leaves out parts of a query that it doesn't understand, without a word.
      ({ element_id: element, value }) => element === key && value.trimEnd().split('\n').at(-1)?.trim() === mark,
    );
    return mapTold(told, (found) => found && { id: found.sys_id, link: linkOf(key), seal: sealOf(mark) });
  }

  return {
    name,
    label,
    most: 4_000,
    edit: null,
    format: 'text',
    write: (blocks, mark) => `${plainText(blocks)}\n\n${mark}`,
    lookUp,
    async find(number) {
      const params = new URLSearchParams({
        sysparm_query: `number=${number}`,
        sysparm_fields: 'sys_id,number,active,state',
        sysparm_limit: '2',
      });
      const told = await api.read(`/api/now/table/change_request?${params}`, changeShape, `change ${number}`);
      if (!('done' in told)) return told;
      const change = told.done.result.find((one) => one.number === number);
      if (!change) return { refused: `${label} knows no change ${number}, or the account may not see it.`, gone: true };
      const closed = change.active === 'false' ? 'closed' : null;
      return { done: { key: change.sys_id, number, closed, link: linkOf(change.sys_id) } };
    },
    async send(ticket, body, mark) {
      const path = `/api/now/table/change_request/${ticket.key}?sysparm_fields=sys_id`;
      const told = await api.write('PATCH', path, { work_notes: body }, patchedShape, `change ${ticket.number}`);
      if (!('done' in told)) return told;
      // It takes the call and leaves the field out where the account may not write it.
      const note = await lookUp(ticket, mark);
      if (!('done' in note)) return { unsure: `${label} took the work note, but it can't be read back.` };
      if (note.done) return { done: note.done };
      return {
        refused: `${label} took the call, but there is no work note. Let the account write work_notes of change_request and read sys_journal_field.`,
      };
    },
  };
}
