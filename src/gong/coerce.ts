import { SECOND_MS } from '../lib/clock.js';
import { toUtc } from '../lib/instant.js';

/**
 * Gong's values as the schema's scalars. Gong may send anything anywhere: what can't be read as what the
 * schema promises is null, never an error.
 */

declare const itemOf: unique symbol;

/** A list as Gong describes it, which may be anything else: only `list`, `texts` and `numbers` read it. */
export type GongList<Item> = readonly Item[] | { readonly [itemOf]?: Item };

/** Text; null for null, absent and blank. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return isBlank(value) ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A number, also where Gong quotes it. */
export function number(value: unknown): number | null {
  if (typeof value === 'string' && isBlank(value)) return null;
  const parsed = typeof value === 'string' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
}

/** A 32-bit integer, which is all that GraphQL's Int holds. */
export function integer(value: unknown): number | null {
  const parsed = number(value);
  return parsed !== null && Number.isInteger(parsed) && Math.abs(parsed) < 2 ** 31 ? parsed : null;
}

/** How many of something there are: a 32-bit integer that isn't negative. */
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

/** An instant in UTC with milliseconds. */
export function dateTime(value: unknown): string | null {
  return typeof value === 'string' ? toUtc(value) : null;
}

/** The same, where Gong may write it as seconds since the epoch. */
export function instant(value: unknown): string | null {
  const seconds = number(value);
  if (seconds === null) return dateTime(value);
  return seconds >= 0 && seconds < FIRST_YEAR_OF_FIVE_DIGITS
    ? new Date(seconds * SECOND_MS).toISOString()
    : null;
}

/** In seconds since the epoch. */
const FIRST_YEAR_OF_FIVE_DIGITS = Date.UTC(10_000, 0) / SECOND_MS;

/** The objects of a list; none for null, absent and empty. What is no object, or an empty one, is passed over. */
export function list<T extends object>(value: GongList<T> | null | undefined): readonly T[] {
  return Array.isArray(value) ? (value as unknown[]).filter((item): item is T => isPart(item)) : [];
}

/** The texts of a list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? (value as unknown[]).flatMap((item) => text(item) ?? []) : [];
}

/** The numbers of a list. */
export function numbers(value: unknown): number[] {
  return Array.isArray(value) ? (value as unknown[]).flatMap((item) => number(item) ?? []) : [];
}

/** A part of a record; null for null, absent and empty. */
export function part<T extends object>(value: T | null | undefined): T | null {
  return isPart(value) && !isHollow(value) ? value : null;
}

/** Whether a value says nothing: null, absent, or empty. */
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

/** Whether a value holds nothing, however deep: for Gong, an object of empty members is no more than that. */
function isHollow(value: unknown): boolean {
  if (isNothing(value)) return true;
  return typeof value === 'object' && Object.values(value as object).every(isHollow);
}

function isBlank(words: string): boolean {
  return !(isAsciiLetterOrDigit(words.charCodeAt(0)) || /\S/.test(words));
}

/** Nearly every text begins with one: then nothing has to be searched. */
function isAsciiLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Gong's spelling of an enum value as the schema's, `UNKNOWN` for one that the schema doesn't know. */
export function enumOf<const Name extends string>(
  names: readonly Name[],
): (value: unknown) => Name | 'UNKNOWN' | null {
  const byLetters = new Map(names.map((name) => [lettersOf(name), name]));
  /** By the spellings that Gong uses. */
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
