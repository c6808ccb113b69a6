import { isSafeNumber, parse } from 'lossless-json';

/** A bare integer of sixteen digits or more, which a double may not hold. Also matches inside strings. */
const longInteger = /[:[,]\s*-?\d{16,}/;

/**
 * Parses Gong's JSON without losing digits: integers beyond 2^53 become strings of their digits, so
 * that an id sent as a bare number equals the same id sent as a string. Everything else is as `JSON.parse`.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return parseWith(text, (digits) => digits);
}

/**
 * Parses JSON that a client sent: as Gong's, but an integer beyond 2^53 that may have lost its digits before it was
 * sent stays a number.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseClientJson(text: string): unknown {
  return parseWith(text, readClientInteger);
}

/**
 * Reads an integer as a client wrote it. A program that holds it as a double writes the shortest text of that double,
 * such as 8477732986998608000: whether that is what was meant is unknown.
 *
 * @returns the digits as text where a double can't hold them and they are exact; else a number.
 */
export function readClientInteger(digits: string): number | string {
  const value = Number(digits);
  return Number.isSafeInteger(value) || String(value) === digits ? value : digits;
}

/** Whether a number stands for an integer that may have lost digits. */
export function mayHaveLostDigits(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function parseWith(text: string, readLongInteger: (digits: string) => unknown): unknown {
  // The engine's own parser is far faster; nearly all of Gong's answers quote their ids and can use it.
  if (!longInteger.test(text)) return JSON.parse(text) as unknown;
  const parseNumber = (digits: string): unknown =>
    isSafeNumber(digits) || !/^-?\d+$/.test(digits) ? Number(digits) : readLongInteger(digits);
  return parse(text, null, {
    parseNumber,
    // As JSON.parse does; the library's default is to throw.
    onDuplicateKey: ({ newValue }) => newValue,
  });
}
