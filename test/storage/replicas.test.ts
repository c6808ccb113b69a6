import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { systemClock } from '../../src/lib/clock.js';
import { Sealer } from '../../src/lib/sealer.js';
import type { Replica } from '../../src/replica/replica.js';
import { defaultReplica, type ReplicaConfig } from '../../src/replica/replicaConfig.js';
import { openLibsql } from '../../src/storage/libsql/libsqlDatabase.js';
import { ReplicaKeyFiles } from '../../src/storage/libsql/replicaKeyFiles.js';
import { fileKeyOf } from '../../src/storage/replicaKey.js';
import { openReplicas } from '../../src/storage/replicas.js';
import { silentLogger } from '../support/gateway.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { callRecord } from '../support/replica.js';

const SECRET = 'a secret for tests, long enough to be one';
/** The first page of a file begins the list of its tables, and the second one is the first table's. */
const PAGE_BYTES = 4096;

let stateDir: string;
let server: TestPostgres;
const opened: Replica[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'replicas-'));
});
afterEach(async () => {
  await closeAll();
  await rm(stateDir, { recursive: true });
});

const closeAll = () => Promise.all(opened.splice(0).map((replica) => replica.close()));

const inFile: ReplicaConfig = { ...defaultReplica, place: 'file' };
const inPostgres = (): ReplicaConfig => ({
  ...defaultReplica,
  place: { postgresUrl: server.url },
});

const replicas = (secret: string | undefined = SECRET) =>
  openReplicas({ stateDir, secret }, systemClock, silentLogger);

const noDamage = (): never => {
  throw new Error('The replica is not damaged.');
};

async function open(key: string, settings: ReplicaConfig, secret = SECRET): Promise<Replica> {
  const replica = await replicas(secret).openReplica(key, settings, noDamage);
  if ('off' in replica) throw new Error(replica.off);
  opened.push(replica);
  return replica;
}

describe.each([
  ['a file', () => inFile],
  ['PostgreSQL', inPostgres],
])('the replicas of companies in %s', (_name, settings) => {
  it('are apart, and are found again', async () => {
    const one = await open('one', settings());
    const other = await open('other', settings());
    await one.putCalls([callRecord('1')], 1);
    expect(await other.countCalls()).toBe(0);
    await closeAll();

    expect(await (await open('one', settings())).countCalls()).toBe(1);
  });

  it('are deleted by several gateways at once', async () => {
    await (await open('five', settings())).putCalls([callRecord('1')], 1);
    await closeAll();
    await Promise.all([1, 2, 3].map(() => replicas().dropReplica('five', settings())));

    expect(await (await open('five', settings())).countCalls()).toBe(0);
  });

  it('are deleted one by one', async () => {
    for (const key of ['three', 'four']) {
      await (await open(key, settings())).putCalls([callRecord('1')], 1);
    }
    await closeAll();
    await replicas().dropReplica('three', settings());

    expect(await (await open('three', settings())).countCalls()).toBe(0);
    expect(await (await open('four', settings())).countCalls()).toBe(1);
  });
});

describe('a replica in a file', () => {
  it('is set aside and begun again, when another secret wrote it', async () => {
    const before = await open('one', inFile);
    await before.putCalls([callRecord('1')], 1);
    const { epoch } = await before.head();
    await closeAll();
    const after = await open('one', inFile, 'another secret, which is long enough, too');

    expect(await after.countCalls()).toBe(0);
    expect((await after.head()).epoch).not.toBe(epoch);
    expect(await readdir(join(stateDir, 'replica'))).toContain('one.db.unreadable');
    await closeAll();
    await replicas().dropReplica('one', inFile);
    expect(await readdir(join(stateDir, 'replica'))).toEqual([]);
  });

  it('is set aside and begun again, when it is damaged', async () => {
    await open('one', inFile);
    await closeAll();
    await writeFile(join(stateDir, 'replica', 'one.db'), 'nonsense '.repeat(1000));

    expect(await (await open('one', inFile)).countCalls()).toBe(0);
  });

  it('is set aside and begun again, when only one of its tables is damaged', async () => {
    await (await open('one', inFile)).putCalls([callRecord('1')], 1);
    await closeAll();
    const path = join(stateDir, 'replica', 'one.db');
    const content = await readFile(path);
    await writeFile(path, content.fill('nonsense ', PAGE_BYTES, 2 * PAGE_BYTES));

    expect(await (await open('one', inFile)).countCalls()).toBe(0);
    expect(await readdir(join(stateDir, 'replica'))).toContain('one.db.unreadable');
  });

  it('is set aside and begun again, when it is that of another company', async () => {
    await (await open('one', inFile)).putCalls([callRecord('1')], 1);
    await closeAll();
    const folder = join(stateDir, 'replica');
    await copyFile(join(folder, 'one.db'), join(folder, 'other.db'));
    const told: unknown[] = [];
    const logger = { ...silentLogger, warn: (...line: unknown[]) => told.push(line) };
    const replica = await openReplicas(
      { stateDir, secret: SECRET },
      systemClock,
      logger,
    ).openReplica('other', inFile, noDamage);
    if ('off' in replica) throw new Error(replica.off);
    opened.push(replica);

    expect(await replica.countCalls()).toBe(0);
    expect(await readdir(folder)).toContain('other.db.unreadable');
    expect(told).toEqual([
      [
        {
          file: join(folder, 'other.db.unreadable'),
          hint: expect.stringContaining('GATEWAY_SECRET'),
        },
        'Replica file set aside',
      ],
    ]);
    expect(await (await open('one', inFile)).countCalls()).toBe(1);
  });

  it('is left as it is, when a newer release wrote it', async () => {
    await (await open('one', inFile)).putCalls([callRecord('1')], 1);
    await closeAll();
    const file = { path: join(stateDir, 'replica', 'one.db'), clock: systemClock };
    const key = await new ReplicaKeyFiles({
      folder: join(stateDir, 'replica'),
      sealer: new Sealer(SECRET, 'replica'),
      createId: randomUUID,
    }).find('one');
    if (key === null) throw new Error('The key is missing.');
    const setVersion = async (version: string) => {
      const database = await openLibsql({ ...file, key: fileKeyOf(key) });
      await database.write([{ sql: `update version set version = ${version}`, parameters: [] }]);
      await database.close();
    };
    await setVersion('version + 90');

    await expect(open('one', inFile)).rejects.toMatchObject({
      kind: 'unsupported',
      message: expect.stringContaining('A newer release of the gateway wrote the database'),
    });
    await setVersion('version - 90');
    expect(await (await open('one', inFile)).countCalls()).toBe(1);
  });

  it('is off without a secret', async () => {
    const without = openReplicas({ stateDir, secret: undefined }, systemClock, silentLogger);

    expect(await without.openReplica('one', inFile, noDamage)).toEqual({
      off: 'GATEWAY_SECRET is not set, and without it no replica can be kept.',
    });
    expect(await readdir(stateDir)).toEqual([]);
  });
});

describe('a replica in PostgreSQL', () => {
  it('puts nothing on disk, and its schema has no name of the company', async () => {
    await open('company-name', inPostgres());
    const client = new Client(server.url);
    await client.connect();
    const { rows } = await client.query<{ nspname: string }>('select nspname from pg_namespace');
    await client.end();

    expect(await readdir(stateDir)).toEqual([]);
    expect(rows.filter(({ nspname }) => nspname.startsWith('gateway_')).length).toBeGreaterThan(0);
    expect(rows.filter(({ nspname }) => nspname.includes('company'))).toEqual([]);
  });

  it('is off where the connection can be read by others', async () => {
    const place = { postgresUrl: 'postgres://db.example.com/db?sslmode=disable' };

    expect(await replicas().openReplica('one', { ...inFile, place }, noDamage)).toEqual({
      off: expect.stringContaining('sslmode=disable'),
    });
  });
});
