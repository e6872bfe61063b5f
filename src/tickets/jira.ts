import * as v from 'valibot';
import type { Api } from './api.js';
import type { Block } from './blocks.js';
import { sealOf } from './marker.js';
import { firstIn } from './pages.js';
import type { BodyFormat, Comment, TicketSystem } from './system.js';
import { mapTold, orGone } from './told.js';

/** What the two makes of Jira differ in. */
export interface Make {
  readonly label: string;
  /** The path of the API's version. */
  readonly root: string;
  readonly format: BodyFormat;
  readonly write: (blocks: readonly Block[], mark: string) => string;
  /** Answers a body as the API takes it. */
  readonly sent: (body: string) => unknown;
  /** Whether a marker is a property of the comment; else it is the last line of its body. */
  readonly property: boolean;
  /** Answers the seal of a body as the API gives it back. */
  readonly sealOf: (body: unknown) => string;
}

/** A Jira, and who sees what is posted there. */
export interface Place {
  readonly name: string;
  readonly base: string;
  /** Whether the customers of a service project see the comments. */
  readonly customers: boolean;
}

const issueShape = v.object({
  key: v.string(),
  fields: v.object({ status: v.object({ name: v.string(), statusCategory: v.object({ key: v.string() }) }) }),
});
const commentShape = v.object({
  id: v.string(),
  body: v.optional(v.unknown()),
  properties: v.optional(v.array(v.object({ key: v.string(), value: v.unknown() })), []),
});
const listShape = v.object({ comments: v.array(commentShape), total: v.number() });
const markShape = v.object({ mark: v.string() });

const perPage = 100;
/** The property of a comment that carries its marker. */
const property = 'tsdeploy';

type JiraComment = v.InferOutput<typeof commentShape>;

function propertyOf({ properties }: JiraComment): string | null {
  const read = v.safeParse(markShape, properties.find(({ key }) => key === property)?.value);
  return read.success ? read.output.mark : null;
}

const lastLineOf = ({ body }: JiraComment) =>
  typeof body === 'string' ? body.trimEnd().split('\n').at(-1)?.trim() : null;

/** Answers the line of wiki markup that carries a marker. */
export const lineOf = (mark: string): string => `{{${mark}}}`;

/** Answers a Jira. */
export function jira(make: Make, { name, base, customers }: Place, api: Api): TicketSystem {
  const issue = (key: string) => `${make.root}/issue/${encodeURIComponent(key)}`;
  const linkOf = (key: string, id: string) => `${base}/browse/${key}?focusedCommentId=${id}`;
  const commentIn = (key: string, { id, body }: JiraComment): Comment => ({
    id,
    link: linkOf(key, id),
    seal: make.sealOf(body),
  });
  const content = (body: string, mark: string) => ({
    body: make.sent(body),
    properties: [
      ...(make.property ? [{ key: property, value: { mark } }] : []),
      // Without it a service project shows a comment to its customers.
      ...(customers ? [] : [{ key: 'sd.public.comment', value: { internal: true } }]),
    ],
  });
  return {
    name,
    label: make.label,
    most: 32_767,
    format: make.format,
    write: make.write,
    async find(number) {
      const told = await api.read(`${issue(number)}?fields=status`, issueShape, `issue ${number}`);
      return mapTold(told, ({ key, fields: { status } }) => {
        const closed = status.statusCategory.key === 'done' ? status.name : null;
        return { key, number, closed, link: `${base}/browse/${key}` };
      });
    },
    async lookUp({ key, number }, mark) {
      const told = await firstIn(
        async (page) => {
          const path = `${issue(key)}/comment?expand=properties&orderBy=-created&startAt=${page * perPage}&maxResults=${perPage}`;
          const found = await api.read(path, listShape, `issue ${number}`);
          return mapTold(found, ({ comments, total }) => ({
            items: comments,
            more: page * perPage + comments.length < total,
          }));
        },
        (comment) => (make.property ? propertyOf(comment) === mark : lastLineOf(comment) === lineOf(mark)),
      );
      return mapTold(told, (found) => found && commentIn(key, found));
    },
    async send({ key, number }, body, mark) {
      const path = `${issue(key)}/comment`;
      const told = await api.write('POST', path, content(body, mark), commentShape, `issue ${number}`);
      return mapTold(told, ({ value }) => commentIn(key, value));
    },
    edit: {
      async read({ key }, id) {
        const told = await api.read(`${issue(key)}/comment/${encodeURIComponent(id)}`, commentShape, 'comment');
        return orGone(mapTold(told, (found) => commentIn(key, found)));
      },
      async write({ key }, id, body, mark) {
        const path = `${issue(key)}/comment/${encodeURIComponent(id)}`;
        const told = await api.write('PUT', path, content(body, mark), commentShape, 'comment');
        return mapTold(told, ({ value }) => commentIn(key, value));
      },
      sealOf: (body) => make.sealOf(make.sent(body)),
    },
  };
}

/** Answers the seal of a text that a browser may give other line ends. */
export const textSeal = (text: string): string => sealOf(text.replaceAll('\r\n', '\n').trimEnd());
