import { SECOND_MS } from '../lib/clock.js';
import { toUtc } from '../lib/instant.js';

/**
 * Converts Gong's values to the schema's scalars. Gong may send any type anywhere. A value that cannot be converted
 * is null, and never an error.
 */

declare const itemOf: unique symbol;

/**
 * A list according to Gong's description, which may be of another type. Only `list`, `texts`, and `numbers` read it.
 */
export type GongList<Item> = readonly Item[] | { readonly [itemOf]?: Item };

/** Returns text; null for null, missing, and blank values. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return isBlank(value) ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Returns a number, even when Gong quotes it. */
export function number(value: unknown): number | null {
  if (typeof value === 'string' && isBlank(value)) return null;
  const parsed = typeof value === 'string' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
}

/** Returns a 32-bit integer, the range of GraphQL's Int. */
export function integer(value: unknown): number | null {
  const parsed = number(value);
  return parsed !== null && Number.isInteger(parsed) && Math.abs(parsed) < 2 ** 31 ? parsed : null;
}

/** Returns a count: a 32-bit integer that is not negative. */
export function count(value: unknown): number | null {
  const parsed = integer(value);
  return parsed !== null && parsed >= 0 ? parsed : null;
}

export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : null;
  if (word === 'true') return true;
  return word === 'false' ? false : null;
}

/** Returns an instant in UTC with milliseconds. */
export function dateTime(value: unknown): string | null {
  return typeof value === 'string' ? toUtc(value) : null;
}

/** Returns the same for values that may also be seconds since the epoch. */
export function instant(value: unknown): string | null {
  const seconds = number(value);
  if (seconds === null) return dateTime(value);
  return seconds >= 0 && seconds < FIRST_YEAR_OF_FIVE_DIGITS
    ? new Date(seconds * SECOND_MS).toISOString()
    : null;
}

/** In seconds since the epoch. */
const FIRST_YEAR_OF_FIVE_DIGITS = Date.UTC(10_000, 0) / SECOND_MS;

/**
 * Returns the objects of a list; an empty array for null, missing, and empty values. Other members and empty objects
 * are omitted.
 */
export function list<T extends object>(value: GongList<T> | null | undefined): readonly T[] {
  return Array.isArray(value) ? (value as unknown[]).filter((item): item is T => isPart(item)) : [];
}

/** Returns the texts of a list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? (value as unknown[]).flatMap((item) => text(item) ?? []) : [];
}

/** Returns the numbers of a list. */
export function numbers(value: unknown): number[] {
  return Array.isArray(value) ? (value as unknown[]).flatMap((item) => number(item) ?? []) : [];
}

/** Returns a part of a record; null for null, missing, and empty values. */
export function part<T extends object>(value: T | null | undefined): T | null {
  return isPart(value) && !isHollow(value) ? value : null;
}

/** Returns whether a value is null, missing, or empty. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return isBlank(value);
  return typeof value === 'object' && !hasMembers(value);
}

function hasMembers(value: object): boolean {
  for (const name in value) if (Object.hasOwn(value, name)) return true;
  return false;
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && !Array.isArray(value) && !isNothing(value);
}

/**
 * Returns whether a value contains nothing at any depth. For Gong, an object with empty members means the same as
 * null.
 */
function isHollow(value: unknown): boolean {
  if (isNothing(value)) return true;
  return typeof value === 'object' && Object.values(value as object).every(isHollow);
}

function isBlank(words: string): boolean {
  return !(isAsciiLetterOrDigit(words.charCodeAt(0)) || /\S/.test(words));
}

/** Almost every text begins with one, which makes a search unnecessary. */
function isAsciiLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/**
 * Returns a function that converts Gong's spelling of an enum value to the schema's; `UNKNOWN` for a value that the
 * schema lacks.
 */
export function enumOf<const Name extends string>(
  names: readonly Name[],
): (value: unknown) => Name | 'UNKNOWN' | null {
  const byLetters = new Map(names.map((name) => [lettersOf(name), name]));
  /** Indexes the names by Gong's spellings. */
  const bySpelling = new Map<string, Name>();
  return (value) => {
    if (typeof value !== 'string' || isBlank(value)) return null;
    const known = bySpelling.get(value);
    if (known !== undefined) return known;
    const name = byLetters.get(lettersOf(value));
    if (name === undefined) return 'UNKNOWN';
    if (bySpelling.size < MAX_SPELLINGS) bySpelling.set(value, name);
    return name;
  };
}

/** Gong uses one or two spellings of each value. */
const MAX_SPELLINGS = 50;

function lettersOf(word: string): string {
  return word.toUpperCase().replace(/[-_]/g, '');
}
