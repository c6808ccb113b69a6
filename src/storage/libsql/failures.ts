import { DatabaseError } from '../../replica/database.js';

/** The codes of SQLite that mean something to the gateway, by how they begin. */
const kinds: readonly (readonly [prefix: string, kind: DatabaseError['kind']])[] = [
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'conflict'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'conflict'],
  ['SQLITE_CONSTRAINT_ROWID', 'conflict'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_BUSY', 'unavailable'],
  ['SQLITE_LOCKED', 'unavailable'],
  ['SQLITE_FULL', 'unavailable'],
  ['SQLITE_IOERR', 'unavailable'],
  ['SQLITE_CANTOPEN', 'unavailable'],
  ['SQLITE_READONLY', 'unavailable'],
  ['SQLITE_NOMEM', 'unavailable'],
];

/** The engine's error without its text, which may quote what was searched for. */
export function toDatabaseError(error: unknown, sql: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const code = codeOf(error);
  const [, kind = 'statement'] = kinds.find(([prefix]) => code.startsWith(prefix)) ?? [];
  return new DatabaseError(kind, `The database engine failed (${code}): ${sql}`);
}

export function hasCode(error: unknown, prefix: string): boolean {
  return codeOf(error).startsWith(prefix);
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'no code';
}
