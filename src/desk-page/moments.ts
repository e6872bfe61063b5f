const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

/** Answers the moment of a message. */
export const momentOf = (ts: string): Date => new Date(Number(ts.split('.')[0]) * 1000);

/** Answers a time of day. */
export const timeOf = (moment: Date): string => time.format(moment);

/** Answers a day as a heading. */
export const dayOf = (moment: Date): string =>
  moment.toDateString() === new Date().toDateString() ? 'Today' : day.format(moment);

const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** Answers a moment, in seconds, in a form such as `{date_short} at {time}`, in the reader's own zone. */
export const dateIn = (form: string, seconds: number): string =>
  form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const options = formats[name.replace('_pretty', '')];
    return options ? new Intl.DateTimeFormat(undefined, options).format(new Date(seconds * 1000)) : whole;
  });
