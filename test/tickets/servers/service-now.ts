import { randomUUID } from 'node:crypto';
import { type Office, quick } from './office.js';
import { type Came, field, jsonIn, type Out, serve, usualEntry } from './serve.js';

interface Note {
  readonly sys_id: string;
  readonly element_id: string;
  readonly element: string;
  readonly value: string;
}

interface Change {
  readonly sys_id: string;
  readonly number: string;
  active: string;
  state: string;
}

const missing = {
  error: { message: 'No Record found', detail: "Record doesn't exist or ACL restricts the record retrieval" },
  status: 'failure',
};
const unknownUser = {
  error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
  status: 'failure',
};
const mostNote = 4_000;

/** A ServiceNow's Table API as it is documented: parts of a query that it doesn't understand are left out without a word. */
export async function serviceNowServer(oauth = false, ignoring = false): Promise<Office> {
  const password = 'pa55-of-tsdeploy';
  const changes: Change[] = [];
  const notes: Note[] = [];
  const tokens = new Set<string>();
  const basic = `Basic ${Buffer.from(`tsdeploy:${password}`).toString('base64')}`;

  const served = await serve((came): Out => {
    if (came.path === '/oauth_token.do') return token(came.text);
    const who = came.header('authorization');
    if (oauth ? !tokens.has(who.replace('Bearer ', '')) : who !== basic) return { status: 401, body: unknownUser };
    const [table = '', key = ''] = came.path.replace('/api/now/table/', '').split('/');
    if (came.method === 'PATCH' && table === 'change_request') return patch(key, came.text);
    if (came.method !== 'GET')
      return { status: 400, body: { error: { message: 'Bad request', detail: '' }, status: 'failure' } };
    if (table === 'change_request') return list(changes, came, ignoring);
    if (table === 'sys_journal_field') return list([...notes].reverse(), came, ignoring);
    return { status: 400, body: { error: { message: 'Invalid table', detail: null }, status: 'failure' } };
  });

  function token(text: string): Out {
    const form = new URLSearchParams(text);
    if (form.get('client_secret') !== password)
      return { status: 401, body: { error: 'invalid_client', error_description: 'access_denied' } };
    const made = randomUUID();
    tokens.add(made);
    return { status: 200, body: { access_token: made, token_type: 'Bearer', expires_in: 1799, scope: 'useraccount' } };
  }

  function patch(key: string, text: string): Out {
    const change = changes.find(({ sys_id: id }) => id === key);
    if (!change) return { status: 404, body: missing };
    const json = jsonIn(text);
    if (json === undefined)
      return {
        status: 400,
        body: {
          error: { message: 'Exception while reading request', detail: 'The payload is not valid JSON.' },
          status: 'failure',
        },
      };
    // Fields that it doesn't know are left out as well; too long a note is cut.
    const note = field(json, 'work_notes');
    if (typeof note === 'string' && note !== '')
      notes.push({
        sys_id: randomUUID().replaceAll('-', ''),
        element_id: key,
        element: 'work_notes',
        value: note.slice(0, mostNote),
      });
    return { status: 200, body: { result: change } };
  }

  return {
    ...served,
    pace: quick,
    entry: (url) => {
      const common = { ...usualEntry, name: 'changes', url, numbers: ['CHG#'] };
      return oauth
        ? { ...common, system: 'servicenow-oauth', 'client-id': 'tsdeploy', 'client-secret': 'NOW_SECRET' }
        : { ...common, system: 'servicenow', user: 'tsdeploy', password: 'NOW_SECRET' };
    },
    env: { NOW_SECRET: password },
    open: async () => {
      const number = `CHG${String(changes.length + 30_001).padStart(7, '0')}`;
      changes.push({ sys_id: randomUUID().replaceAll('-', ''), number, active: 'true', state: '-1' });
      return number;
    },
    closeTicket: async (number) => {
      for (const change of changes)
        if (change.number === number) Object.assign(change, { active: 'false', state: '3' });
    },
    comments: async (number) => {
      const key = changes.find((one) => one.number === number)?.sys_id;
      return notes.filter(({ element_id: id }) => id === key).map(({ value }) => value);
    },
    editAs: null,
  };
}

/** `ignoring`: none of the query is understood. */
function list(records: readonly (Change | Note)[], { query }: Came, ignoring: boolean): Out {
  const parts = (query.get('sysparm_query') ?? '').split('^').map((part) => /^([a-z_]+)(=|LIKE)(.*)$/.exec(part));
  const fitting = records.filter((record) =>
    parts.every((part) => {
      const [, name = '', sign, wanted = ''] = part ?? [];
      const value = part ? field(record, name) : undefined;
      if (ignoring || typeof value !== 'string') return true;
      return sign === '=' ? value === wanted : value.toLowerCase().includes(wanted.toLowerCase());
    }),
  );
  const offset = Number(query.get('sysparm_offset') ?? 0);
  const limit = Number(query.get('sysparm_limit') ?? 10_000);
  return { status: 200, body: { result: fitting.slice(offset, offset + limit) } };
}
