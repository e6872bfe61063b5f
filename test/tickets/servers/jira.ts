import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { type Office, quick } from './office.js';
import { type Came, field, jsonIn, type Out, serve, usualEntry } from './serve.js';

interface Kept {
  readonly id: string;
  readonly issue: string;
  body: unknown;
  properties: readonly unknown[];
}

const schema: unknown = JSON.parse(readFileSync(new URL('../adf-full.schema.json', import.meta.url), 'utf8'));
// Written for draft 4; it uses nothing that a later draft reads otherwise.
const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
/** Answers whether something is an Atlassian document by the official schema. */
export const isDocument = ajv.compile<unknown>({ ...Object(schema), $schema: undefined });

const most = 32_767;
const refusal = (status: number, message: string): Out => ({ status, body: { errorMessages: [message], errors: {} } });
const gone = refusal(404, 'Issue does not exist or you do not have permission to see it.');

/** A Jira's REST API as it is documented: of the cloud with Atlassian documents, or of Data Center with wiki markup. */
export async function jiraServer(
  cloud: boolean,
): Promise<Office & { readonly properties: () => readonly (readonly unknown[])[] }> {
  const secret = 'ATATT3x-secret-of-tsdeploy';
  const who = cloud ? `Basic ${Buffer.from(`bot@example.com:${secret}`).toString('base64')}` : `Bearer ${secret}`;
  const issues = new Map<string, { name: string; category: string }>();
  const comments: Kept[] = [];
  const root = cloud ? '/rest/api/3' : '/rest/api/2';

  const served = await serve((came): Out => {
    if (came.header('authorization') !== who)
      return refusal(401, 'Client must be authenticated to access this resource.');
    const read = /^(\/rest\/api\/\d)\/issue\/([^/]+)(?:\/comment(?:\/(\d+))?)?$/.exec(came.path);
    const key = decodeURIComponent(read?.[2] ?? '').toUpperCase();
    const status = issues.get(key);
    if (!read || read[1] !== root || !status) return gone;
    if (!came.path.includes('/comment'))
      return {
        status: 200,
        body: { id: '1', key, fields: { status: { name: status.name, statusCategory: { key: status.category } } } },
      };
    if (came.method === 'POST') return write(came, null, key);
    const kept = comments.find(({ id }) => id === read[3]);
    if (read[3] && !kept) return refusal(404, `Can not find a comment for the id: ${read[3]}.`);
    if (kept && came.method === 'PUT') return write(came, kept, key);
    return kept ? { status: 200, body: shown(kept, came) } : list(came, key);
  });

  function write({ text }: Came, kept: Kept | null, issue: string): Out {
    const json = jsonIn(text);
    const body = field(json, 'body');
    const size = typeof body === 'string' ? body.length : JSON.stringify(body ?? '').length;
    if (size > most)
      return {
        status: 400,
        body: {
          errorMessages: [],
          errors: { comment: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' },
        },
      };
    if (cloud ? !isDocument(body) : typeof body !== 'string' || body.trim() === '')
      return {
        status: 400,
        body: { errorMessages: [], errors: { comment: cloud ? 'INVALID_INPUT' : 'Comment body can not be empty!' } },
      };
    const given = field(json, 'properties');
    const properties = Array.isArray(given) ? given : (kept?.properties ?? []);
    if (kept) {
      kept.body = body;
      kept.properties = properties;
      return { status: 200, body: shown(kept, null) };
    }
    const made: Kept = { id: `${10_000 + comments.length}`, issue, body, properties };
    comments.push(made);
    return { status: 201, body: shown(made, null) };
  }

  function list(came: Came, issue: string): Out {
    const own = comments.filter((one) => one.issue === issue);
    const ordered = came.query.get('orderBy') === '-created' ? own.reverse() : own;
    const startAt = Number(came.query.get('startAt') ?? 0);
    const maxResults = Math.min(100, Number(came.query.get('maxResults') ?? 50));
    const page = ordered.slice(startAt, startAt + maxResults).map((one) => shown(one, came));
    return { status: 200, body: { startAt, maxResults, total: own.length, comments: page } };
  }

  /** Properties are shown only where they are asked for. */
  const shown = ({ id, body, properties }: Kept, came: Came | null) => ({
    id,
    // The order of fields isn't kept.
    body: cloud ? reversed(body) : body,
    ...(came?.query.get('expand')?.includes('properties') ? { properties } : {}),
  });

  return {
    ...served,
    pace: quick,
    properties: () => comments.map(({ properties }) => properties),
    entry: (url) => {
      const common = {
        ...usualEntry,
        name: 'jira',
        url,
        numbers: ['OPS-#'],
        token: 'JIRA_TOKEN',
        customers: false,
      };
      return cloud
        ? { ...common, system: 'jira-cloud', user: 'bot@example.com' }
        : { ...common, system: 'jira-data-center' };
    },
    env: { JIRA_TOKEN: secret },
    open: async () => {
      const key = `OPS-${issues.size + 1}`;
      issues.set(key, { name: 'In Progress', category: 'indeterminate' });
      return key;
    },
    closeTicket: async (number) => {
      issues.set(number, { name: 'Done', category: 'done' });
    },
    comments: async (number) =>
      comments
        .filter(({ issue }) => issue === number)
        .map(({ body }) => (typeof body === 'string' ? body : JSON.stringify(body))),
    editAs: async (number, at, text) => {
      const kept = comments.filter(({ issue }) => issue === number)[at];
      if (kept)
        kept.body = cloud
          ? { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
          : text;
    },
  };
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, reversed(one)]),
  );
}
