import { DatabaseError, type SqlValue, type Statement } from '../replica/database.js';

/**
 * Refuses what the stores keep in different ways, or not at all: text with the character NUL or with half of a surrogate
 * pair, and numbers that lose digits.
 *
 * @throws DatabaseError `statement`
 */
export function checkStatement({ sql, parameters }: Statement): void {
  const wrong = parameters.findIndex((value) => !isStorable(value));
  if (wrong !== -1) {
    throw new DatabaseError('statement', `Parameter ${wrong + 1} can't be stored exactly: ${sql}`);
  }
}

/** The character NUL, and half of a surrogate pair. */
const unstorable = /[\0\p{Cs}]/u;

function isStorable(value: unknown): value is SqlValue {
  if (typeof value === 'string') return !unstorable.test(value);
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
  }
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value;
  return value === null || ArrayBuffer.isView(value);
}
