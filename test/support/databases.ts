import type { Database } from '../../src/replica/database.js';
import { systemClock } from '../../src/lib/clock.js';
import { openLibsql } from '../../src/storage/libsql/libsqlDatabase.js';
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.js';
import { replicaFolder, testKey } from './replica.js';
import { startPostgres } from './postgres.js';

/** Where replicas are kept, for tests that run the same on every kind of database. */
export interface TestDatabases {
  /** Opens the one with the name, made where it is missing: letters only. */
  open(name?: string): Promise<Database>;
  close(): Promise<void>;
}

export const dialects = ['sqlite', 'postgres'] as const;

export async function startDatabases(dialect: Database['dialect']): Promise<TestDatabases> {
  if (dialect === 'postgres') {
    const server = await startPostgres();
    return {
      open: (name = 'company') => openPostgres({ url: server.url, schema: name }),
      close: () => server.close(),
    };
  }
  const folder = await replicaFolder();
  return {
    open: (name = 'company') =>
      openLibsql({
        path: folder.path.replace('company', name),
        key: testKey,
        clock: systemClock,
        lockWaitMs: 0,
      }),
    close: () => folder.remove(),
  };
}

const tables = [
  ...['call', 'call_part', 'call_place', 'call_party', 'call_domain', 'call_tracker', 'call_crm'],
  ...['call_former', 'call_review', 'record', 'record_place', 'record_former', 'slice', 'barred'],
];
const wordTables = ['passage_words', 'call_words', 'title_words'];

/** Takes all records out, and counts changes from 1,000,000 again. */
export async function emptyDatabase(database: Database): Promise<void> {
  const isSqlite = database.dialect === 'sqlite';
  await database.write(
    [
      ...tables.map((table) => `delete from ${table}`),
      ...wordTables.map((table) =>
        // An index that keeps no text lists its row numbers only there.
        isSqlite
          ? `delete from ${table} where rowid in (select id from ${table}_docsize)`
          : `delete from ${table}`,
      ),
      'update head set seq = 1000000',
    ].map((sql) => ({ sql, parameters: [] })),
  );
}
