/** The ids by which Slack hands back what was pressed, filled in or sent. */
export const names = {
  planView: 'plan',
  noticeView: 'notice',
  answer: 'answer',
  unknown: 'unknown',
  back: 'back',
  change: 'change',
} as const;

/** Answers what a modal carries along: which draft, and which of its pages. */
export const writeMetadata = (id: string, revision: number): string => `${id}.${revision}`;

/** Answers the draft and page that a modal carries along; an unknown draft for anything else. */
export function readMetadata(text: string): { id: string; revision: number } {
  const [, id = '', revision = '-1'] = /^([\w-]{1,40})\.(\d{1,6})$/.exec(text) ?? [];
  return { id, revision: Number(revision) };
}
