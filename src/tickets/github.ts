import * as v from 'valibot';
import type { Api } from './api.js';
import { githubMarkdown } from './github-markdown.js';
import { sealOf } from './marker.js';
import { firstIn } from './pages.js';
import type { Comment, TicketSystem } from './system.js';
import { mapTold, orGone } from './told.js';

const issueShape = v.object({
  number: v.number(),
  state: v.string(),
  locked: v.optional(v.boolean(), false),
  html_url: v.string(),
});
const commentShape = v.object({ id: v.number(), html_url: v.string(), body: v.optional(v.string(), '') });
type GithubComment = v.InferOutput<typeof commentShape>;

const perPage = 100;
/** GitHub turns the line ends of what is edited in a browser. */
const bodySeal = (body: string) => sealOf(body.replaceAll('\r\n', '\n').trimEnd());
const commentOf = ({ id, html_url: link, body }: GithubComment): Comment => ({
  id: `${id}`,
  link,
  seal: bodySeal(body),
});

/** Answers the issues of a GitHub repository (`owner/name`). The marker is an HTML comment in the last line. */
export function github(name: string, repository: string, api: Api): TicketSystem {
  const label = 'GitHub';
  const issues = `/repos/${repository.split('/').map(encodeURIComponent).join('/')}/issues`;
  const lineOf = (mark: string) => `<!-- ${mark} -->`;
  return {
    name,
    label,
    most: 65_536,
    format: 'markdown',
    write: (blocks, mark) => `${githubMarkdown(blocks)}\n\n${lineOf(mark)}`,
    async find(number) {
      const key = /\d+$/.exec(number)?.[0] ?? '0';
      const told = await api.read(`${issues}/${key}`, issueShape, `issue ${number}`);
      return mapTold(told, ({ state, locked, html_url: link }) => {
        const closed = state === 'closed' ? state : locked ? 'locked' : null;
        return { key, number, closed, link };
      });
    },
    async lookUp({ key, number }, mark) {
      const told = await firstIn(
        async (page) => {
          const path = `${issues}/${key}/comments?per_page=${perPage}&page=${page + 1}`;
          const found = await api.read(path, v.array(commentShape), `issue ${number}`);
          return mapTold(found, (items) => ({ items, more: items.length === perPage }));
        },
        ({ body }) => body.trimEnd().split('\n').at(-1) === lineOf(mark),
      );
      return mapTold(told, (found) => found && commentOf(found));
    },
    async send({ key, number }, body) {
      const told = await api.write('POST', `${issues}/${key}/comments`, { body }, commentShape, `issue ${number}`);
      return mapTold(told, ({ value }) => commentOf(value));
    },
    edit: {
      async read(_ticket, id) {
        const told = await api.read(`${issues}/comments/${id}`, commentShape, 'comment');
        return orGone(mapTold(told, commentOf));
      },
      async write(_ticket, id, body) {
        const told = await api.write('PATCH', `${issues}/comments/${id}`, { body }, commentShape, 'comment');
        return mapTold(told, ({ value }) => commentOf(value));
      },
      sealOf: bodySeal,
    },
  };
}
