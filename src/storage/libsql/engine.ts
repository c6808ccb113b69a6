import { closeSync, openSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';
import {
  DatabaseError,
  type Row,
  type SqlValue,
  type Statement,
  type WriteStatement,
} from '../../replica/database.js';
import { hasCode, toDatabaseError } from './failures.js';
import type { EngineOptions } from './messages.js';

/** What is used of libsql. Its own declarations lack the key. */
interface Connection {
  exec(sql: string): unknown;
  prepare(sql: string): PreparedStatement;
  close(): void;
}

interface PreparedStatement {
  all(...parameters: unknown[]): Record<string, unknown>[];
  run(...parameters: unknown[]): { readonly changes: number };
}

type OpenConnection = new (
  path: string,
  options: {
    readonly encryptionCipher?: string;
    readonly encryptionKey?: string;
    readonly timeout?: number;
  },
) => Connection;

/** Each prepared statement takes memory that is not returned: those of one text are prepared once. */
const MAX_PREPARED = 200;
const BUSY_WAIT_MS = 10_000;
const CACHE_KIB = 32_000;

/**
 * SQLite with encryption, in the process that this module is loaded in. A call blocks the process, and a mistake in the
 * native code ends it, so this isn't the gateway's.
 */
export class Engine {
  private readonly prepared = new LRUCache<string, PreparedStatement>({ max: MAX_PREPARED });
  private isWriting = false;

  private constructor(
    private readonly connection: Connection,
    private readonly lock: Connection | null,
  ) {}

  /** @throws DatabaseError `unsupported`, when this machine can't load the engine; `locked`; `corrupt` */
  static async open(options: EngineOptions): Promise<Engine> {
    const { path, key } = options;
    // Without a key the file would be written as plain text.
    if (path !== null && key === '')
      throw new DatabaseError('statement', 'The key of a database is empty.');
    const libsql = await loadLibsql();
    const lock = options.lockPath === null ? null : lockDatabase(libsql, options.lockPath, options);
    const connection = path === null ? new libsql(':memory:', {}) : openFile(libsql, path, key);
    const engine = new Engine(connection, lock);
    try {
      engine.prepareFile(options);
      return engine;
    } catch (error) {
      connection.close();
      lock?.close();
      throw toDatabaseError(error, 'open');
    }
  }

  all({ sql, parameters }: Statement): Row[] {
    try {
      // Never `get`: it leaves the statement open, and with it the version of the file that it reads.
      return this.statement(sql)
        .all(...parameters.map(toBinding))
        .map(toRow);
    } catch (error) {
      throw toDatabaseError(error, sql);
    }
  }

  /** Runs a part of a transaction, and ends it with the last one. Any failure takes all parts back. */
  write(statements: readonly WriteStatement[], isLast: boolean): number[] {
    let running = 'begin immediate';
    try {
      if (!this.isWriting) this.connection.exec(running);
      this.isWriting = true;
      const changes = statements.map(({ sql, parameters, changes: expected }) => {
        running = sql;
        const { changes } = this.statement(sql).run(...parameters.map(toBinding));
        if (expected !== undefined && changes !== expected) {
          throw new DatabaseError('conflict', `Another writer was faster: ${sql}`);
        }
        return changes;
      });
      running = 'commit';
      if (isLast) this.connection.exec(running);
      this.isWriting = !isLast;
      return changes;
    } catch (error) {
      this.rollBack();
      throw toDatabaseError(error, running);
    }
  }

  define(sql: readonly string[]): void {
    for (const each of sql) {
      try {
        this.statement(each).all();
      } catch (error) {
        throw toDatabaseError(error, each);
      }
    }
  }

  /** Afterwards everything is in the file itself. The process must end, too: until then, libsql keeps files open. */
  close(): void {
    this.rollBack();
    this.prepared.clear();
    try {
      if (this.lock !== null) this.define(['pragma wal_checkpoint(truncate)']);
    } finally {
      this.connection.close();
      this.lock?.close();
    }
  }

  private rollBack(): void {
    if (!this.isWriting) return;
    this.isWriting = false;
    try {
      this.connection.exec('rollback');
    } catch {
      // The engine took the transaction back itself, as it does when the disk is full.
    }
  }

  private prepareFile({ lockPath }: EngineOptions): void {
    const isWriter = lockPath !== null;
    this.define([
      // Reads the file: with another key it is no database.
      'select count(*) from sqlite_master',
      // Temporary files aren't encrypted.
      'pragma temp_store = memory',
      'pragma mmap_size = 0',
      `pragma cache_size = -${CACHE_KIB}`,
      ...(isWriter
        ? ['pragma journal_mode = wal', 'pragma synchronous = normal', 'pragma secure_delete = on']
        : ['pragma query_only = on']),
    ]);
  }

  private statement(sql: string): PreparedStatement {
    let statement = this.prepared.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }
}

async function loadLibsql(): Promise<OpenConnection> {
  try {
    const { default: Database } = await import('libsql');
    return Database as unknown as OpenConnection;
  } catch (error) {
    throw new DatabaseError(
      'unsupported',
      `This machine can't load the database engine libsql: ${(error as Error).message}`,
    );
  }
}

function openFile(libsql: OpenConnection, path: string, key: string): Connection {
  makePrivateFile(path);
  return new libsql(path, {
    encryptionCipher: 'aes256cbc',
    encryptionKey: key,
    timeout: BUSY_WAIT_MS,
  });
}

/** A lock that ends with the process, however that ends. */
function lockDatabase(
  libsql: OpenConnection,
  path: string,
  { lockWaitMs }: EngineOptions,
): Connection {
  makePrivateFile(path);
  const lock = new libsql(path, { timeout: lockWaitMs });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (!hasCode(error, 'SQLITE_BUSY')) throw toDatabaseError(error, 'begin exclusive');
    throw new DatabaseError('locked', 'Another process has the database open.');
  }
}

/** Files of its own inherit the mode. */
function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', PRIVATE_FILE_MODE));
}

/** Every JavaScript number would be bound as a fraction, and 5 in a column of texts become "5.0". */
function toBinding(value: SqlValue): string | number | bigint | Uint8Array | null {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
}

function toRow(row: Record<string, unknown>): Row {
  for (const name in row) {
    const value = row[name];
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
  }
  return row as Row;
}
