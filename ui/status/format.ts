const LOCALE = 'en-US';

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 2 });
const percents = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** Returns a number with separators; below 10 with up to two digits. */
export function number(value: number): string {
  return value < 10 ? fine.format(value) : whole.format(value);
}

/** Returns a number and its unit: "1 request", "2 requests". */
export function counted(count: number, unit: string): string {
  return `${whole.format(count)} ${unit}${count === 1 ? '' : 's'}`;
}

export function percent(part: number, of: number): string {
  return percents.format(of === 0 ? 0 : part / of);
}

/** Returns a time of today, or of another day with the day. */
export function time(rfc3339: string, now: string): string {
  const at = new Date(rfc3339);
  const isToday = at.toDateString() === new Date(now).toDateString();
  return (isToday ? clockTime : dayAndTime).format(at);
}

/** @param seconds since the epoch. */
export function minute(seconds: number): string {
  return clockTime.format(new Date(seconds * 1000));
}

export function day(rfc3339: string): string {
  return date.format(new Date(rfc3339));
}

/** Returns how long ago a time was. */
export function ago(rfc3339: string, now: string): string {
  return `${duration(Date.parse(now) - Date.parse(rfc3339))} ago`;
}

export function duration(ms: number): string {
  if (ms < 1000) return `${whole.format(Math.max(0, ms))} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${number(seconds)} s`;
  if (seconds < 3600) return `${whole.format(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${number(seconds / 3600)} h`;
  return `${whole.format(seconds / 86_400)} days`;
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
