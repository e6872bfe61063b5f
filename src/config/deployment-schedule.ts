import { type Order, readMoment } from './printed-date.js';
import type { Cell, Properties } from './printed-object.js';

/** The elements of an assignment schedule that can be told, and the pieces that can't. */
export interface Schedule {
  readonly elements: readonly { readonly value: string; readonly inferred: boolean }[];
  readonly unread: readonly string[];
}

/** Answers the schedules of a printed AssignedSchedule: objects, or `instance of SMS_ST_… { … };` texts. */
export function readSchedules(cell: Cell, order: Order): Schedule {
  const elements = new Map<string, boolean>();
  const unread: string[] = [];
  const tokens = cell.objects.length > 0 ? cell.objects.map(tokenOf) : tokensIn(cell.text);
  for (const { recurring, start, text } of tokens) {
    const moment = recurring || start === '' ? null : readMoment(start, order);
    if (recurring) elements.set('recurring', false);
    else if (moment !== null && moment !== 'unset') elements.set(moment.at, moment.inferred);
    else unread.push(start === '' ? text : start);
  }
  return { elements: [...elements].map(([value, inferred]) => ({ value, inferred })), unread };
}

interface Token {
  readonly recurring: boolean;
  /** '' where it isn't printed. */
  readonly start: string;
  readonly text: string;
}

/** What only a schedule that repeats has. */
const spans = ['dayspan', 'hourspan', 'minutespan', 'fornumberofweeks', 'fornumberofmonths', 'monthday', 'weekorder'];

function tokenOf(object: Properties): Token {
  const cells = [...object.values()];
  const recurring =
    cells.some(({ text }) => /^(?:\S{0,80}\W)?SMS_ST_Recur\w{1,40}$/.test(text)) ||
    spans.some((name) => !['', '0'].includes(object.get(name)?.text ?? ''));
  return {
    recurring,
    start: object.get('starttime')?.text ?? '',
    text: cells.map(({ name, text }) => `${name} ${text}`).join(', '),
  };
}

function tokensIn(text: string): Token[] {
  if (/^[{}\s]*$/.test(text)) return [];
  const pieces = text.split(/(?=SMS_ST_)/).filter((piece) => piece.startsWith('SMS_ST_'));
  if (pieces.length === 0) return [{ recurring: false, start: '', text }];
  return pieces.map((piece) => ({
    recurring: piece.startsWith('SMS_ST_Recur'),
    start: /\bStartTime\s{0,9}=\s{0,9}"([^"\n]{1,60})"/.exec(piece)?.[1] ?? '',
    text: piece.split('\n')[0] ?? piece,
  }));
}
