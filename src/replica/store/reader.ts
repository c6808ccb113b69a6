import { sql } from 'kysely';
import { list } from '../../gong/coerce.js';
import type { GongAnsweredScorecard, GongCallTranscript } from '../../gong/endpoints/wire.js';
import { callParts, type CallPart, type ReplicaRecordKind } from '../parts.js';
import type { KeptCall, KeptRecord, ReplicaReader } from '../replica.js';
import { callOf } from './callContent.js';
import { unpack } from './codec.js';
import type { Store } from './store.js';
import { storedCalls, storedContents, type StoredContent } from './storedCalls.js';

/** Parts that come with the call itself. */
const ofCall = callParts.filter((part) => part !== 'TRANSCRIPT' && part !== 'REVIEWS');

export function readerOf(store: Store): ReplicaReader {
  return {
    findCalls: async (ids) => {
      const found = new Map<string, KeptCall>();
      for (const [id, contents] of await findContents(store, ids, ofCall)) {
        const values = new Map(Array.from(contents, ([part, { value }]) => [part, value]));
        const readAt = new Map(Array.from(contents, ([part, content]) => [part, content.readAt]));
        found.set(id, { call: callOf(id, values), readAt });
      }
      return found;
    },
    findTranscripts: async (ids) => {
      const contents = await findPart(store, ids, 'TRANSCRIPT');
      return mapValues(contents, ({ value, readAt }) => ({
        transcript: value as GongCallTranscript | null,
        readAt,
      }));
    },
    findReviews: async (ids) => {
      const contents = await findPart(store, ids, 'REVIEWS');
      return mapValues(contents, ({ value, readAt }) => ({
        reviews: list(value as readonly GongAnsweredScorecard[]),
        readAt,
      }));
    },
    findRecords: (kind, ids) => findRecords(store, kind, ids),
  };
}

async function findContents(
  store: Store,
  ids: readonly string[],
  parts: readonly CallPart[],
): Promise<ReadonlyMap<string, ReadonlyMap<CallPart, StoredContent>>> {
  const calls = [...(await storedCalls(store, ids)).values()].filter(({ isGone }) => !isGone);
  const keys = calls.map(({ key }) => key);
  const contents = await storedContents(store, keys, parts);
  const found = new Map<string, ReadonlyMap<CallPart, StoredContent>>();
  for (const { id, key } of calls) {
    const ofCall = contents.get(key);
    if (ofCall !== undefined) found.set(id, ofCall);
  }
  return found;
}

async function findPart(
  store: Store,
  ids: readonly string[],
  part: CallPart,
): Promise<ReadonlyMap<string, StoredContent>> {
  const found = new Map<string, StoredContent>();
  for (const [id, contents] of await findContents(store, ids, [part])) {
    const content = contents.get(part);
    if (content !== undefined) found.set(id, content);
  }
  return found;
}

/** More of them would keep the gateway from everything else for more than a few milliseconds. */
const RECORDS_AT_ONCE = 200;

async function findRecords(
  store: Store,
  kind: ReplicaRecordKind,
  ids: readonly string[] | undefined,
): Promise<ReadonlyMap<string, KeptRecord>> {
  const found = new Map<string, KeptRecord>();
  const names = ids ?? (await recordIds(store, kind));
  for (let from = 0; from < names.length; from += RECORDS_AT_ONCE) {
    const rows = await store.query(
      store.sql.tables
        .selectFrom('record')
        .select(['id', 'body', 'read_at as readAt'])
        .where('kind', '=', kind)
        .where('is_gone', '=', 0)
        .where(store.sql.isAnyOf(sql.ref('id'), names.slice(from, from + RECORDS_AT_ONCE))),
    );
    for (const { id, body, readAt } of rows) {
      const record = (await unpack(body)) as object | null;
      if (record !== null) found.set(id, { record, readAt });
    }
  }
  return found;
}

async function recordIds(store: Store, kind: ReplicaRecordKind): Promise<readonly string[]> {
  const rows = await store.query(
    store.sql.tables
      .selectFrom('record')
      .select('id')
      .where('kind', '=', kind)
      .where('is_gone', '=', 0),
  );
  return rows.map(({ id }) => id);
}

function mapValues<From, To>(
  map: ReadonlyMap<string, From>,
  toValue: (value: From) => To,
): ReadonlyMap<string, To> {
  return new Map(Array.from(map, ([name, value]) => [name, toValue(value)]));
}
