import type { Report } from '../guide/report-shape.js';
import { jsonText } from './clean.js';
import type { Page } from './index.js';

export const reportFormatNames = ['text', 'markdown', 'json', 'sarif'] as const;
export type ReportFormat = (typeof reportFormatNames)[number];

/** A text that was judged, or why it couldn't be. */
export type Checked = Judged | { readonly name: string; readonly error: string };

/** A report beside the text it is about; null where that is no text. */
export interface Judged {
  readonly name: string;
  readonly report: Report;
  readonly text: string | null;
}

/** Turns what was checked into a text that ends with a line break. */
export type PrintReports = (checked: readonly Checked[], page: Page) => string;

/** The formats of reports, each loaded only when it is wanted. */
export const reportFormats: Readonly<Record<ReportFormat, () => Promise<PrintReports>>> = {
  text: async () => (await import('./report-text.js')).reportText,
  markdown: async () => (await import('./report-markdown.js')).reportMarkdown,
  json: async () => reportJson,
  sarif: async () => (await import('./report-sarif.js')).reportSarif,
};

/** One object for one file; several files give one object a line, in their order. */
const reportJson: PrintReports = (checked) => {
  const objects = checked.map((one) => ('report' in one ? one.report : one));
  const [only, ...others] = objects;
  return only && others.length === 0
    ? 'error' in only
      ? ''
      : `${jsonText(only, 2)}\n`
    : objects.map((object) => `${jsonText(object)}\n`).join('');
};
