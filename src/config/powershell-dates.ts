/** What a text says as a date: YYYY-MM-DDTHH:mm, or why it can't be known, or null where it is none. */
export type DateRead = { readonly at: string } | { readonly why: string } | null;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = String.raw`(?:(?:T|,?\s{1,3})(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2}(?:\.\d{1,7})?)?(?:\s?([ap])\.?m\.?)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}\s?(Z|[+-]\d{2}:?\d{2})?$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, 'i');
const monthNamed = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s)?(?:([a-z]{3,9})\.?\s(\d{1,2})|(\d{1,2})\.?[\s-]([a-z]{3,9})\.?),?[\s-](\d{4})${clock}$`,
  'i',
);
const timeOnly = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2}(?:\.\d{1,7})?)?(?:\s?([ap])\.?m\.?)?$/i;

/** Answers what a text says as a date. `monthFirst`: whether it is read by the invariant culture, as a cast reads it. */
export function readDate(given: string, monthFirst = false): DateRead {
  const text = given.trim();
  const first = yearFirst.exec(text);
  if (first) {
    if (first[8] !== undefined) return { why: 'its offset makes it another time on each machine that runs this' };
    return moment(first[1], first[3], first[4], first[5], first[6], first[7]);
  }
  const name = monthNamed.exec(text);
  if (name) {
    const month = months.indexOf((name[1] ?? name[4] ?? '').slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? null : moment(name[5], String(month), name[2] ?? name[3], name[6], name[7], name[8]);
  }
  const last = yearLast.exec(text);
  if (last) {
    const [one = '', other = '', year = ''] = [last[1], last[3], last[4]];
    if (year.length < 4) return { why: 'its year has two digits' };
    const order = monthFirst ? 'month' : orderOf(Number(one), Number(other));
    if (order === null) return { why: 'day and month change places from one culture to the next' };
    const [month, day] = order === 'month' ? [one, other] : [other, one];
    return moment(year, month, day, last[5], last[6], last[7]);
  }
  return timeOnly.test(text) && /[:apm]/i.test(text) ? { why: 'it has no date' } : null;
}

/** Which number comes first, where only one order makes a date. */
function orderOf(first: number, second: number): 'day' | 'month' | null {
  if (first === second) return 'month';
  if (first > 12) return 'day';
  return second > 12 ? 'month' : null;
}

/** Answers the hours and minutes of a text that is a time, or a date with one; null where it has none. */
export function readTime(given: string): string | null {
  const time = timeOnly.exec(given.trim());
  if (time) return hourMinute(time[1], time[2], time[3]);
  const date = readDate(given);
  return date && 'at' in date ? date.at.slice(11) : null;
}

function hourMinute(hour = '0', minute = '0', half = ''): string | null {
  let hours = Number(hour);
  if (half !== '') {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return hours > 23 || Number(minute) > 59 ? null : `${pad(hours)}:${pad(Number(minute))}`;
}

function moment(year = '', month = '', day = '', hour?: string, minute?: string, half?: string): DateRead {
  const time = hourMinute(hour, minute, half);
  return time === null ? null : dateOf([Number(year), Number(month), Number(day), ...time.split(':').map(Number)]);
}

/** Answers the date of year, month, day, hour and minute; null where there is none such. */
export function dateOf(parts: readonly number[]): { readonly at: string } | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const fits = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return year >= 1000 && year <= 9999 && fits && parts.every(Number.isInteger) ? { at: iso(date) } : null;
}

/** Answers a date moved by a span. */
export function moved(at: string, unit: string, count: number): string | null {
  const date = new Date(`${at}Z`);
  if (unit === 'months' || unit === 'years') {
    const months = count * (unit === 'years' ? 12 : 1);
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  } else {
    const minutes = { minutes: 1, hours: 60, days: 1440 }[unit];
    if (minutes === undefined) return null;
    date.setTime(date.getTime() + count * minutes * 60_000);
  }
  const year = date.getUTCFullYear();
  return year >= 1000 && year <= 9999 ? iso(date) : null;
}

/** Answers what a text says as a date of a .NET format such as yyyyMMdd-HHmmss; null where it doesn't fit. */
export function readExact(given: string, format: string): { readonly at: string } | null {
  const found: Record<string, number> = {};
  let at = 0;
  for (const [run] of format.matchAll(/y+|M+|d+|H+|m+|s+|f+|[^yMdHmsf]/g)) {
    const piece = given.slice(at, at + run.length);
    at += run.length;
    if (/^[yMdHmsf]/.test(run)) {
      if (!/^\d+$/.test(piece)) return null;
      found[run.charAt(0)] = Number(piece);
    } else if (piece !== run) return null;
  }
  if (at !== given.length) return null;
  const { y, M, d, H = 0, m = 0 } = found;
  return y === undefined || M === undefined || d === undefined ? null : dateOf([y, M, d, H, m]);
}

const pad = (number: number) => String(number).padStart(2, '0');
const iso = (date: Date) => date.toISOString().slice(0, 16);
