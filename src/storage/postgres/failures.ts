import { DatabaseError } from '../../replica/database.js';

/** Codes of PostgreSQL, by how they begin. */
const kinds: readonly (readonly [prefix: string, kind: DatabaseError['kind']])[] = [
  // A key is taken; a transaction lost against another one.
  ['23505', 'conflict'],
  ['40', 'conflict'],
  // Another gateway has just created this schema, table, or type. `if not exists` does not see it in every instant.
  ['42P06', 'conflict'],
  ['42P07', 'conflict'],
  ['42710', 'conflict'],
  // Connection lost or refused, transaction idle for too long, no access, no resources, shut down.
  ['08', 'unavailable'],
  ['25P', 'unavailable'],
  ['28', 'unavailable'],
  ['3D000', 'unavailable'],
  // Another gateway has dropped the tables, and is about to make them again.
  ['42P01', 'unavailable'],
  ['53', 'unavailable'],
  ['55P03', 'unavailable'],
  ['57', 'unavailable'],
  ['58', 'unavailable'],
  ['XX', 'corrupt'],
];

const sqlState = /^[0-9A-Z]{5}$/;

/** The error without its text, which may quote what was searched for. */
export function toDatabaseError(error: unknown, sql: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  const isAnswer = typeof severity === 'string' && typeof code === 'string' && sqlState.test(code);
  if (!isAnswer) {
    const reason = typeof code === 'string' ? ` (${code})` : '';
    return new DatabaseError('unavailable', `The connection to PostgreSQL failed${reason}.`);
  }
  const [, kind = 'statement'] = kinds.find(([prefix]) => code.startsWith(prefix)) ?? [];
  return new DatabaseError(kind, `PostgreSQL failed (${code}): ${sql}`);
}
