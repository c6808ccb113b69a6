import { isSafeNumber, parse } from 'lossless-json';

/** Matches a bare integer of 16 or more digits, which a double may not represent. Also matches inside strings. */
const longInteger = /[:[,]\s*-?\d{16,}/;

/**
 * Parses Gong's JSON without losing digits. Integers beyond 2^53 become strings of their digits, so that an ID sent
 * as a number equals the same ID sent as a string. Everything else is like `JSON.parse`.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return parseWith(text, (digits) => digits);
}

/**
 * Parses a client's JSON like Gong's, except that an integer beyond 2^53 stays a number when it may have lost digits
 * before it was sent.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseClientJson(text: string): unknown {
  return parseWith(text, readClientInteger);
}

/**
 * Reads an integer as a client wrote it. A program that stores it as a double writes the shortest text of that
 * double, such as 8477732986998608000, so the intended digits are unknown.
 *
 * @returns exact digits that a double cannot represent as text; otherwise a number.
 */
export function readClientInteger(digits: string): number | string {
  const value = Number(digits);
  return Number.isSafeInteger(value) || String(value) === digits ? value : digits;
}

/** Returns whether a number is an integer that may have lost digits. */
export function mayHaveLostDigits(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function parseWith(text: string, readLongInteger: (digits: string) => unknown): unknown {
  // The engine's own parser is much faster. Almost all of Gong's responses quote their IDs and can use it.
  if (!longInteger.test(text)) return JSON.parse(text) as unknown;
  const parseNumber = (digits: string): unknown =>
    isSafeNumber(digits) || !/^-?\d+$/.test(digits) ? Number(digits) : readLongInteger(digits);
  return parse(text, null, {
    parseNumber,
    // Like JSON.parse; the library throws by default.
    onDuplicateKey: ({ newValue }) => newValue,
  });
}
