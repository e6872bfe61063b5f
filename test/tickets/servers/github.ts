import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { type Office, quick } from './office.js';
import { type Came, field, jsonIn, type Out, serve, usualEntry } from './serve.js';

interface Kept {
  readonly id: number;
  readonly issue: number;
  body: string;
}

const described: unknown = JSON.parse(readFileSync(new URL('../github-issues.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, validateFormats: false });
const most = 65_536;
const docs = 'https://docs.github.com/rest';
const refusal = (status: number, message: string, errors?: unknown): Out => ({
  status,
  body: { message, errors, documentation_url: docs, status: `${status}` },
});

/** GitHub's issue comments as its OpenAPI description has them; both what comes and what goes are held against it. */
export async function githubServer(): Promise<Office> {
  const token = 'github_pat_secret_of_tsdeploy';
  const repo = '/repos/{owner}/{repo}';
  const issues = new Map<number, string>();
  const comments: Kept[] = [];
  const served = await serve((came): Out => {
    if (came.header('authorization') !== `Bearer ${token}`) return refusal(401, 'Bad credentials');
    if (came.header('user-agent') === '') return refusal(403, 'Request forbidden by administrative rules.');
    const template = templateOf(came.path);
    const [, owner, name, number = ''] =
      /^\/repos\/([^/]+)\/([^/]+)\/issues\/(?:comments\/)?(\d+)/.exec(came.path) ?? [];
    if (template === null || `${owner}/${name}` !== 'octo/deploy') return refusal(404, 'Not Found');
    mustBeDescribed(template, came);
    const out = answer(template, Number(number), came);
    const shape = field(
      field(field(field(callOf(template, came.method), 'responses'), `${out.status}`), 'content'),
      'application/json',
    );
    if (shape && out.status < 300)
      must(ajv.validate(Object(field(shape, 'schema')), out.body), `answer of ${template}`);
    return out;
  });

  function answer(template: string, number: number, { method, text, query }: Came): Out {
    const body = String(field(jsonIn(text), 'body') ?? '');
    if (body.length > most)
      return refusal(422, 'Validation Failed', [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: `Body is too long (maximum is ${most} characters)`,
        },
      ]);
    if (template.includes('{comment_id}')) {
      const kept = comments.find(({ id }) => id === number);
      if (!kept) return refusal(404, 'Not Found');
      if (method === 'PATCH') kept.body = body;
      return { status: 200, body: shown(kept) };
    }
    const state = issues.get(number);
    if (!state) return refusal(404, 'Not Found');
    if (!template.endsWith('/comments'))
      return {
        status: 200,
        body: { number, state, locked: false, html_url: `${served.url}/octo/deploy/issues/${number}` },
      };
    if (method === 'POST') {
      const made = { id: comments.length + 1, issue: number, body };
      comments.push(made);
      return { status: 201, body: shown(made) };
    }
    const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 30)];
    return {
      status: 200,
      body: comments
        .filter(({ issue }) => issue === number)
        .slice((page - 1) * size, page * size)
        .map(shown),
    };
  }

  const shown = ({ id, issue, body }: Kept) => ({
    id,
    node_id: `IC_${id}`,
    url: `${served.url}${repo}/issues/comments/${id}`,
    html_url: `${served.url}/octo/deploy/issues/${issue}#issuecomment-${id}`,
    issue_url: `${served.url}/repos/octo/deploy/issues/${issue}`,
    user: null,
    created_at: '2026-11-20T09:00:00Z',
    updated_at: '2026-11-20T09:00:00Z',
    author_association: 'NONE',
    body,
  });

  return {
    ...served,
    pace: quick,
    entry: (url) => ({
      ...usualEntry,
      name: 'github',
      system: 'github',
      url,
      numbers: ['GH-#'],
      repository: 'octo/deploy',
      token: 'GITHUB_TOKEN',
    }),
    env: { GITHUB_TOKEN: token },
    open: async () => {
      issues.set(issues.size + 1, 'open');
      return `GH-${issues.size}`;
    },
    closeTicket: async (number) => {
      issues.set(Number(number.slice(3)), 'closed');
    },
    comments: async (number) =>
      comments.filter(({ issue }) => issue === Number(number.slice(3))).map(({ body }) => body),
    editAs: async (number, at, text) => {
      const kept = comments.filter(({ issue }) => issue === Number(number.slice(3)))[at];
      if (kept) kept.body = text.replaceAll('\n', '\r\n');
    },
  };
}

function templateOf(path: string): string | null {
  const issues = '/repos/{owner}/{repo}/issues';
  if (/^\/repos\/[^/]+\/[^/]+\/issues\/\d+$/.test(path)) return `${issues}/{issue_number}`;
  if (/^\/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/.test(path)) return `${issues}/{issue_number}/comments`;
  return /^\/repos\/[^/]+\/[^/]+\/issues\/comments\/\d+$/.test(path) ? `${issues}/comments/{comment_id}` : null;
}

const callOf = (template: string, method: string) => field(field(described, template), method.toLowerCase());

/** Throws where a request isn't as the description has it. */
function mustBeDescribed(template: string, { method, query, text }: Came): void {
  const call = callOf(template, method);
  must(call !== undefined, `${method} ${template}`);
  const parameters = Object(field(call, 'parameters'));
  for (const [name, value] of query) {
    const parameter: unknown = [...parameters].find(
      (one: unknown) => field(one, 'name') === name && field(one, 'in') === 'query',
    );
    const type = field(field(parameter, 'schema'), 'type');
    must(parameter !== undefined && (type !== 'integer' || /^\d+$/.test(value)), `${name}=${value} of ${template}`);
  }
  const body = field(field(field(field(call, 'requestBody'), 'content'), 'application/json'), 'schema');
  if (body) must(ajv.validate(Object(body), jsonIn(text)), `body of ${template}`);
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not as GitHub describes it: ${what} ${ajv.errorsText()}`);
}
