import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Database, Row } from '../../../src/replica/database.js';
import type { Replica } from '../../../src/replica/replica.js';
import { FakeClock } from '../../support/clock.js';
import { emptyDatabase, startDatabases, type TestDatabases } from '../../support/databases.js';
import { openTestReplica } from '../../support/replica.js';

/** What the tests of a suite share. */
export interface StoreScene {
  readonly clock: FakeClock;
  readonly database: Database;
  readonly replica: Replica;
  /** Rows of a statement that only reads. */
  readonly all: (sql: string) => Promise<readonly Row[]>;
  /** Numbers of the last changes of calls, by ID, from the first one on. */
  readonly changes: () => Promise<Readonly<Record<string, number>>>;
}

/** Opens a replica for the suite around it. It is empty before each test, and its first change has the number 1. */
export function storeScene(dialect: Database['dialect']): StoreScene {
  const clock = new FakeClock();
  let databases: TestDatabases;
  let database: Database;
  let replica: Replica;

  beforeAll(async () => {
    databases = await startDatabases(dialect);
    ({ database, replica } = await openTestReplica(databases, { clock }));
  });
  beforeEach(() => emptyDatabase(database));
  afterAll(async () => {
    await replica.close();
    await databases.close();
  });

  const all = (sql: string) => database.all({ sql, parameters: [] });
  return {
    clock,
    get database() {
      return database;
    },
    get replica() {
      return replica;
    },
    all,
    changes: async () => {
      const rows = await all('select id, changed_seq from call order by id');
      return Object.fromEntries(
        rows.map(({ id, changed_seq }) => [String(id), Number(changed_seq) - 1_000_000]),
      );
    },
  };
}
