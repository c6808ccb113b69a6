import { Pool, types as pgTypes, type PoolClient } from 'pg';
import { SECOND_MS, systemClock, type Clock } from '../../lib/clock.js';
import {
  DatabaseError,
  type Database,
  type Row,
  type SqlValue,
  type Statement,
  type WriteStatement,
} from '../../replica/database.js';
import { checkStatement } from '../checkedStatements.js';
import { takeOptions, withTls } from './connection.js';
import { toDatabaseError } from './failures.js';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** The company's: lowercase letters, digits, and underscores. Made where it is missing. */
  readonly schema: string;
  /** Limits the wait for answers; if omitted, that of this machine. */
  readonly clock?: Clock;
}

const MAX_CONNECTIONS = 4;
const CONNECT_MS = 5 * SECOND_MS;
/** A statement that takes longer has met something that no retry helps against. */
const STATEMENT_MS = 60 * SECOND_MS;
/** After this, no answer comes: the server is frozen, or its machine or the network was lost without a word. */
const ANSWER_MS = STATEMENT_MS + 5 * SECOND_MS;
/** A gateway that was stopped in a transaction would keep all others from writing. */
const IDLE_IN_TRANSACTION_MS = 10 * SECOND_MS;

/** Types of PostgreSQL that come as text: integers of 64 bits, and sums of these. */
const INT8 = 20;
const NUMERIC = 1700;

/**
 * Opens a company's schema in a PostgreSQL that several gateways share.
 *
 * @throws DatabaseError `unavailable`, `unsupported`
 */
export async function openPostgres({
  url,
  schema,
  clock = systemClock,
}: PostgresOptions): Promise<Database> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new DatabaseError('statement', 'The name of a schema has other characters than a-z0-9_.');
  }
  const { url: connectionString, options } = takeOptions(withTls(url));
  const pool = new Pool({
    connectionString,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    options: [
      // PostgreSQL takes the last one of each: ours, for without its schema a company would share the tables of another.
      ...options,
      ...[
        `search_path=${schema}`,
        `statement_timeout=${STATEMENT_MS}`,
        `idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`,
        // Words of a call are kept apart from its row: a scan of all rows looks cheap to the planner, and reads all words.
        'enable_seqscan=off',
        // Workers would read far beyond the end of a page while one of them waits for its turn.
        'max_parallel_workers_per_gather=0',
      ].map((setting) => `-c ${setting}`),
    ].join(' '),
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === INT8 || id === NUMERIC
          ? Number
          : (pgTypes.getTypeParser(id, format) as (value: string) => unknown),
    },
  });
  // The pool takes a broken connection out by itself; the next statement opens another one.
  pool.on('error', () => undefined);
  const database = new PostgresDatabase(pool, clock);
  try {
    await checkEncoding(database);
    await makeSchema(database, schema);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

class PostgresDatabase implements Database {
  readonly dialect = 'postgres';
  private closing: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  async all(statement: Statement): Promise<readonly Row[]> {
    checkStatement(statement);
    return this.withClient(statement.sql, (client) =>
      this.inTime(run(client, statement)).then(({ rows }) => rows),
    );
  }

  async write(
    statements: readonly WriteStatement[],
  ): Promise<readonly { readonly changes: number }[]> {
    statements.forEach(checkStatement);
    if (statements.length === 0) return [];
    return this.withClient('begin', async (client) => {
      await this.inTime(client.query('begin'));
      const results: { changes: number }[] = [];
      for (const statement of statements) {
        const { changes } = await this.inTime(run(client, statement));
        if (statement.changes !== undefined && changes !== statement.changes) {
          throw new DatabaseError('conflict', `Another writer was faster: ${statement.sql}`);
        }
        results.push({ changes });
      }
      await this.inTime(client.query('commit'));
      return results;
    });
  }

  async define(sql: readonly string[]): Promise<void> {
    await this.withClient('set', async (client) => {
      // To clean up a large table takes longer than any query may.
      await client.query('set statement_timeout = 0');
      for (const each of sql) await run(client, { sql: each, parameters: [] });
      await client.query(`set statement_timeout = ${STATEMENT_MS}`);
    });
  }

  close(): Promise<void> {
    return (this.closing ??= this.pool.end());
  }

  /** Rejects when the server does not answer although it would have ended the statement by now. */
  private async inTime<Result>(answer: Promise<Result>): Promise<Result> {
    let cancel: () => void = () => undefined;
    const late = new Promise<never>((_resolve, reject) => {
      cancel = this.clock.after(ANSWER_MS, () => {
        reject(new DatabaseError('unavailable', 'PostgreSQL does not answer.'));
      });
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      cancel();
    }
  }

  /** A connection on which something failed is not used again: its transaction may be open. */
  private async withClient<Result>(
    sql: string,
    task: (client: PoolClient) => Promise<Result>,
  ): Promise<Result> {
    if (this.closing !== undefined)
      throw new DatabaseError('unavailable', 'The database is closed.');
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      throw toDatabaseError(error, sql);
    }
    // A connection that breaks while it waits says so here, and the statement fails as well.
    client.on('error', ignore);
    try {
      const result = await task(client);
      client.off('error', ignore);
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw toDatabaseError(error, sql);
    }
  }
}

const ignore = (): void => undefined;

async function run(
  client: PoolClient,
  { sql, parameters }: Statement,
): Promise<{ readonly rows: readonly Row[]; readonly changes: number }> {
  try {
    const { rows, rowCount } = await client.query<Record<string, Exclude<SqlValue, bigint>>>(
      sql,
      parameters as SqlValue[],
    );
    return { rows, changes: rowCount ?? 0 };
  } catch (error) {
    throw toDatabaseError(error, sql);
  }
}

async function checkEncoding(database: Database): Promise<void> {
  const [row] = await database.all({
    sql: `select current_setting('server_encoding') as encoding`,
    parameters: [],
  });
  if (row?.['encoding'] !== 'UTF8') {
    throw new DatabaseError(
      'unsupported',
      'The encoding of the database must be UTF8. Create it with ENCODING UTF8 and TEMPLATE template0.',
    );
  }
}

async function makeSchema(database: Database, schema: string): Promise<void> {
  const exists = await database.all({
    sql: 'select 1 as found from pg_namespace where nspname = $1',
    parameters: [schema],
  });
  // An operator may have made it for a role that makes none.
  if (exists.length > 0) return;
  try {
    await database.define([`create schema if not exists ${schema}`]);
  } catch (error) {
    // Another gateway has just made it.
    if (!(error instanceof DatabaseError && error.kind === 'conflict')) throw error;
  }
}
