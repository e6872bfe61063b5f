import type { TicketEntry } from '../setup/tickets.js';
import { Unusable } from '../text/problem.js';

/** A system as it is set up, and the number as the system writes it. */
export interface Chosen {
  readonly entry: TicketEntry;
  readonly number: string;
}

/** Answers the system that a ticket's number belongs to. Throws Unusable where it is none's, or several'. */
export function chooseSystem(entries: readonly TicketEntry[], ticket: string): Chosen {
  const typed = ticket.trim();
  const fitting = entries.flatMap((entry) => {
    const number = entry.numbers.map((pattern) => numberBy(pattern, typed, entry)).find((one) => one !== null);
    return number === undefined || number === null ? [] : [{ entry, number }];
  });
  const [first, ...others] = fitting;
  const shown = `"${typed.slice(0, 60)}"`;
  if (!first) throw new Unusable([`${shown} is a ticket of no system. Set up are: ${entries.map(line).join('; ')}.`]);
  if (others.length > 0)
    throw new Unusable([
      `${shown} may be a ticket of several systems: ${fitting.map(({ entry }) => line(entry)).join('; ')}. Change their numbers in the setup so that one is left.`,
    ]);
  return first;
}

const line = ({ name, numbers }: TicketEntry): string => `${name} (${numbers.join(', ')})`;

/** Answers the number that a pattern reads in what was typed, in the pattern's letters; null where it doesn't fit. */
function numberBy(pattern: string, typed: string, { system }: TicketEntry): string | null {
  const letters = pattern.slice(0, -1);
  const text = letters === '' ? typed.replace(/^#/, '') : typed;
  const digits = text.slice(letters.length);
  if (text.slice(0, letters.length).toLowerCase() !== letters.toLowerCase() || !/^\d{1,20}$/.test(digits)) return null;
  // ServiceNow's numbers keep their zeros; elsewhere 007 is 7.
  return `${letters}${system.startsWith('servicenow') ? digits : digits.replace(/^0+(?=\d)/, '')}`;
}
