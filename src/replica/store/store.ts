import { sql, type Compilable } from 'kysely';
import type { Clock } from '../../lib/clock.js';
import { DatabaseError, type Database, type WriteStatement } from '../database.js';
import type { CallPart } from '../parts.js';
import type { Lease, Seq } from '../replica.js';
import { keyIdOf } from './codec.js';
import { sqlFor, type Sql } from '../sql/sql.js';

/** What is kept, and for how long. */
export interface ReplicaSettings {
  readonly holds: ReadonlySet<CallPart>;
  /** Names of the fields of CRM records whose values are kept. */
  readonly crmFields: ReadonlySet<string>;
  /** Calls that started earlier are not kept; null: all are. */
  readonly keepDays: number | null;
  /** Derived from the key of the replica; for hashes of what is kept. */
  readonly hashKey: Uint8Array;
}

/** What a change writes. */
export interface Change {
  readonly statements: readonly WriteStatement[];
  /** How many numbers it uses, from the one after that which it was given. */
  readonly numbers: number;
}

/** Other gateways write, too; each time, one of them succeeds. */
const MAX_ATTEMPTS = 20;

/** The database with what all that write to it have in common: changes have numbers, and one is made at a time. */
export class Store {
  readonly sql: Sql;
  /** Stands for the key of the hashes. */
  readonly keyId: string;

  constructor(
    readonly database: Database,
    readonly settings: ReplicaSettings,
    readonly clock: Clock,
    /** What writes need; null: nothing. */
    private readonly lease: Lease | null = null,
    private readonly turns: { changing: Promise<unknown> } = { changing: Promise.resolve() },
  ) {
    this.sql = sqlFor(database.dialect);
    this.keyId = keyIdOf(settings.hashKey);
  }

  /** The same store, whose changes are refused with `conflict` once another gateway holds the lease. */
  under(lease: Lease): Store {
    return new Store(this.database, this.settings, this.clock, lease, this.turns);
  }

  /** Fails the transaction with `conflict`, when another gateway has got the lease. */
  guard({ token }: Lease): WriteStatement {
    return {
      ...this.sql.raw(sql`update lease set token = token where token = ${token}`),
      changes: 1,
    };
  }

  query<Result>(query: Compilable<Result>): Promise<readonly Result[]> {
    return this.database.all(this.sql.statement(query)) as Promise<unknown> as Promise<
      readonly Result[]
    >;
  }

  /**
   * Makes one change. What it reads is still so when it is written: else it is planned again.
   *
   * @param plan is given the number of the last change.
   */
  change(plan: (last: Seq) => Promise<Change>): Promise<void> {
    const made = this.turns.changing.then(() => this.attempt(plan));
    this.turns.changing = made.catch(() => undefined);
    return made;
  }

  private async attempt(plan: (last: Seq) => Promise<Change>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const last = await this.lastNumber();
      const { statements, numbers } = await plan(last);
      if (statements.length === 0) return;
      try {
        await this.database.write([
          ...(this.lease === null ? [] : [this.guard(this.lease)]),
          ...(numbers === 0 ? [] : [this.takeNumbers(last, numbers)]),
          ...statements,
        ]);
        return;
      } catch (error) {
        const isConflict = error instanceof DatabaseError && error.kind === 'conflict';
        if (!isConflict || attempt === MAX_ATTEMPTS || !(await this.mayWrite())) throw error;
      }
    }
  }

  /** Whether the lease that changes need is still valid, and no gateway with another key has started the copy again. */
  private async mayWrite(): Promise<boolean> {
    const { tables } = this.sql;
    const [head] = await this.query(tables.selectFrom('head').select('key_id'));
    if (head?.key_id !== this.keyId) return false;
    if (this.lease === null) return true;
    const [lease] = await this.query(tables.selectFrom('lease').select('token'));
    return lease?.token === this.lease.token;
  }

  private async lastNumber(): Promise<Seq> {
    const [head] = await this.query(this.sql.tables.selectFrom('head').select('seq'));
    return head?.seq ?? 0;
  }

  /** Fails when another gateway has changed something in between, or has another key. */
  private takeNumbers(last: Seq, numbers: number): WriteStatement {
    const { tables } = this.sql;
    return {
      ...this.sql.statement(
        tables
          .updateTable('head')
          .set({ seq: last + numbers })
          .where('seq', '=', last)
          .where('key_id', '=', this.keyId),
      ),
      changes: 1,
    };
  }
}
