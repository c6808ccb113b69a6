import { sql } from 'kysely';
import type { WriteStatement } from '../database.js';
import type { Seq } from '../replica.js';
import { goneCall } from './callRows.js';
import { deleteDerived } from './derivedRows.js';
import { barredName } from './putParts.js';
import type { Change, Store } from './store.js';
import { storedCalls, type StoredCall } from './storedCalls.js';
import { deleteTranscript } from './words.js';

const CALLS_PER_CHANGE = 100;

/** Removes the content of calls, and leaves that they are gone. */
export async function removeCalls(store: Store, ids: readonly string[]): Promise<void> {
  const distinct = [...new Set(ids)];
  for (let from = 0; from < distinct.length; from += CALLS_PER_CHANGE) {
    const part = distinct.slice(from, from + CALLS_PER_CHANGE);
    await store.change(async (last) => {
      const calls = await storedCalls(store, part);
      return removal(store, [...calls.values()], last);
    });
  }
}

/** The same, and does not store the calls again before then. */
export async function eraseCalls(
  store: Store,
  ids: readonly string[],
  barredUntil: number,
): Promise<void> {
  const { sql: db, clock } = store;
  const bars = [...new Set(ids)].map((id) => ({
    id_hash: barredName(store, id),
    until: barredUntil,
  }));
  // First: whatever is being read must not come back.
  await store.change(() =>
    Promise.resolve({
      statements: [
        db.statement(db.tables.deleteFrom('barred').where('until', '<=', clock.now())),
        ...db.insert('barred', bars, { by: ['id_hash'] }),
      ],
      // A number that no change has: another writer plans again what it has read before.
      numbers: 1,
    }),
  );
  await removeCalls(store, ids);
}

/** @returns how many calls were removed. */
export async function removeCallsBefore(store: Store, startMs: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const calls = await store.query(
      store.sql.tables
        .selectFrom('call')
        .select('id')
        .where('is_gone', '=', 0)
        .where('start_s', '<', Math.ceil(startMs / 1000))
        .orderBy('key')
        .limit(CALLS_PER_CHANGE),
    );
    if (calls.length === 0) return removed;
    await removeCalls(
      store,
      calls.map(({ id }) => id),
    );
    removed += calls.length;
  }
}

function removal(store: Store, calls: readonly StoredCall[], last: Seq): Change {
  const { sql: db, clock } = store;
  const kept = calls.filter(({ isGone }) => !isGone);
  const keys = kept.map(({ key }) => key);
  if (keys.length === 0) return { statements: [], numbers: 0 };
  const rows = kept.map(({ id, key, startS, firstSeq, seenBy }, index) => ({
    key,
    ...goneCall(id, startS),
    ...seenBy,
    is_gone: 1,
    first_seq: firstSeq,
    changed_seq: last + index + 1,
    changed_at: clock.now(),
  }));
  const statements: WriteStatement[] = [
    ...db.insert('call', rows, { by: ['key'] }),
    db.raw(sql`delete from call_part where ${db.isAnyOf(sql.ref('key'), keys)}`),
    db.raw(sql`delete from call_place where ${db.isAnyOf(sql.ref('key'), keys)}`),
    ...deleteDerived(db, keys),
    ...keys.flatMap((key) => deleteTranscript(db, key)),
  ];
  return { statements, numbers: kept.length };
}
