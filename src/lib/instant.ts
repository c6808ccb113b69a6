/**
 * Instants in microseconds since the epoch. Gong sends up to six fractional digits and any offset;
 * a JavaScript `Date` keeps three, which is not enough to continue a walk exactly where it stopped.
 */
export type Instant = bigint;

const rfc3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d+))?(Z|z|[+-]\d{2}:?\d{2})$/;

/** What a time string means. */
interface Meaning {
  readonly instant: Instant | null;
  /** In UTC with milliseconds; undefined until it is wanted. */
  utc?: string | null;
}

/** Latest time strings: every operation on a record reads the same ones, several times over. */
const meanings = new Map<string, Meaning>();
const MAX_MEANINGS = 10_000;
/** Longer texts are no time, or an unusual one. */
const MAX_REMEMBERED_LENGTH = 40;

/** The instant that a time string names, or null when it names none. */
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

/** RFC 3339 in UTC; microseconds only where they are not zero, else milliseconds. */
export function formatInstant(instant: Instant): string {
  const millis = floorDiv(instant, 1000n);
  const rest = instant - millis * 1000n;
  const iso = new Date(Number(millis)).toISOString();
  return rest === 0n ? iso : `${iso.slice(0, -1)}${rest.toString().padStart(3, '0')}Z`;
}

/** A time string of Gong's in UTC with milliseconds; null when it is none. */
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
 * The first whole millisecond after `instant`: an exclusive bound that still includes it, also for
 * a server that compares milliseconds.
 */
export function nextMillisecond(instant: Instant): Instant {
  return startOfMillisecond(instant) + 1000n;
}

/** The whole millisecond that `instant` is in: an inclusive bound that doesn't exclude it. */
export function startOfMillisecond(instant: Instant): Instant {
  return floorDiv(instant, 1000n) * 1000n;
}

function floorDiv(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}
