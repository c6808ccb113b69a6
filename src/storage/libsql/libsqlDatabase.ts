import { dirname } from 'node:path';
import type { Clock } from '../../lib/clock.js';
import { makePrivateFolder } from '../../lib/files/privateFiles.js';
import type { Database, Row, SqlValue, Statement, WriteStatement } from '../../replica/database.js';
import { checkStatement } from '../checkedStatements.js';
import { EngineProcess } from './engineProcess.js';

export interface LibsqlOptions {
  /** The file; its folder is made where it is missing. */
  readonly path: string;
  /** The file's own; 32 bytes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  /** How long another process may take to close the file, in milliseconds. */
  readonly lockWaitMs?: number | undefined;
}

const LOCK_WAIT_MS = 5_000;

/** A message takes the gateway about 1 ms. */
const MAX_STATEMENTS_PER_MESSAGE = 1_000;
const MAX_BYTES_PER_MESSAGE = 512 * 1024;

/**
 * Opens an encrypted file. It belongs to this process until that ends; a lock beside it sees to it.
 *
 * @throws DatabaseError `locked`, `corrupt`, `unsupported`, `unavailable`
 */
export async function openLibsql(options: LibsqlOptions): Promise<Database> {
  const { path, clock, lockWaitMs = LOCK_WAIT_MS } = options;
  makePrivateFolder(dirname(path));
  const key = Buffer.from(options.key).toString('hex');
  const engine = { path, key, lockWaitMs };
  // A read would wait for what the writer does: up to 2 s.
  const writer = new EngineProcess({ ...engine, lockPath: `${path}.lock` }, clock);
  const reader = new EngineProcess({ ...engine, lockPath: null }, clock);
  const database = new LibsqlDatabase(writer, reader);
  try {
    await writer.request({ kind: 'define', sql: [] });
    await reader.request({ kind: 'define', sql: [] });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Locks a file without opening it: to open one with another key would destroy what is not written into it yet.
 *
 * @returns the function that releases the lock.
 * @throws DatabaseError `locked`, `unsupported`, `unavailable`
 */
export async function lockLibsql({
  path,
  clock,
  lockWaitMs = LOCK_WAIT_MS,
}: Omit<LibsqlOptions, 'key'>): Promise<() => Promise<void>> {
  makePrivateFolder(dirname(path));
  const engine = { path: null, key: '', lockPath: `${path}.lock`, lockWaitMs };
  const locker = new EngineProcess(engine, clock);
  await locker.request({ kind: 'define', sql: [] });
  return () => locker.close();
}

class LibsqlDatabase implements Database {
  readonly dialect = 'sqlite';
  /** The last write: the parts of two transactions must not mix. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: EngineProcess,
    private readonly reader: EngineProcess,
  ) {}

  async all(statement: Statement): Promise<readonly Row[]> {
    checkStatement(statement);
    const { sql, parameters } = statement;
    return this.reader.request({ kind: 'all', sql, parameters });
  }

  async write(
    statements: readonly WriteStatement[],
  ): Promise<readonly { readonly changes: number }[]> {
    statements.forEach(checkStatement);
    const messages = splitIntoMessages(statements);
    const changes = await this.oneByOne(() =>
      this.writer.requestAll<readonly number[]>(
        messages.map((part, index) => ({
          kind: 'write',
          statements: part,
          isLast: index === messages.length - 1,
        })),
      ),
    );
    return changes.flat().map((each) => ({ changes: each }));
  }

  async define(sql: readonly string[]): Promise<void> {
    await this.oneByOne(() => this.writer.request({ kind: 'define', sql }));
  }

  async close(): Promise<void> {
    await this.writing;
    // The last one to close writes the pending changes into the file.
    await this.reader.close();
    await this.writer.close();
  }

  private oneByOne<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.writing.then(task);
    this.writing = result.catch(() => undefined);
    return result;
  }
}

function splitIntoMessages(statements: readonly WriteStatement[]): WriteStatement[][] {
  const messages: WriteStatement[][] = [];
  let bytes = Infinity;
  for (const statement of statements) {
    const size = statement.parameters.reduce<number>((sum, value) => sum + sizeOf(value), 0);
    const last = messages.at(-1);
    if (
      last === undefined ||
      last.length >= MAX_STATEMENTS_PER_MESSAGE ||
      bytes + size > MAX_BYTES_PER_MESSAGE
    ) {
      messages.push([statement]);
      bytes = size;
    } else {
      last.push(statement);
      bytes += size;
    }
  }
  return messages;
}

function sizeOf(value: SqlValue): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;
}
