/**
 * Instants in microseconds since the epoch. Gong sends up to six fractional digits and any offset. A JavaScript
 * `Date` keeps three, which is too few to continue a walk exactly where it stopped.
 */
export type Instant = bigint;

const rfc3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d+))?(Z|z|[+-]\d{2}:?\d{2})$/;

/** The parsed forms of a time string. */
interface Meaning {
  readonly instant: Instant | null;
  /** In UTC with milliseconds; undefined until it is needed. */
  utc?: string | null;
}

/** The most recent time strings, because every operation on a record parses the same ones several times. */
const meanings = new Map<string, Meaning>();
const MAX_MEANINGS = 10_000;
/** Longer texts are not times, or unusual ones. */
const MAX_REMEMBERED_LENGTH = 40;

/** Returns the instant of a time string; null when it is invalid. */
export function parseInstant(text: string | null | undefined): Instant | null {
  return text === null || text === undefined ? null : meaningOf(text).instant;
}

function meaningOf(text: string): Meaning {
  let meaning = meanings.get(text);
  if (meaning !== undefined) return meaning;
  meaning = { instant: readInstant(text) };
  if (text.length > MAX_REMEMBERED_LENGTH) return meaning;
  if (meanings.size >= MAX_MEANINGS) meanings.clear();
  meanings.set(text, meaning);
  return meaning;
}

function readInstant(text: string): Instant | null {
  const match = rfc3339.exec(text.trim());
  if (match === null) return null;
  const [, date, time, fraction = '', zone] = match;
  const offset = zone === 'z' ? 'Z' : (zone ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const wholeSeconds = Date.parse(`${date ?? ''}T${time ?? ''}${offset}`);
  if (Number.isNaN(wholeSeconds)) return null;
  const micros = fraction.slice(0, 6).padEnd(6, '0');
  return BigInt(wholeSeconds) * 1000n + BigInt(micros);
}

/** Formats RFC 3339 in UTC, with microseconds only when they are not zero, and otherwise with milliseconds. */
export function formatInstant(instant: Instant): string {
  const millis = floorDiv(instant, 1000n);
  const rest = instant - millis * 1000n;
  const iso = new Date(Number(millis)).toISOString();
  return rest === 0n ? iso : `${iso.slice(0, -1)}${rest.toString().padStart(3, '0')}Z`;
}

/** Returns a time string of Gong's in UTC with milliseconds; null when it is invalid. */
export function toUtc(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const meaning = meaningOf(text);
  const { instant } = meaning;
  meaning.utc ??= instant === null ? null : new Date(toMillis(instant)).toISOString();
  return meaning.utc;
}

export function fromMillis(millis: number): Instant {
  return BigInt(Math.floor(millis)) * 1000n;
}

export function toMillis(instant: Instant): number {
  return Number(floorDiv(instant, 1000n));
}

/**
 * Returns the first whole millisecond after `instant`: an exclusive bound that still includes it, even for a server
 * that compares milliseconds.
 */
export function nextMillisecond(instant: Instant): Instant {
  return startOfMillisecond(instant) + 1000n;
}

/** Returns the whole millisecond that contains `instant`: an inclusive bound that does not exclude it. */
export function startOfMillisecond(instant: Instant): Instant {
  return floorDiv(instant, 1000n) * 1000n;
}

function floorDiv(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}
