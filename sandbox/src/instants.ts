const cache = new Map<string, number>();
const CACHE_LIMIT = 50_000;

/**
 * Microseconds since 1970 of an ISO-8601 date-time with zone. Gong writes up to six fractional digits;
 * `Date.parse` drops the last three, which would make half-open bounds wrong at their edge.
 * NaN when the text is no date-time.
 */
export const toMicros = (text: string): number => {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  const whole = Date.parse(text.replace(/\.\d+/, ''));
  const micros = whole * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, micros);
  return micros;
};

/** The forms in which Gong was seen to write a time. */
export type InstantForm = 'seconds' | 'millis' | 'micros' | 'utc';

/**
 * An instant written as Gong writes them: with the offset of the place, or in UTC, with 0, 3 or 6
 * fractional digits.
 */
export const formatInstant = (
  micros: number,
  offsetMinutes: number,
  form: InstantForm = 'millis',
): string => {
  const millis = Math.floor(micros / 1000);
  if (form === 'utc') return new Date(millis).toISOString().replace(/\.000Z$/, 'Z');
  const local = new Date(millis + offsetMinutes * 60_000).toISOString();
  const zone = formatOffset(offsetMinutes);
  if (form === 'seconds') return `${local.slice(0, 19)}${zone}`;
  if (form === 'millis') return `${local.slice(0, 23)}${zone}`;
  return `${local.slice(0, 23)}${String(micros % 1000).padStart(3, '0')}${zone}`;
};

/** Minutes that a time zone is ahead of UTC at an instant (summer time included). */
export const offsetMinutesAt = (timeZone: string, millis: number): number => {
  const whole = Math.floor(millis / 60_000) * 60_000;
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
  );
  return (local - whole) / 60_000;
};

/** The calendar day (`YYYY-MM-DD`) on which an instant falls in a time zone. */
export const localDay = (timeZone: string, millis: number): string =>
  new Date(millis + offsetMinutesAt(timeZone, millis) * 60_000).toISOString().slice(0, 10);

const formatOffset = (minutes: number): string => {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it. */
const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
};
