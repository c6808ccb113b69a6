import { stringify } from 'lossless-json';

/** Any JSON value. Members that are `undefined` are left out of the text. */
export type JsonValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A JSON object as read from a request or about to be sent. */
export type JsonObject = Record<string, unknown>;

/** Whether a parsed JSON value is an object (neither null nor an array). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * JSON text in which a `bigint` becomes a bare number with all its digits.
 * `JSON.stringify` throws there, and Gong does send ids beyond 2^53 as bare numbers. It comes first, since it is many
 * times as fast and nearly no answer holds any.
 */
export const toJsonText = (value: unknown): string => {
  try {
    return value === undefined ? 'null' : JSON.stringify(value);
  } catch {
    return stringify(value) ?? 'null';
  }
};
