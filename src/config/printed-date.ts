/** A printed date and time, as YYYY-MM-DDTHH:mm; inferred where the clock it was read from isn't known. */
export interface Moment {
  readonly at: string;
  readonly inferred: boolean;
}

/** Which number comes first where a date is printed as numbers, the year last. */
export type Order = 'day' | 'month' | null;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A date that isn't set is printed as one of 1990 or before. */
const firstYear = 1991;

const clock = String.raw`(?:[T ,]{1,2}(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d{1,9})?)?(?: ?([ap])\.? ?m\.?)?)?`;
const zone = String.raw`(Z| ?[+-]\d{2}:?\d{2})?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}${zone}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${clock}$`, 'i');
const monthNamed = new RegExp(
  String.raw`^(?:[a-z]{3,9},? )?(?:([a-z]{3,9})\.? (\d{1,2})|(\d{1,2}) ([a-z]{3,9})\.?),? (\d{4})${clock}$`,
  'i',
);
const cim = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})\d{2}\.\d{6}(?:[+-](?:\d{3}|\*{3,4}))?$/;
const json = /^\\?\/Date\((-?\d{1,15})([+-]\d{4})?\)\\?\/$/;

/** Answers a printed date and time; 'unset' where it stands for none, null where it can't be known. */
export function readMoment(text: string, order: Order): Moment | 'unset' | null {
  const given = plain(text);
  const stamp = json.exec(given);
  if (stamp) return fromStamp(Number(stamp[1]), stamp[2]);
  const packed = cim.exec(given);
  if (packed) return moment(packed[1], packed[2], packed[3], packed[4], packed[5], undefined, false);
  const iso = yearFirst.exec(given);
  // An offset other than Z is that of the machine that printed it: the digits are its clock.
  if (iso) return moment(iso[1], iso[3], iso[4], iso[5], iso[6], iso[7], iso[8] !== undefined && iso[8] !== 'Z');
  const named = monthNamed.exec(given);
  if (named) {
    const month = months.indexOf((named[1] ?? named[4] ?? '').slice(0, 3).toLowerCase()) + 1;
    return moment(named[5], month, named[2] ?? named[3], named[6], named[7], named[8], false);
  }
  const numbers = yearLast.exec(given);
  const first = numbers ? (orderIn(given) ?? order) : null;
  if (!numbers || first === null) return null;
  const [day, month] = first === 'day' ? [numbers[1], numbers[3]] : [numbers[3], numbers[1]];
  return moment(numbers[4], month, day, numbers[5], numbers[6], numbers[7], orderIn(given) === null);
}

/** Answers the order that printed dates prove; null where none does, or where they differ. */
export function orderOf(texts: Iterable<string>): Order {
  const proved = new Set<Order>();
  for (const text of texts) proved.add(orderIn(plain(text)));
  proved.delete(null);
  const [order = null] = proved;
  return proved.size === 1 ? order : null;
}

function orderIn(given: string): Order {
  const numbers = yearLast.exec(given);
  if (!numbers) return null;
  const [first, second] = [Number(numbers[1]), Number(numbers[3])];
  // No culture writes month.day.year with dots.
  if (numbers[2] === '.' || first > 12 || first === second) return 'day';
  return second > 12 ? 'month' : null;
}

const plain = (text: string) =>
  text
    .trim()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200e\u200f]/g, '');

/** Windows PowerShell prints a moment in UTC, from the clock of the machine that ran it. */
function fromStamp(milliseconds: number, offset: string | undefined): Moment | 'unset' | null {
  const shift =
    offset === undefined ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3)));
  const date = new Date(milliseconds + shift * 60_000);
  if (Number.isNaN(date.getTime())) return null;
  return date.getUTCFullYear() < firstYear
    ? 'unset'
    : { at: date.toISOString().slice(0, 16), inferred: offset === undefined };
}

type Digits = string | number | undefined;

function moment(
  year: Digits,
  month: Digits,
  day: Digits,
  hour: Digits,
  minute: Digits,
  half: string | undefined,
  inferred: boolean,
): Moment | 'unset' | null {
  const noon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hours = half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + noon;
  const [y, m, d, min] = [Number(year), Number(month), Number(day), Number(minute ?? 0)];
  const date = new Date(Date.UTC(y, m - 1, d, hours, min));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d && hours < 24 && min < 60;
  if (!exists || y > 9998) return null;
  return y < firstYear ? 'unset' : { at: date.toISOString().slice(0, 16), inferred };
}
