import { sql, type RawBuilder } from 'kysely';
import type { Leases } from '../replica.js';
import type { Store } from './store.js';

/** The lease is a row, and its token grows with each holder. */
export function leasesOf(store: Store): Leases {
  const { sql: db, database } = store;
  return {
    acquire: async (holder, forMs) => {
      const now = nowOf(store);
      const [taken] = await database.write([
        db.raw(sql`update lease set holder = ${holder}, expires_at = ${now} + ${forMs},
          token = case when holder = ${holder} then token else token + 1 end
          where (holder = ${holder} or expires_at <= ${now})
          and exists (select 1 from head where key_id = ${store.keyId})`),
      ]);
      if (taken?.changes !== 1) return null;
      const [lease] = await store.query(
        db.tables.selectFrom('lease').select('token').where('holder', '=', holder),
      );
      return lease ?? null;
    },
    release: async ({ token }) => {
      await database.write([
        db.raw(
          sql`update lease set holder = '', expires_at = 0, token = token + 1 where token = ${token}`,
        ),
      ]);
    },
  };
}

/** Gateways that share a database have clocks of their own, so the database's counts. */
function nowOf({ database, clock }: Store): RawBuilder<number> {
  return database.dialect === 'postgres'
    ? sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql`${clock.now()}`;
}
