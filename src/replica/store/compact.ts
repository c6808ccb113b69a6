import { sql } from 'kysely';
import type { Store } from './store.js';

const wordTables = ['passage_words', 'call_words', 'title_words'] as const;

/** Tables with texts from Gong. */
const valueTables = [
  ...['call', 'call_part', 'call_place', 'call_party', 'call_domain', 'call_tracker', 'call_crm'],
  ...['call_review', 'record', 'record_place'],
];

/** Pages that a step merges: a few hundred milliseconds. */
const STEP_PAGES = 500;

/** Takes deleted words out of the database: an index keeps them until its parts are merged. */
export async function compact(store: Store): Promise<void> {
  const { database } = store;
  if (database.dialect === 'postgres') {
    // The server's statistics hold frequent values until they are made again.
    await database.define(
      [...wordTables, ...valueTables].map((table) => `vacuum (analyze) ${table}`),
    );
    return;
  }
  for (const table of wordTables) await mergeAll(store, table);
  await database.define(['pragma wal_checkpoint(truncate)']);
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
