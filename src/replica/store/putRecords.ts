import { sql } from 'kysely';
import type { ReplicaRecordKind } from '../parts.js';
import type { Seq } from '../replica.js';
import { packPart } from './putParts.js';
import type { Change, Store } from './store.js';
import type { WriteStatement } from '../database.js';

interface PackedRecord {
  readonly id: string;
  readonly hash: string;
  readonly body: Uint8Array | null;
}

const RECORDS_PER_CHANGE = 200;

/** Stores records of a kind; if they are all of it, the kept ones that are not among them are gone. */
export async function putRecords(
  store: Store,
  kind: ReplicaRecordKind,
  records: ReadonlyMap<string, object>,
  readAt: number,
  isComplete: boolean,
): Promise<void> {
  const all = [...records];
  for (let from = 0; from < all.length; from += RECORDS_PER_CHANGE) {
    const packed: PackedRecord[] = [];
    for (const [id, record] of all.slice(from, from + RECORDS_PER_CHANGE)) {
      packed.push({ id, ...(await packPart(store, kind, record)) });
    }
    await store.change((last) => planRecords(store, kind, packed, readAt, last));
  }
  if (isComplete) await store.change((last) => planGone(store, kind, records, readAt, last));
}

async function planRecords(
  store: Store,
  kind: ReplicaRecordKind,
  records: readonly PackedRecord[],
  readAt: number,
  last: Seq,
): Promise<Change> {
  const { sql: db, clock } = store;
  const rows = await store.query(
    db.tables
      .selectFrom('record')
      .select(['id', 'hash', 'read_at', 'is_gone', 'first_seq'])
      .where('kind', '=', kind)
      .where(
        db.isAnyOf(
          sql.ref('id'),
          records.map(({ id }) => id),
        ),
      ),
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const statements: WriteStatement[] = [];
  let numbers = 0;
  for (const { id, hash, body } of records) {
    const before = stored.get(id);
    if (before !== undefined && before.read_at > readAt) continue;
    if (before?.hash === hash && before.is_gone === 0) {
      statements.push(
        db.statement(
          db.tables
            .updateTable('record')
            .set({ read_at: readAt })
            .where('kind', '=', kind)
            .where('id', '=', id)
            .where('hash', '=', hash),
        ),
      );
      continue;
    }
    numbers += 1;
    const seq = last + numbers;
    const values = {
      hash,
      body,
      read_at: readAt,
      is_gone: 0,
      changed_seq: seq,
      changed_at: clock.now(),
    } as const;
    statements.push(
      db.statement(
        db.tables
          .insertInto('record')
          .values({ kind, id, first_seq: seq, ...values })
          .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(values)),
      ),
    );
  }
  return { statements, numbers };
}

/** What was read before and isn't among all that there are. */
async function planGone(
  store: Store,
  kind: ReplicaRecordKind,
  records: ReadonlyMap<string, object>,
  readAt: number,
  last: Seq,
): Promise<Change> {
  const { sql: db, clock } = store;
  const rows = await store.query(
    db.tables
      .selectFrom('record')
      .select(['id'])
      .where('kind', '=', kind)
      .where('is_gone', '=', 0)
      .where('read_at', '<', readAt),
  );
  const gone = rows.filter(({ id }) => !records.has(id));
  return {
    statements: gone.map(({ id }, index) =>
      db.statement(
        db.tables
          .updateTable('record')
          .set({
            hash: '',
            body: null,
            read_at: readAt,
            is_gone: 1,
            changed_seq: last + index + 1,
            changed_at: clock.now(),
          })
          .where('kind', '=', kind)
          .where('id', '=', id),
      ),
    ),
    numbers: gone.length,
  };
}
