import { toUtc } from './instant.js';

/**
 * Gong's values as the schema's scalars. Gong may send anything anywhere: what can't be read as what the
 * schema promises is null, never an error.
 */

/** Text; null for null, absent and empty. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A number, also where Gong quotes it. */
export function number(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() === '') return null;
  const parsed = typeof value === 'string' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
}

/** A 32-bit integer, which is all that GraphQL's Int holds. */
export function integer(value: unknown): number | null {
  const parsed = number(value);
  return parsed !== null && Number.isInteger(parsed) && Math.abs(parsed) < 2 ** 31 ? parsed : null;
}

export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : null;
}

/** An instant in UTC with milliseconds. */
export function dateTime(value: unknown): string | null {
  return typeof value === 'string' ? toUtc(value) : null;
}

/** The items of a list; none for null, absent and empty. */
export function list<T>(value: readonly T[] | null | undefined): readonly NonNullable<T>[] {
  return Array.isArray(value) ? value.filter((item): item is NonNullable<T> => item != null) : [];
}

/** The texts of a list. */
export function texts(value: readonly unknown[] | null | undefined): string[] {
  return list(value).flatMap((item) => text(item) ?? []);
}

/** A part of a record; null for null, absent and empty. */
export function part<T extends object>(value: T | null | undefined): T | null {
  return typeof value === 'object' && value !== null && !isEmpty(value) ? value : null;
}

/** Whether a value holds nothing, however deep: for Gong, an object of empty members is no more than that. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** Gong's spelling of an enum value as the schema's, `UNKNOWN` for one that the schema doesn't know. */
export function enumOf<const Name extends string>(
  names: readonly Name[],
): (value: unknown) => Name | 'UNKNOWN' | null {
  return (value) => {
    const word = text(value);
    if (word === null) return null;
    const upper = word.toUpperCase();
    return (
      names.find((name) => name.replaceAll('_', '') === upper.replaceAll('_', '')) ?? 'UNKNOWN'
    );
  };
}
