import type { CallPart } from '../parts.js';
import type { CallWithout, Slice, SyncMemory } from '../replica.js';
import { HOUR_MS, SECOND_MS } from '../../lib/clock.js';
import { firstKeyAt } from './callKey.js';
import { numberOf } from './storedCalls.js';
import type { Store } from './store.js';

/** A call's number may be one of a later second, when many start in the same one. */
const MAX_SPILL_S = HOUR_MS / SECOND_MS;

export function syncMemoryOf(store: Store): SyncMemory {
  const { sql: db, database } = store;
  const slices = db.tables
    .selectFrom('slice')
    .select([
      'from_ms as fromMs',
      'to_ms as toMs',
      'read_at as readAt',
      'next_at as nextAt',
      'calls',
    ]);
  return {
    slices: () => store.query(slices.orderBy('from_ms')),
    putSlices: async (put, lease) => {
      if (put.length === 0) return;
      await database.write([
        store.guard(lease),
        db.statement(
          db.tables
            .deleteFrom('slice')
            .where('from_ms', '>=', Math.min(...put.map(({ fromMs }) => fromMs)))
            .where('to_ms', '<=', Math.max(...put.map(({ toMs }) => toMs))),
        ),
        ...db.insert('slice', put.map(toRow), { by: ['from_ms'] }),
      ]);
    },
    callIdsIn: (fromMs, toMs) => callIdsIn(store, fromMs, toMs),
    callsWithout: (...condition) => callsWithout(store, ...condition),
    get: async (name) => {
      const [row] = await store.query(
        db.tables.selectFrom('sync_state').select('value').where('name', '=', name),
      );
      return row === undefined ? null : (JSON.parse(row.value) as unknown);
    },
    put: async (name, value, lease) => {
      const row = { name, value: JSON.stringify(value) };
      await database.write([
        store.guard(lease),
        ...db.insert('sync_state', [row], { by: ['name'] }),
      ]);
    },
    leave: async (name, value) => {
      const row = { name, value: JSON.stringify(value) };
      await database.write(db.insert('sync_state', [row], { by: ['name'] }));
    },
  };
}

async function callIdsIn(store: Store, fromMs: number, toMs: number): Promise<readonly string[]> {
  const rows = await store.query(
    startedIn(store, { fromMs, toMs }).select('call.id').orderBy('call.key'),
  );
  return rows.map(({ id }) => id);
}

async function callsWithout(
  store: Store,
  part: CallPart,
  window: { readonly fromMs: number; readonly toMs: number },
  emptyBefore: number,
  limit: number,
): Promise<readonly CallWithout[]> {
  const rows = await store.query(
    startedIn(store, window)
      .leftJoin('call_part', (join) =>
        join.onRef('call_part.key', '=', 'call.key').on('call_part.part', '=', numberOf(part)),
      )
      .select(['call.id', 'call.start_s as startS', 'call_part.read_at as readAt'])
      .where((where) =>
        where.or([
          where('call_part.read_at', 'is', null),
          where.and([
            where('call_part.body', 'is', null),
            // PostgreSQL refuses a fraction here.
            where('call_part.read_at', '<', Math.floor(emptyBefore)),
          ]),
        ]),
      )
      .orderBy('call.key', 'desc')
      .limit(limit),
  );
  return rows.map(({ id, startS, readAt }) => ({
    id,
    startMs: startS * SECOND_MS,
    wasRead: readAt !== null,
  }));
}

function startedIn(
  { sql: { tables } }: Store,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
) {
  const [fromS, toS] = [Math.ceil(fromMs / SECOND_MS), Math.ceil(toMs / SECOND_MS)];
  return tables
    .selectFrom('call')
    .where('call.is_gone', '=', 0)
    .where('call.key', '>=', firstKeyAt(fromS))
    .where('call.key', '<', firstKeyAt(toS + MAX_SPILL_S))
    .where('call.start_s', '>=', fromS)
    .where('call.start_s', '<', toS);
}

function toRow({ fromMs, toMs, readAt, nextAt, calls }: Slice): object {
  return { from_ms: fromMs, to_ms: toMs, read_at: readAt, next_at: nextAt, calls };
}
