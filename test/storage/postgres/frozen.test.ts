import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startSlowCopy, SYNCS, type SlowCopy } from './slowCopy.js';

/** A gateway that does not renew its lease loses it after so long; another one asks for it every 5 seconds. */
const LEASE_MS = 20_000;

let company: SlowCopy;
let database: Client;
beforeAll(async () => {
  company = await startSlowCopy();
  database = new Client(company.postgres.url);
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await company.close();
});

/** Notes which gateway changes a row of the replica. */
async function noteWriters(): Promise<void> {
  const { rows } = await database.query<{ place: string }>(
    `select format('%I.%I', schemaname, tablename) as place from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and schemaname <> 'public'`,
  );
  await database.query(`
    create table public.written(n bigserial, gateway text, place text);
    create function public.note() returns trigger language plpgsql security definer as $$
    begin
      insert into public.written(gateway, place)
        values (current_setting('application_name'), tg_table_name);
      return null;
    end $$;
  `);
  // One after the other: to lock several tables at once would end in a deadlock with the gateway.
  for (const { place } of rows) {
    await database.query(`create trigger noted after insert or update or delete on ${place}
      for each row execute function public.note()`);
  }
}

async function writtenBy(gateway: string, after = 0): Promise<readonly string[]> {
  const { rows } = await database.query<{ place: string }>(
    'select distinct place from public.written where gateway = $1 and n > $2 order by place',
    [gateway, after],
  );
  return rows.map(({ place }) => place);
}

/** Waits until the gateway has written into each of the tables. */
async function untilWritten(gateway: string, after: number, ...places: string[]): Promise<void> {
  for (;;) {
    const written = await writtenBy(gateway, after);
    if (places.every((place) => written.includes(place))) return;
    await database.query('select pg_sleep(0.1)');
  }
}

/** How long the lease lasts unless it is renewed, by the clock of the database, in milliseconds. */
async function leaseLeft(): Promise<number> {
  const { rows } = await database.query<{ place: string }>(
    `select format('%I.%I', schemaname, tablename) as place from pg_tables
     where tablename = 'lease'`,
  );
  const { rows: left } = await database.query<{ ms: string }>(
    `select expires_at - extract(epoch from clock_timestamp()) * 1000 as ms
     from ${rows[0]?.place ?? ''}`,
  );
  return Number(left[0]?.ms);
}

async function timeOfDatabase(): Promise<string> {
  const { rows } = await database.query<{ now: string }>('select clock_timestamp()::text as now');
  return rows[0]?.now ?? '';
}

/** Waits until the gateway reads, as one that does not sync, what the one that does has stored. */
async function untilReader(gateway: string, time: string): Promise<void> {
  for (;;) {
    const { rows } = await database.query(
      `select 1 from pg_stat_activity
       where application_name = $1 and query_start > $2::timestamptz
         and query ilike 'select%sync_state%'`,
      [gateway, time],
    );
    if (rows.length > 0) return;
    await database.query('select pg_sleep(0.1)');
  }
}

async function lastWrite(): Promise<number> {
  const { rows } = await database.query<{ n: string }>(
    'select coalesce(max(n), 0) as n from public.written',
  );
  return Number(rows[0]?.n);
}

it('goes on by another gateway while the one that syncs is frozen, which then writes nothing', async () => {
  const first = await company.startGateway('first');
  await first.printed(SYNCS);
  await noteWriters();
  await untilWritten('first', 0, 'sync_state');
  const second = await company.startGateway('second');

  await first.kill('SIGSTOP');
  const leftMs = await leaseLeft();
  await second.printed(SYNCS);
  const takenOver = await lastWrite();
  await untilWritten('second', takenOver, 'sync_state');
  const resumedAt = await timeOfDatabase();
  await first.kill('SIGCONT');
  await untilReader('first', resumedAt);
  // Whatever it still wanted to write of its pass, it has tried.
  await untilWritten('second', await lastWrite(), 'sync_state');

  expect(leftMs).toBeLessThanOrEqual(LEASE_MS);
  expect(await writtenBy('first', takenOver)).toEqual([]);
  await Promise.all([first.stop(), second.stop()]);
}, 240_000);
