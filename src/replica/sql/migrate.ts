import { DatabaseError, type Database } from '../database.js';
import { migrations } from './schema.js';

/**
 * Makes the tables of this release, from whatever an earlier one has left.
 *
 * @throws DatabaseError `unsupported`, when a newer release has written them.
 */
export async function migrate(database: Database): Promise<void> {
  const all = migrations(database.dialect);
  const key = database.dialect === 'sqlite' ? 'integer' : 'bigint';
  await unlessDone(
    database.define([
      `create table if not exists version(id ${key} primary key, version ${key} not null)`,
    ]),
  );
  await database.write([
    {
      sql: 'insert into version(id, version) values (1, 0) on conflict (id) do nothing',
      parameters: [],
    },
  ]);
  for (;;) {
    const version = await readVersion(database);
    if (version > all.length) {
      throw new DatabaseError(
        'unsupported',
        `A newer release of the gateway wrote the database: it has version ${version}, and this release knows ${all.length}.`,
      );
    }
    const next = all[version];
    if (next === undefined) return;
    await makeVersion(database, version, next);
  }
}

async function makeVersion(
  database: Database,
  version: number,
  statements: readonly string[],
): Promise<void> {
  await unlessDone(
    database.write([
      {
        sql: `update version set version = ${version + 1} where version = ${version}`,
        parameters: [],
        changes: 1,
      },
      ...statements.map((sql) => ({ sql, parameters: [] })),
    ]),
  );
}

/** Another gateway may do the same at the same time, and be faster. */
async function unlessDone(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof DatabaseError && error.kind === 'conflict')) throw error;
  }
}

async function readVersion(database: Database): Promise<number> {
  const [row] = await database.all({ sql: 'select version from version', parameters: [] });
  return Number(row?.['version'] ?? 0);
}
