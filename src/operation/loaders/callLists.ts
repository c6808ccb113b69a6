import DataLoader from 'dataloader';
import type { CallQuery, CallRecord } from '../../gong/endpoints/calls.js';
import {
  asAnswered,
  toContentSelector,
  unionSelections,
  type CallSelection,
} from '../../gong/endpoints/callSelection.js';
import { formatInstant, parseInstant } from '../../lib/instant.js';
import type { Operation } from '../operation.js';
import { idOf } from '../../gong/endpoints/wire.js';
import { MAX_IDS_PER_REQUEST } from '../../company/callSource.js';
import {
  walkOldestFirst,
  type CallChunk,
  type CallPosition,
  type CallReader,
} from '../../company/walks/oldestFirst.js';
import { walkNewestFirst } from '../../company/walks/newestFirst.js';
import type { NewestFirstOptions } from '../../company/walks/windowSpans.js';
import type { Company, CompanyCallReader } from '../../company/company.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';
import type { CallStore } from './callStore.js';
import { isBulk, type ConnectionModel } from './connection.js';
import { listFingerprint, type CursorCodec } from './cursors.js';
import { loadInGroups } from './loadInGroups.js';
import { ListPage, oneList, takePage, toConnection, toExamine } from './takePage.js';

export type CallOrder = 'OLDEST_FIRST' | 'NEWEST_FIRST';

/** A list of calls as one field of an operation requests it. */
export interface CallListKey {
  readonly query: CallQuery;
  readonly order: CallOrder;
  readonly first: number;
  readonly after: string | null;
  readonly selection: CallSelection;
  /** Whether the operation selects Gong's count for the filter. */
  readonly needsTotal: boolean;
}

/** The calls that one user hosted. */
export interface UserCallsKey extends Omit<CallListKey, 'query'> {
  readonly userId: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The content of a cursor of a list of calls. */
interface CallCursor {
  /** Null when the list was cut before its first call, so that it begins again. */
  readonly at: CallPosition | null;
  /** The walk uses `GET /v2/calls`, whose windows compare scheduled times, and must continue with it. */
  readonly scheduled?: true;
  /** The filter as the policy narrowed it, which Gong's cursors belong to. */
  readonly narrowed?: string;
}

interface Dependencies {
  readonly company: Company;
  readonly store: CallStore;
  readonly operation: Operation;
  readonly cursors: CursorCodec;
  readonly policyFilter: CallPolicyFilter;
}

/**
 * Loads lists of calls. Fields that request the same list share one walk, with the union of their selections.
 *
 * @throws GongError, InputError `BAD_CURSOR`
 */
export function createCallLists(dependencies: Dependencies) {
  return new DataLoader<CallListKey, ConnectionModel<CallRecord>>(
    (keys) =>
      loadInGroups(
        keys,
        ({ query, order, after }) =>
          listFingerprint('calls', [normalizedFilter(query), order, after]),
        (group) => loadList(dependencies, group),
      ),
    { cache: false },
  );
}

/**
 * Loads calls by their host. Hosts with the same window share one walk, which ends when each has its `first` calls,
 * or with the window.
 *
 * @throws GongError, InputError `BAD_CURSOR`
 */
export function createCallsByPrimaryUserId(
  dependencies: Dependencies,
  lists: DataLoader<CallListKey, ConnectionModel<CallRecord>>,
) {
  return new DataLoader<UserCallsKey, ConnectionModel<CallRecord>, string>(
    (keys) => {
      const users = [...new Set(keys.map(({ userId }) => userId))];
      const shareOf = new Map(
        users.map((userId, index) => [userId, Math.floor(index / MAX_IDS_PER_REQUEST)]),
      );
      return loadInGroups(
        keys,
        // A page that continues from a cursor has its own walk.
        ({ from, to, order, after, userId }) =>
          JSON.stringify([
            instantText(from),
            instantText(to),
            order,
            ...(after === null ? [shareOf.get(userId)] : [userId, after]),
          ]),
        async (group) => {
          const hosts = new Set(group.map(({ userId }) => userId));
          return hosts.size === 1
            ? Promise.all(group.map((key) => lists.load(asList(key))))
            : loadMerged(dependencies, group);
        },
      );
    },
    {
      // Resolvers find prefetched lists by this key.
      cacheKeyFn: ({ userId, from, to, order, first, after, selection, needsTotal }) =>
        JSON.stringify([
          userId,
          from,
          to,
          order,
          first,
          after,
          toContentSelector(selection),
          needsTotal,
        ]),
    },
  );
}

function asList({ userId, from, to, ...rest }: UserCallsKey): CallListKey {
  return { ...rest, query: { from, to, primaryUserIds: [userId] } };
}

async function loadList(
  dependencies: Dependencies,
  group: readonly CallListKey[],
): Promise<ConnectionModel<CallRecord>[]> {
  const { company, store, operation, cursors, policyFilter } = dependencies;
  const [head] = group;
  if (head === undefined) return [];
  const { query, order, after } = head;
  const isById = query.callIds !== undefined;
  const list = fingerprint(query, order);
  const resumed = after === null ? null : cursors.decode<CallCursor>(list, after);
  const first = Math.max(...group.map((key) => key.first));
  const asked = await policyFilter.narrow(query);
  if (asked === null) return group.map(() => emptyPage(resumed?.at != null));
  const selection = selectionOf(group, policyFilter);
  const reader = company.callReader(selection, operation, resumed?.scheduled);
  if (isBulk(first, after)) operation.readInBulk();

  const narrowed = asked === query ? undefined : fingerprint(asked, order);
  const position = positionIn(resumed, narrowed);
  // Newest first, one call more shows whether there is a next page. Oldest first, Gong says so.
  const ahead = order === 'OLDEST_FIRST' ? 0 : 1;
  const page = new ListPage<CallRecord, CallPosition>(first + ahead);
  const walk = await walkCalls(dependencies, reader, asked, order, position, {
    wanted: () => toExamine([page]),
    needsTotal:
      position === null && policyFilter.showsTotals && group.some((key) => key.needsTotal),
    isMerged: false,
  });
  const outcome = await takePage(walk, oneList(page), (calls) =>
    policyFilter.page(company.withRefusal(calls, selection), store, isById),
  );

  const seal = (at: CallPosition | null): string =>
    cursors.encode(list, {
      at,
      ...(reader.comparesStart ? {} : { scheduled: true as const }),
      ...(narrowed === undefined ? {} : { narrowed }),
    } satisfies CallCursor);
  const total = policyFilter.total({
    gongTotal: outcome.total,
    isWhole: position === null && !outcome.hasMore,
    examined: page.examined,
    shown: page.items.length,
    isById,
  });
  return group.map((key) =>
    marked(
      toConnection(page, outcome, {
        first: key.first,
        after,
        hasPreviousPage: position !== null,
        totalCount: order === 'OLDEST_FIRST' || key.needsTotal ? total : null,
        seal,
      }),
      reader,
      operation,
    ),
  );
}

async function walkCalls(
  { company, operation }: Dependencies,
  reader: CallReader,
  query: CallQuery,
  order: CallOrder,
  after: CallPosition | null,
  { wanted, ...options }: Pick<NewestFirstOptions, 'wanted' | 'needsTotal' | 'isMerged'>,
): Promise<AsyncGenerator<CallChunk, void>> {
  const now = await operation.awaitLookup(company.referenceTime());
  if (order === 'OLDEST_FIRST') return walkOldestFirst(reader, query, after);
  return walkNewestFirst(reader, query, after, {
    ...options,
    wanted: () => Math.min(wanted(), company.callsWithin(operation)),
    now: () => now,
    maxPages: () => operation.maxRequests - operation.requests,
  });
}

/** Returns where a list continues. Gong's cursor is not used when the policy now narrows the filter differently. */
function positionIn(resumed: CallCursor | null, narrowed: string | undefined): CallPosition | null {
  const at = resumed?.at ?? null;
  if (at === null || resumed?.narrowed === narrowed) return at;
  return { ...at, next: undefined, page: undefined };
}

/** Returns the page of a filter for which the viewer may see nothing. */
function emptyPage(hasPreviousPage: boolean): ConnectionModel<never> {
  return {
    cut: null,
    entries: [],
    hasNextPage: false,
    hasPreviousPage,
    totalCount: null,
    restartCursor: null,
  };
}

/** Returns what is to be read of the calls of the lists. */
function selectionOf(
  group: readonly Pick<CallListKey, 'selection'>[],
  { needs }: CallPolicyFilter,
): CallSelection {
  return asAnswered(group.map(({ selection }) => selection).reduce(unionSelections, needs));
}

async function loadMerged(
  dependencies: Dependencies,
  group: readonly UserCallsKey[],
): Promise<ConnectionModel<CallRecord>[]> {
  const { company, store, operation, cursors, policyFilter } = dependencies;
  const [head] = group;
  if (head === undefined) return [];
  const { from, to, order } = head;
  const hosts = [...new Set(group.map(({ userId }) => userId))].sort();
  const query = await policyFilter.narrow({ from, to, primaryUserIds: hosts });
  if (query === null) return group.map(() => emptyPage(false));
  const selection = selectionOf(group, policyFilter);
  const reader = company.callReader(selection, operation);
  const pages = new Map(
    (query.primaryUserIds ?? hosts).map((userId) => {
      const firsts = group.filter((key) => key.userId === userId).map((key) => key.first);
      return [userId, new ListPage<CallRecord, CallPosition>(Math.max(0, ...firsts))];
    }),
  );
  const walk = await walkCalls(dependencies, reader, query, order, null, {
    wanted: () => toExamine(pages.values()),
    needsTotal: false,
    isMerged: true,
  });
  const listOf = ({ basic }: CallRecord): string => idOf(basic.primaryUserId) ?? '';
  const outcome = await takePage(walk, { pages, listOf }, (calls) =>
    policyFilter.page(company.withRefusal(calls, selection), store),
  );

  return group.map((key) => {
    const page = pages.get(key.userId);
    if (page === undefined) return emptyPage(false);
    const list = fingerprint(asList(key).query, order);
    const connection = toConnection(page, outcome, {
      first: key.first,
      after: null,
      hasPreviousPage: false,
      totalCount: null,
      // Gong's cursor leads through the calls of all hosts, so this cursor continues through one host without it.
      seal: (at) =>
        cursors.encode(list, { at: at === null ? null : byStart(at) } satisfies CallCursor),
    });
    return marked(connection, reader, operation);
  });
}

/** Marks a list that a copy answered because Gong failed, which may be empty, and records the calls that it shows. */
function marked(
  connection: ConnectionModel<CallRecord>,
  { isStale }: CompanyCallReader,
  operation: Operation,
): ConnectionModel<CallRecord> {
  if (isStale) operation.markStale(connection);
  const { audit } = operation;
  if (audit !== null) for (const { node } of connection.entries) audit.read('read-call', node.id);
  return connection;
}

/** Returns the part of a position that does not depend on the other lists of the walk. */
function byStart({ id, started, sameStart, sameMillisecond }: CallPosition): CallPosition {
  return {
    id,
    started,
    total: null,
    ...(sameStart === undefined ? {} : { sameStart }),
    ...(sameMillisecond === undefined ? {} : { sameMillisecond }),
  };
}

function fingerprint(query: CallQuery, order: CallOrder): string {
  return listFingerprint('calls', [normalizedFilter(query), order]);
}

/** Equal for filters with the same meaning, however instants are written and IDs are ordered. */
function normalizedFilter({ from, to, workspaceId, callIds, primaryUserIds }: CallQuery): unknown {
  return [
    instantText(from),
    instantText(to),
    workspaceId ?? null,
    callIds === undefined ? null : [...callIds].sort(),
    primaryUserIds === undefined ? null : [...primaryUserIds].sort(),
  ];
}

function instantText(time: string | undefined): string | null {
  const instant = parseInstant(time);
  return instant === null ? null : formatInstant(instant);
}
