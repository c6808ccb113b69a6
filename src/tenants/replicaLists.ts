import { COPY_CURSOR, type CopiedPage } from '../company/copies.js';
import type { ListKey } from '../company/source.js';
import { listCallsExtensive, type CallQuery, type CallRecord } from '../gong/endpoints/calls.js';
import { covers, type CallSelection } from '../gong/endpoints/callSelection.js';
import { getLibraryStructure } from '../gong/endpoints/library.js';
import { listScorecards, listTrackers, listWorkspaces } from '../gong/endpoints/settings.js';
import { wholeBy } from '../gong/endpoints/endpoint.js';
import { listUsers } from '../gong/endpoints/users.js';
import { SECOND_MS } from '../lib/clock.js';
import { fromMillis, parseInstant, toMillis, type Instant } from '../lib/instant.js';
import { withTimes } from '../operation/replica/keptRecords.js';
import type { CallFilter } from '../replica/filter.js';
import { partsOf, type ReplicaRecordKind } from '../replica/parts.js';
import type { CallsFound, KeptCall, Replica } from '../replica/replica.js';
import { secondOf } from '../replica/store/callKey.js';
import { everything } from '../replica/visibility.js';
import { examinedWindow } from '../company/sync/examined.js';
import { readListed } from '../company/sync/syncState.js';

/** Calls of a page, as of Gong's. */
const PAGE_CALLS = 100;
/** Most calls that are sorted at one time: more than ever start in one second. */
const MOST_SORTED = 1000;

/** The directory lists of which the sync reads every record. */
const directoryKinds: ReadonlyMap<string, ReplicaRecordKind> = new Map([
  [listUsers.id, 'USER'],
  [listWorkspaces.id, 'WORKSPACE'],
  [listTrackers.id, 'TRACKER'],
  [listScorecards.id, 'SCORECARD'],
  [getLibraryStructure.id, 'FOLDER'],
]);

/** Whether the replica can hold all records of a list of the operation. */
export function hasList(operation: string): boolean {
  return operation === listCallsExtensive.id || directoryKinds.has(operation);
}

/**
 * Returns a page of a list as Gong would have sent it when the sync read it; null when the replica does not hold all of
 * it, as it was at or after `notBefore`.
 *
 * @throws DatabaseError
 */
export function findPage(
  store: Replica,
  list: ListKey,
  selection: unknown,
  notBefore: number,
): Promise<CopiedPage | null> {
  const kind = directoryKinds.get(list.operation);
  return kind === undefined
    ? findCalls(store, list, selection as CallSelection, notBefore)
    : findRecords(store, list, kind, notBefore);
}

/** All records of a list of the directory, in one page. */
async function findRecords(
  store: Replica,
  { operation, query }: ListKey,
  kind: ReplicaRecordKind,
  notBefore: number,
): Promise<CopiedPage | null> {
  const { wider } = wholeBy(listTrackers);
  const narrowed = operation === listTrackers.id && wider !== undefined ? wider : null;
  // Only folders are listed by a filter that the sync uses.
  const asRead = operation === getLibraryStructure.id ? query : null;
  const listed = await readListed(store.sync, operation, asRead);
  if (listed === null || listed.readAt < notBefore) return null;
  const records = await store.findRecords(kind);
  const all = listed.ids.flatMap((id) => records.get(id)?.record ?? []);
  if (all.length < listed.ids.length) return null;
  const items =
    narrowed === null ? all : all.filter((item) => narrowed.includes(query as never, item));
  return { page: { items, total: items.length, cursor: null }, readAt: listed.readAt };
}

/** A window of calls as a list requests it. */
interface CallWindow {
  readonly from: Instant;
  readonly to: Instant;
  /** The rest of the filter. */
  readonly filter: CallFilter;
}

async function findCalls(
  store: Replica,
  { query, cursor }: ListKey,
  selection: CallSelection,
  notBefore: number,
): Promise<CopiedPage | null> {
  const { callIds, from: fromText, to: toText, workspaceId, primaryUserIds } = query as CallQuery;
  const from = parseInstant(fromText);
  const to = parseInstant(toText);
  // Of calls by ID, what a list costs must not reveal which of them are hidden.
  if (from === null || callIds !== undefined || (to !== null && to <= from)) return null;
  const continuedMs = cursor === null ? null : Number(cursor.slice(COPY_CURSOR.length));
  const examined = await examinedWindow(store.sync, {
    fromMs: Math.max(toMillis(from), continuedMs ?? -Infinity),
    toMs: to === null ? Infinity : toMillis(to) + 1,
  });
  if (examined === null || examined.readAt < notBefore) return null;
  const end = fromMillis(examined.toMs);
  const window: CallWindow = {
    from,
    to: to !== null && to < end ? to : end,
    filter: {
      ...(workspaceId === undefined ? {} : { workspaceIds: [workspaceId] }),
      ...(primaryUserIds === undefined ? {} : { hostIds: primaryUserIds }),
    },
  };
  if (window.to <= from) {
    return { page: { items: [], total: 0, cursor: null }, readAt: examined.readAt };
  }
  const excluded = await callsToExclude(store, window, examined.missing);
  if (excluded === null) return null;
  const fromS = continuedMs === null ? startOfSecond(from) : continuedMs / SECOND_MS;
  const found = await callsFrom(store, window, fromS, cursor === null);
  if (found === null) return null;
  const kept = await store.findCalls(found.ids.filter((id) => !excluded.has(id)));
  const read = [...kept.values()].map((each) => ({ ...each, times: timesOf(each, selection) }));
  const times = read.flatMap((each) => each.times);
  const isUsable = read.every(({ call }) => covers(call.selection, selection));
  if (!isUsable || times.some((time) => time < notBefore)) return null;
  return {
    page: {
      items: read.map(withTimes).sort(compareStarts),
      total: found.total === null ? null : found.total - excluded.size,
      cursor: found.nextS === null ? null : `${COPY_CURSOR}${found.nextS * SECOND_MS}`,
    },
    readAt: Math.min(examined.readAt, ...times),
  };
}

/**
 * IDs of calls from that second on: about a page, and all of those that start in one second. The database orders calls by
 * whole seconds only.
 *
 * @returns null when more start in one second than can be sorted.
 */
async function callsFrom(
  store: Replica,
  window: CallWindow,
  fromS: number,
  needsTotal: boolean,
): Promise<{ ids: readonly string[]; total: number | null; nextS: number | null } | null> {
  const toS = endOfSecond(window.to);
  const some = await search(store, window, [fromS, toS], PAGE_CALLS, needsTotal);
  const total = needsTotal ? some.total : null;
  const last = some.calls.at(-1);
  if (!some.hasNextPage || last === undefined) return { ids: idsOf(some), total, nextS: null };
  // A call may have a number of a later second, but is never in the place of one that starts later.
  const nextS = Math.min(toS, Math.max(fromS + 1, secondOf(last.key)));
  const all = await search(store, window, [fromS, nextS], MOST_SORTED);
  if (all.hasNextPage) return null;
  return { ids: idsOf(all), total, nextS: nextS === toS ? null : nextS };
}

/**
 * IDs of calls of the window's seconds that are not in the list: they start beyond its bounds, or Gong did not show them.
 *
 * @returns null when they are too many.
 */
async function callsToExclude(
  store: Replica,
  window: CallWindow,
  missing: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const { from, to } = window;
  const seconds: readonly [number, number] = [startOfSecond(from), endOfSecond(to)];
  const excluded = new Set<string>();
  for (let at = 0; at < missing.length; at += MOST_SORTED) {
    const callIds = missing.slice(at, at + MOST_SORTED);
    const narrowed = { ...window, filter: { ...window.filter, callIds } };
    for (const id of idsOf(await search(store, narrowed, seconds, MOST_SORTED))) excluded.add(id);
  }
  const cut = [from, to].filter((bound) => bound % MICROS !== 0n).map(startOfSecond);
  for (const second of new Set(cut)) {
    const found = await search(store, window, [second, second + 1], MOST_SORTED);
    if (found.hasNextPage) return null;
    for (const [id, { call }] of await store.findCalls(idsOf(found))) {
      const start = parseInstant(call.basic.started);
      if (start === null || start < from || start >= to) excluded.add(id);
    }
  }
  return excluded;
}

function search(
  store: Replica,
  { filter }: CallWindow,
  [fromS, toS]: readonly [number, number],
  first: number,
  needsTotal = false,
): Promise<CallsFound> {
  return store.searchCalls({
    filter: { ...filter, fromMs: fromS * SECOND_MS, toMs: toS * SECOND_MS },
    visibility: everything,
    order: 'OLDEST_FIRST',
    first,
    after: null,
    needsTotal,
  });
}

function idsOf({ calls }: CallsFound): readonly string[] {
  return calls.map(({ id }) => id);
}

/** When the selected parts of the call were read. */
function timesOf({ readAt }: KeptCall, selection: CallSelection): readonly number[] {
  return partsOf(selection).flatMap((part) => readAt.get(part) ?? []);
}

function compareStarts(a: CallRecord, b: CallRecord): number {
  const [first, second] = [
    parseInstant(a.basic.started) ?? 0n,
    parseInstant(b.basic.started) ?? 0n,
  ];
  if (first !== second) return first < second ? -1 : 1;
  return a.id.length === b.id.length ? (a.id < b.id ? -1 : 1) : a.id.length - b.id.length;
}

const MICROS = 1_000_000n;

/** The second that contains the instant. */
function startOfSecond(instant: Instant): number {
  return Math.floor(toMillis(instant) / SECOND_MS);
}

/** The first second that begins at or after the instant. */
function endOfSecond(instant: Instant): number {
  return startOfSecond(instant + MICROS - 1n);
}
