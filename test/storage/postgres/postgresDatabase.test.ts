import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { systemClock } from '../../../src/lib/clock.js';
import type { Database, SqlValue } from '../../../src/replica/database.js';
import { openReplica } from '../../../src/replica/openReplica.js';
import type { Replica } from '../../../src/replica/replica.js';
import { withTls } from '../../../src/storage/postgres/connection.js';
import { openPostgres } from '../../../src/storage/postgres/postgresDatabase.js';
import { FakeClock } from '../../support/clock.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { callRecord, testKey } from '../../support/replica.js';

let server: TestPostgres;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
  await server.close();
});

async function open(schema: string): Promise<Database> {
  const database = await openPostgres({ url: server.url, schema });
  opened.push(database);
  return database;
}

const all = (database: Database, sql: string, ...parameters: SqlValue[]) =>
  database.all({ sql, parameters });

describe('openPostgres()', () => {
  it('keeps companies in schemas of their own', async () => {
    const [one, other] = [await open('c_one'), await open('c_other')];
    await one.define(['create table x(a text)']);
    await one.write([{ sql: 'insert into x values ($1)', parameters: ['one'] }]);

    await expect(all(other, 'select a from x')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await all(await open('c_one'), 'select a from x')).toEqual([{ a: 'one' }]);
  });

  it('keeps them apart, too, when the URL sets options of the session', async () => {
    const url = new URL(server.url);
    url.searchParams.set('options', '-c search_path=public -c work_mem=8MB');
    const database = await openPostgres({ url: url.href, schema: 'c_options' });
    opened.push(database);

    expect(
      await all(
        database,
        `select current_schema() as schema, current_setting('work_mem') as memory,
          current_setting('idle_in_transaction_session_timeout') as idle`,
      ),
    ).toEqual([{ schema: 'c_options', memory: '8MB', idle: '10s' }]);
  });

  it.each(['Upper', 'a"b', 'a; drop schema public', '', '1a'])(
    'refuses the schema %j',
    async (schema) => {
      await expect(open(schema)).rejects.toMatchObject({ kind: 'statement' });
    },
  );

  it('refuses a database whose encoding loses text', async () => {
    const client = new Client(server.url);
    await client.connect();
    await client.query("create database ascii encoding SQL_ASCII template template0 locale 'C'");
    await client.end();
    const url = server.url.replace(/postgres$/, 'ascii');

    await expect(openPostgres({ url, schema: 'a' })).rejects.toMatchObject({
      kind: 'unsupported',
    });
  });

  it('gives up a connection that does not answer, and goes on with another one', async () => {
    const clock = new FakeClock();
    const database = await openPostgres({ url: server.url, schema: 'c_frozen', clock });
    opened.push(database);
    const [row] = await all(database, 'select pg_backend_pid() as pid');
    const pid = Number(row?.['pid']);
    process.kill(pid, 'SIGSTOP');
    let failure: unknown;
    const asked = all(database, 'select 1 as one').catch((error: unknown) => {
      failure = error;
    });
    // When the query has been sent is told in real time.
    while (failure === undefined) await clock.advance(65_000);
    await asked;

    expect(failure).toMatchObject({ kind: 'unavailable', message: 'PostgreSQL does not answer.' });
    expect(await all(database, 'select 1 as one')).toEqual([{ one: 1 }]);
    process.kill(pid, 'SIGCONT');
  });

  it('rejects while the server cannot be reached, and goes on afterwards', async () => {
    const database = await open('c_away');
    await database.define(['create table x(a bigint)']);
    await server.kill();
    await expect(all(database, 'select a from x')).rejects.toMatchObject({ kind: 'unavailable' });
    await server.restart();

    expect(await all(database, 'select a from x')).toEqual([]);
  });

  it('ends a transaction that a stopped gateway has left open', async () => {
    const database = await open('c_idle');
    const [row] = await all(database, 'show idle_in_transaction_session_timeout');

    expect(row).toEqual({ idle_in_transaction_session_timeout: '10s' });
  });
});

describe('Database.write()', () => {
  it('keeps each value as it is, and returns how many rows changed', async () => {
    const database = await open('c_values');
    await database.define(['create table x(t text, i bigint, r double precision, b bytea)']);
    const changed = await database.write([
      {
        sql: 'insert into x values ($1, $2, $3, $4)',
        parameters: ['é😀', 2 ** 52, 1.5, Buffer.from('-abc-').subarray(1, 4)],
      },
      { sql: 'update x set i = i + 1', parameters: [], changes: 1 },
    ]);
    const [row] = await all(database, 'select *, sum(i) over () as sum from x');

    expect(changed).toEqual([{ changes: 1 }, { changes: 1 }]);
    expect(row).toMatchObject({ t: 'é😀', i: 2 ** 52 + 1, r: 1.5, sum: 2 ** 52 + 1 });
    expect(Buffer.from(row?.['b'] as Uint8Array).toString()).toBe('abc');
  });

  it('runs all statements or none', async () => {
    const database = await open('c_whole');
    await database.define(['create table x(a bigint primary key)']);
    const insert = { sql: 'insert into x values (1)', parameters: [] };
    await expect(database.write([insert, insert])).rejects.toMatchObject({ kind: 'conflict' });
    await expect(
      database.write([insert, { sql: 'delete from x where a = 2', parameters: [], changes: 1 }]),
    ).rejects.toMatchObject({ kind: 'conflict' });

    expect(await all(database, 'select a from x')).toEqual([]);
  });

  it.each(['create schema c_taken', 'create table taken(a text)', 'create type kind as (a text)'])(
    'tells that another writer was faster when this exists already: %s',
    async (sql) => {
      const database = await open('c_exists');
      await database.define([sql]);

      await expect(database.define([sql])).rejects.toMatchObject({ kind: 'conflict' });
    },
  );

  it('tells what failed without the data', async () => {
    const database = await open('c_errors');
    const cast = all(database, 'select cast($1 as bigint) as a', 'canary');

    await expect(cast).rejects.toMatchObject({
      message: 'PostgreSQL failed (22P02): select cast($1 as bigint) as a',
    });
  });
});

describe('two gateways on one database', () => {
  async function gateway(schema: string): Promise<Replica> {
    const replica = await openReplica(await openPostgres({ url: server.url, schema }), {
      crmFields: ['Name'],
      keepDays: null,
      hashKey: testKey,
      clock: systemClock,
    });
    opened.push(replica);
    return replica;
  }

  // Each round meets other instants in which a schema, a table, or its type exists already: about one in three fails
  // if a gateway takes one of them for an error.
  it.each(Array.from({ length: 20 }, (_, round) => round))(
    'may open it for the first time together, round %i',
    async (round) => {
      const all = await Promise.all(Array.from({ length: 8 }, () => gateway(`c_first${round}`)));
      const heads = await Promise.all(all.map((each) => each.head()));
      await Promise.all(all.map((each) => each.close()));

      expect(new Set(heads.map(({ epoch }) => epoch)).size).toBe(1);
    },
  );

  it('number each change once, whoever writes it', async () => {
    const both = [await gateway('c_both'), await gateway('c_both')] as const;
    const { seq } = await both[0].head();
    const callsOf = (gatewayNumber: number) =>
      Array.from({ length: 40 }, (_, n) =>
        // Half of them are written by both.
        callRecord(String(n < 20 ? 1000 + n : 2000 + 100 * gatewayNumber + n)),
      );
    await Promise.all(both.map((each, index) => each.putCalls(callsOf(index), 1)));
    const changes = await both[0].callChanges({ after: seq, first: 1000, parts: null });

    expect(changes.map((change) => change.seq - seq)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    expect(new Set(changes.map(({ id }) => id)).size).toBe(60);
    expect(await both[1].countCalls()).toBe(60);
  });

  it('sync one after the other, never at once', async () => {
    const [one, other] = [await gateway('c_lease'), await gateway('c_lease')];
    const first = await one.leases.acquire('one', 100);
    if (first === null) throw new Error('Nobody has the lease.');
    let second = null;
    // The database's clock says when the lease is over.
    while (second === null) second = await other.leases.acquire('other', 60_000);

    expect(second.token).toBeGreaterThan(first.token);
    await expect(one.sync.put('x', 1, first)).rejects.toMatchObject({ kind: 'conflict' });
    await other.sync.put('x', 2, second);
    expect(await one.sync.get('x')).toBe(2);
  });
});

describe('the URL of PostgreSQL', () => {
  it.each([
    'postgres://u:p@localhost/db',
    'postgres://127.0.0.1:5432/db',
    'postgresql://[::1]/db',
    'postgres:///db?host=/var/run/postgresql',
  ])('may do without TLS on this machine: %s', (url) => {
    expect(withTls(url)).toBe(url);
  });

  it.each([
    ['postgres://u:p@db.example.com/db', 'postgres://u:p@db.example.com/db?sslmode=verify-full'],
    [
      'postgres://db.example.com/db?sslmode=require&sslrootcert=/ca.pem',
      'postgres://db.example.com/db?sslmode=verify-full&sslrootcert=%2Fca.pem',
    ],
  ])('has the certificate of another machine checked: %s', (url, expected) => {
    expect(withTls(url)).toBe(expected);
  });

  it.each([
    'postgres://db.example.com/db?sslmode=disable',
    'postgres://db.example.com/db?sslmode=no-verify',
    'postgres://localhost/db?host=db.example.com&sslmode=prefer',
    'mysql://localhost/db',
    'nonsense',
  ])('is refused without TLS: %s', (url) => {
    expect(() => withTls(url)).toThrow(expect.objectContaining({ kind: 'unsupported' }));
  });
});
