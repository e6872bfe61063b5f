import { adf } from './adf.js';
import type { Api } from './api.js';
import { jira, type Place } from './jira.js';
import { sealOf } from './marker.js';
import type { TicketSystem } from './system.js';

/** Answers a Jira Cloud: comments are Atlassian documents with native tasks, and their size is that of the JSON. */
export const jiraCloud = (place: Place, api: Api): TicketSystem =>
  jira(
    {
      label: 'Jira Cloud',
      root: '/rest/api/3',
      format: 'json',
      write: (blocks) => adf(blocks),
      sent: (body) => JSON.parse(body),
      property: true,
      sealOf: (body) => sealOf(told(body)),
    },
    place,
    api,
  );

/** Answers what a document tells a reader, without what Jira may add on its own: ids, widths, empty fields, the order of fields. */
function told(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(told);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(
    ([name, value]) => !silent.includes(name) && value !== null && !isEmpty(value),
  );
  return kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, told(value)]);
}

const silent = ['localId', 'version'];
const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).every((name) => silent.includes(name));
