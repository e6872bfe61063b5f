import type { Answer } from '../answer/answer-shape.js';
import { jsonText } from './clean.js';
import type { Page } from './index.js';

export const answerFormatNames = ['text', 'markdown', 'json'] as const;
export type AnswerFormat = (typeof answerFormatNames)[number];

/** Turns an answer into a text that ends with a line break. */
export type PrintAnswer = (answer: Answer, page: Page) => string;

/** The formats of an answer, each loaded only when it is wanted. */
export const answerFormats: Readonly<Record<AnswerFormat, () => Promise<PrintAnswer>>> = {
  text: async () => (await import('./answer-text.js')).answerText,
  markdown: async () => (answer) => `${answer.answer}\n`,
  json: async () => (answer) => `${jsonText(answer, 2)}\n`,
};
