import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
  type CompiledQuery,
  type Dialect,
  type Expression,
  type RawBuilder,
} from 'kysely';
import type { Database, SqlValue, Statement, WriteStatement } from '../database.js';
import type { Tables } from './tables.js';

/** Writes statements in the language of one database. It runs none of them. */
export interface Sql {
  readonly dialect: Database['dialect'];
  /** Only builds queries. */
  readonly tables: Kysely<Tables>;
  /** @param query of kysely's, complete. */
  statement(query: Compilable): Statement;
  /** A statement of one's own: sql`…`. */
  raw(query: RawBuilder<unknown>): Statement;
  /** Whether the column is one of the values, however many there are. */
  isAnyOf(
    column: Expression<unknown>,
    values: readonly string[] | readonly number[],
  ): RawBuilder<boolean>;
  /** Rows as a table to read from; all have the members that the first one has. */
  rows(table: keyof Tables, rows: readonly object[]): RawBuilder<unknown>;
  /**
   * Inserts rows, however many there are.
   *
   * @param replacing what identifies a row: the members of one that is there already are replaced, but for the kept ones.
   */
  insert(
    table: keyof Tables,
    rows: readonly object[],
    replacing?: { readonly by: readonly string[]; readonly keep?: readonly string[] },
  ): WriteStatement[];
}

/** A message to the database has about 100 kB then. */
const MAX_ROWS = 500;

export function sqlFor(dialect: Database['dialect']): Sql {
  const tables = new Kysely<Tables>({ dialect: dialects[dialect] });
  const isSqlite = dialect === 'sqlite';
  const raw = (query: RawBuilder<unknown>): Statement => toStatement(query.compile(tables));
  const rowsOf: Sql['rows'] = (table, rows) => {
    const json = JSON.stringify(rows, (_name, value: unknown) =>
      typeof value === 'string' ? storableText(value) : value,
    );
    if (!isSqlite) {
      return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`;
    }
    const columns = columnsOf(rows).map(
      (name) => sql`value->>${sql.lit(name)} as ${sql.ref(name)}`,
    );
    return sql`(select ${sql.join(columns)} from json_each(${json}))`;
  };
  return {
    dialect,
    tables,
    statement: (query) => toStatement(query.compile()),
    raw,
    isAnyOf: (column, values) => {
      if (values.length === 0) return sql`1 = 0`;
      const json = JSON.stringify(values);
      if (isSqlite) return sql`${column} in (select value from json_each(${json}))`;
      const type = sql.raw(typeof values[0] === 'number' ? 'bigint' : 'text');
      return sql`${column} = any(array(select jsonb_array_elements_text(${json}::jsonb)::${type}))`;
    },
    rows: rowsOf,
    insert: (table, rows, replacing) => {
      const statements: Statement[] = [];
      for (let from = 0; from < rows.length; from += MAX_ROWS) {
        const part = rows.slice(from, from + MAX_ROWS);
        const columns = columnsOf(part);
        const names = sql.join(columns.map((name) => sql.ref(name)));
        const conflict = replacing === undefined ? sql`` : onConflict(columns, replacing);
        statements.push(
          // Without a condition, SQLite reads ON CONFLICT as the condition of a join.
          raw(
            sql`insert into ${sql.table(table)} (${names}) select ${names} from ${rowsOf(table, part)} as r where true${conflict}`,
          ),
        );
      }
      return statements;
    },
  };
}

function onConflict(
  columns: readonly string[],
  { by, keep = [] }: { readonly by: readonly string[]; readonly keep?: readonly string[] },
): RawBuilder<unknown> {
  const replaced = columns
    .filter((name) => !by.includes(name) && !keep.includes(name))
    .map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  const key = sql.join(by.map((name) => sql.ref(name)));
  return sql` on conflict (${key}) do update set ${sql.join(replaced)}`;
}

/** The row with texts that every database keeps, as `insert` and `rows` write them. */
export function storableRow<Row extends object>(row: Row): Row {
  const members = Object.entries(row) as [string, unknown][];
  return Object.fromEntries(
    members.map(([name, value]) => [name, typeof value === 'string' ? storableText(value) : value]),
  ) as Row;
}

/** Without the character NUL, and without halves of surrogate pairs: no database keeps these. */
function storableText(text: string): string {
  return unstorable.test(text) ? text.replaceAll('\0', ' ').replace(surrogates, '\uFFFD') : text;
}

const unstorable = /[\0\p{Cs}]/u;
const surrogates = /\p{Cs}/gu;

function columnsOf(rows: readonly object[]): string[] {
  return Object.keys(rows[0] ?? {});
}

function toStatement({ sql: text, parameters }: CompiledQuery): Statement {
  return { sql: text, parameters: parameters as SqlValue[] };
}

const dialects: Readonly<Record<Database['dialect'], Dialect>> = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
};
