import { sql } from 'kysely';
import { list } from '../../gong/coerce.js';
import type { GongAnsweredScorecard, GongCallTranscript } from '../../gong/endpoints/wire.js';
import { callParts, type CallPart, type ReplicaRecordKind } from '../parts.js';
import type { KeptCall, KeptRecord, ReplicaReader } from '../replica.js';
import { callOf } from './callContent.js';
import { unpack } from './codec.js';
import type { Store } from './store.js';
import { storedCalls, storedContents } from './storedCalls.js';

/** Parts that come with the call itself. */
const ofCall = callParts.filter((part) => part !== 'TRANSCRIPT' && part !== 'REVIEWS');

interface Content {
  readonly value: unknown;
  readonly readAt: number;
}

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
): Promise<ReadonlyMap<string, ReadonlyMap<CallPart, Content>>> {
  const calls = [...(await storedCalls(store, ids)).values()].filter(({ isGone }) => !isGone);
  const keys = calls.map(({ key }) => key);
  const contents = await storedContents(store, keys, parts);
  const found = new Map<string, ReadonlyMap<CallPart, Content>>();
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
): Promise<ReadonlyMap<string, Content>> {
  const found = new Map<string, Content>();
  for (const [id, contents] of await findContents(store, ids, [part])) {
    const content = contents.get(part);
    if (content !== undefined) found.set(id, content);
  }
  return found;
}

async function findRecords(
  store: Store,
  kind: ReplicaRecordKind,
  ids: readonly string[] | undefined,
): Promise<ReadonlyMap<string, KeptRecord>> {
  const ofKind = store.sql.tables
    .selectFrom('record')
    .select(['id', 'body', 'read_at as readAt'])
    .where('kind', '=', kind)
    .where('is_gone', '=', 0);
  const rows = await store.query(
    ids === undefined ? ofKind : ofKind.where(store.sql.isAnyOf(sql.ref('id'), ids)),
  );
  const found = await Promise.all(
    rows.map(async ({ id, body, readAt }) => {
      const record = (await unpack(body)) as object | null;
      return record === null ? [] : [[id, { record, readAt }] as const];
    }),
  );
  return new Map(found.flat());
}

function mapValues<From, To>(
  map: ReadonlyMap<string, From>,
  toValue: (value: From) => To,
): ReadonlyMap<string, To> {
  return new Map(Array.from(map, ([name, value]) => [name, toValue(value)]));
}
