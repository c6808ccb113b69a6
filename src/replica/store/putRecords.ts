import { sql } from 'kysely';
import { workspaceOf, type ReplicaRecordKind } from '../parts.js';
import type { Seq } from '../replica.js';
import { hashContent, pack, type HashedContent } from './codec.js';
import type { RecordPlaceTable } from '../sql/tables.js';
import type { Change, Store } from './store.js';
import type { WriteStatement } from '../database.js';

interface HashedRecord extends HashedContent {
  readonly id: string;
  readonly workspaceId: string | null;
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
    const hashed = all.slice(from, from + RECORDS_PER_CHANGE).map(([id, record]) => ({
      id,
      workspaceId: workspaceOf(kind, record),
      ...hashContent(store.settings.hashKey, kind, record),
    }));
    await store.change((last) => planRecords(store, kind, hashed, readAt, last));
  }
  if (isComplete) await store.change((last) => planGone(store, kind, records, readAt, last));
}

async function planRecords(
  store: Store,
  kind: ReplicaRecordKind,
  records: readonly HashedRecord[],
  readAt: number,
  last: Seq,
): Promise<Change> {
  const { sql: db, clock } = store;
  const stored = await storedRecords(store, kind, records);
  const statements: WriteStatement[] = [];
  const places: RecordPlaceTable[] = [];
  let numbers = 0;
  for (const record of records) {
    const { id, hash } = record;
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
    if (before !== undefined) places.push({ kind, id, seq: before.changed_seq });
    const isMoved = before !== undefined && before.workspace_id !== record.workspaceId;
    const values = {
      hash,
      body: await pack(record),
      read_at: readAt,
      workspace_id: record.workspaceId,
      // Viewers of the workspace that it was in must learn that it is gone from there.
      ...(isMoved ? { old_workspace_id: before.workspace_id, old_seq: seq } : {}),
      is_gone: 0,
      changed_seq: seq,
      changed_at: clock.now(),
    } as const;
    if (isMoved) statements.push(keepFormer(store, kind, id));
    statements.push(
      db.statement(
        db.tables
          .insertInto('record')
          .values({ kind, id, first_seq: seq, ...values })
          .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(values)),
      ),
    );
  }
  return { statements: [...statements, ...db.insert('record_place', places)], numbers };
}

/** Keeps the former workspace of a record that moves again: its row has room for one. */
function keepFormer({ sql: db }: Store, kind: ReplicaRecordKind, id: string): WriteStatement {
  return db.raw(
    sql`insert into record_former (kind, id, until_seq, workspace_id)
      select kind, id, old_seq, old_workspace_id
      from record where kind = ${kind} and id = ${id} and old_seq is not null`,
  );
}

async function storedRecords(
  store: Store,
  kind: ReplicaRecordKind,
  records: readonly HashedRecord[],
) {
  const ids = records.map(({ id }) => id);
  const rows = await store.query(
    store.sql.tables
      .selectFrom('record')
      .select(['id', 'hash', 'read_at', 'is_gone', 'workspace_id', 'changed_seq'])
      .where('kind', '=', kind)
      .where(store.sql.isAnyOf(sql.ref('id'), ids)),
  );
  return new Map(rows.map((row) => [row.id, row]));
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
  const gone = rows.filter(({ id }) => !records.has(id)).map(({ id }) => id);
  if (gone.length === 0) return { statements: [], numbers: 0 };
  const statements: WriteStatement[] = gone.map((id, index) =>
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
  );
  const isGone = db.isAnyOf(sql.ref('id'), gone);
  statements.push(db.raw(sql`delete from record_place where kind = ${kind} and ${isGone}`));
  return { statements, numbers: gone.length };
}
