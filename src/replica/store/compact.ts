import { sql } from 'kysely';
import type { Store } from './store.js';

const wordTables = ['passage_words', 'call_words', 'title_words'] as const;

/** Tables with texts from Gong. */
const valueTables = [
  ...['call', 'call_part', 'call_place', 'call_party', 'call_domain', 'call_tracker', 'call_crm'],
  ...['call_former', 'call_review', 'record', 'record_place', 'record_former'],
];

/** Pages that a step merges: a few hundred milliseconds. */
const STEP_PAGES = 500;

/** Takes deleted words out of the database: an index keeps them until its parts are merged. */
export async function compact(store: Store): Promise<void> {
  const { database } = store;
  if (database.dialect === 'postgres') {
    const tables = [...wordTables, ...valueTables];
    // The server's statistics hold frequent values until they are made again.
    await database.define(tables.map((table) => `vacuum (analyze) ${table}`));
    for (const table of tables) await forgetStatistics(store, table);
    return;
  }
  for (const table of wordTables) await mergeAll(store, table);
  await database.define(['pragma wal_checkpoint(truncate)']);
}

/**
 * Removes the server's statistics of a table that is empty: to analyze it would leave them as they are. They go when a
 * column is given a type, which may be the one that it has.
 */
async function forgetStatistics({ database }: Store, table: string): Promise<void> {
  const columns = await database.all({
    sql: `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attcollation > 0 as is_text
      from pg_stats as s join pg_attribute as a on a.attname = s.attname and a.attrelid = '${table}'::regclass
      where s.schemaname = current_schema() and s.tablename = '${table}' and not exists (select 1 from ${table})`,
    parameters: [],
  });
  if (columns.length === 0) return;
  const changes = columns.map(
    ({ name, type, is_text }) =>
      `alter column "${String(name)}" type ${String(type)}${is_text ? ' collate "C"' : ''}`,
  );
  await database.define([`alter table ${table} ${changes.join(', ')}`]);
}

/** Merges an index of FTS5 step by step, so that other writes get between, until nothing is left to merge. */
async function mergeAll(store: Store, table: (typeof wordTables)[number]): Promise<void> {
  // A negative number begins to merge all parts into one.
  for (let pages = -STEP_PAGES; ; pages = STEP_PAGES) {
    const before = await structureOf(store, table);
    const name = sql.table(table);
    await store.database.write([
      store.sql.raw(sql`insert into ${name}(${name}, rank) values ('merge', ${pages})`),
    ]);
    if (pages > 0 && (await structureOf(store, table)) === before) return;
  }
}

/** The record in which FTS5 lists the parts of an index. */
async function structureOf({ database, sql: db }: Store, table: string): Promise<string> {
  const [row] = await database.all(
    db.raw(sql`select hex(block) as block from ${sql.table(`${table}_data`)} where id = 10`),
  );
  return String(row?.['block'] ?? '');
}
