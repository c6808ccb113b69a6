import { sql } from 'kysely';
import { callParts, type CallPart } from '../parts.js';
import type { CallKey, Seq } from '../replica.js';
import { keysFor } from './callKey.js';
import { unpack } from './codec.js';
import type { CallTable } from '../sql/tables.js';
import type { Store } from './store.js';

export interface StoredCall {
  readonly id: string;
  readonly key: CallKey;
  readonly startS: number;
  readonly isGone: boolean;
  readonly firstSeq: Seq;
  readonly changedSeq: Seq;
  /** What decides on who may see it, also once it is gone. */
  readonly seenBy: Pick<CallTable, 'is_private' | 'workspace_id' | 'host_id'>;
}

export interface StoredPart {
  readonly hash: string;
  readonly readAt: number;
}

export interface StoredContent {
  readonly value: unknown;
  readonly readAt: number;
}

/** Calls by ID, with those that are gone. */
export async function storedCalls(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredCall>> {
  const rows = await store.query(
    store.sql.tables
      .selectFrom('call')
      .select(['id', 'key', 'start_s as startS', 'is_gone', 'first_seq as firstSeq'])
      .select('changed_seq as changedSeq')
      .select(['is_private', 'workspace_id', 'host_id'])
      .where(store.sql.isAnyOf(sql.ref('id'), ids)),
  );
  return new Map(
    rows.map(({ is_gone, is_private, workspace_id, host_id, ...call }) => [
      call.id,
      { ...call, isGone: is_gone === 1, seenBy: { is_private, workspace_id, host_id } },
    ]),
  );
}

/** What is known of the parts of calls, without their content. */
export async function storedParts(
  store: Store,
  keys: readonly CallKey[],
): Promise<ReadonlyMap<CallKey, ReadonlyMap<CallPart, StoredPart>>> {
  const rows = await store.query(
    store.sql.tables
      .selectFrom('call_part')
      .select(['key', 'part', 'hash', 'read_at as readAt'])
      .where(store.sql.isAnyOf(sql.ref('key'), keys)),
  );
  const byKey = new Map<CallKey, Map<CallPart, StoredPart>>();
  for (const { key, part, hash, readAt } of rows) {
    const parts = byKey.get(key) ?? new Map<CallPart, StoredPart>();
    byKey.set(key, parts.set(partAt(part), { hash, readAt }));
  }
  return byKey;
}

/** Contents of more calls would keep the gateway from everything else for more than a few milliseconds. */
const CALLS_AT_ONCE = 10;

/** The content of kept parts of calls; null: Gong has none. */
export async function storedContents(
  store: Store,
  keys: readonly CallKey[],
  parts: readonly CallPart[],
): Promise<ReadonlyMap<CallKey, ReadonlyMap<CallPart, StoredContent>>> {
  const byKey = new Map<CallKey, Map<CallPart, StoredContent>>();
  for (let from = 0; from < keys.length; from += CALLS_AT_ONCE) {
    const rows = await store.query(
      store.sql.tables
        .selectFrom('call_part')
        .select(['key', 'part', 'read_at as readAt', 'body'])
        .where(store.sql.isAnyOf(sql.ref('key'), keys.slice(from, from + CALLS_AT_ONCE)))
        .where('part', 'in', parts.map(numberOf)),
    );
    const values = await Promise.all(rows.map(({ body }) => unpack(body)));
    for (const [index, { key, part, readAt }] of rows.entries()) {
      const contents = byKey.get(key) ?? new Map<CallPart, StoredContent>();
      byKey.set(key, contents.set(partAt(part), { value: values[index], readAt }));
    }
  }
  return byKey;
}

/** A row number that no call has. */
export async function freeKey(
  store: Store,
  id: string,
  startS: number,
  reserved: ReadonlySet<CallKey>,
): Promise<CallKey> {
  for (const key of keysFor(id, startS)) {
    if (reserved.has(key)) continue;
    const taken = await store.query(
      store.sql.tables.selectFrom('call').select('key').where('key', '=', key),
    );
    if (taken.length === 0) return key;
  }
  throw new Error('There are more row numbers than calls.');
}

/** As the database numbers them. */
export function numberOf(part: CallPart): number {
  return callParts.indexOf(part);
}

export function partAt(number: number): CallPart {
  const part = callParts[number];
  if (part === undefined) throw new Error(`There is no part ${number}.`);
  return part;
}
