/** What a statement may be given. Booleans, dates, and undefined are not among them: stores disagree about these. */
export type SqlValue = string | number | bigint | Uint8Array | null;

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export interface WriteStatement extends Statement {
  /**
   * How many rows it must change. If it changes another number, the transaction fails with `conflict`: a row was not as
   * it had been read, because another writer was faster.
   */
  readonly changes?: number | undefined;
}

/** Integers come as numbers: every number that the replica keeps is a safe integer or a fraction. */
export type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/**
 * Where the replica of one company is kept. The engine may run in another process, or on another machine. Everything
 * rejects with `DatabaseError` when the engine fails.
 */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** Rows of a statement that only reads. Sees what every write before it has written. */
  all(statement: Statement): Promise<readonly Row[]>;
  /** Runs the statements in one transaction: all of them, or none. */
  write(statements: readonly WriteStatement[]): Promise<readonly { readonly changes: number }[]>;
  /** Runs statements that define the schema, one after the other, in no transaction. */
  define(sql: readonly string[]): Promise<void>;
  /** Ends what is running, writes out what is pending, and releases the file. */
  close(): Promise<void>;
}

/** Why the database did not do what it was asked for. The message holds no data. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    /**
     * `unavailable`: it can't be reached, or is full; later it may work. `conflict`: a key or name is taken, or a row
     * is not as it was read: another writer was faster. `corrupt`: the file is damaged, or not a database of this key.
     * `locked`: another process has it open. `unsupported`: this machine can't run the engine, or a newer release of
     * the gateway wrote the database. `statement`: a mistake in the gateway.
     */
    readonly kind: 'unavailable' | 'conflict' | 'corrupt' | 'locked' | 'unsupported' | 'statement',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
