import { getNamedType } from 'graphql';
import type { AnyRead } from '../../gong/endpoints/catalog.js';
import { DEFAULT_CALLS, DEFAULT_PEOPLE_OR_REVIEWS } from '../selection/pageSizes.js';
import { itemNodes, objectType, selects } from '../selection/selectedFields.js';
import { countOf } from './ledger.js';
import { below, type CostNode, type Visit } from './costNode.js';
import { batchesOf, daysOf, newestFirst, PAGE_SIZE, pagesOf } from './sizes.js';

type List = ReturnType<typeof listOf>;

const totalCount: ReadonlySet<string> = new Set(['totalCount']);
const SHORTEN = 'lower "first", or shorten the time window with "from" and "to"';

/** Adds a connection: one list, or one list for each parent, which are read together. */
export function visitConnection(
  visit: Visit,
  endpoint: AnyRead,
  item: string,
): readonly CostNode[] {
  const { parent, path, definition, policy, ledger } = visit;
  const list = listOf(visit, endpoint);
  const { args, kind, ids, isNewestFirst } = list;
  const usual = kind === 'call' ? DEFAULT_CALLS : DEFAULT_PEOPLE_OR_REVIEWS;
  const first = (args['first'] ?? usual) as number;
  const isRoot = parent.type.name === 'Query';
  const parents = parent.ids ?? parent.most;
  const read = {
    path,
    stage: parent.asked,
    first,
    price: (count: number, most: number, times: number): number =>
      isRoot ? priceOfOne(list, most) : priceOfSeveral(list, most, count, times),
    advice: ids === null ? SHORTEN : 'request fewer IDs',
  };
  const coordinate = `${parent.type.name}.${definition.name}`;
  const key = JSON.stringify([coordinate, { ...args, first: 0 }, parent.asked.key]);
  ledger.kinds.add(kind);
  if (withCallLookups(list, 1) > 1) ledger.kinds.add('call');
  ledger.list(key, read, parents);
  // A walk newest first does not show the length of the list.
  const needsTotal = isRoot && isNewestFirst && selects(visit, `${item}Connection`, totalCount);
  if (needsTotal && !policy.mayHideCalls) {
    ledger.once(`total ${key}`, {
      path: [...path, 'totalCount'],
      most: 1,
      advice: 'omit this field',
    });
  }
  const nodes = itemNodes(visit, item).flat();
  if (nodes.length === 0) return [];
  const count = countOf(parents);
  const bound = kind === 'call' && count > 1 ? list.through(count) : Infinity;
  const most = Math.min(count * first, ids?.length ?? Infinity, bound);
  // Lists of users end separately.
  const known = ledger.after(
    kind === 'user' ? `users ${key}` : `${kind}s`,
    parent.known,
    list.isApart ? count : 1,
  );
  const isInRow = isRoot && ids === null && args['primaryUserIds'] == null && !policy.narrowsHosts;
  const { node } = objectType(visit, `${item}Edge`).getFields();
  const type = getNamedType(node?.type)?.name ?? item;
  return below(visit, type, { nodes, path: [...path, 'nodes'], most, known, isInRow });
}

/** Calls that are more days apart than this have separate requests. */
const MAX_GAP_DAYS = 14;

/**
 * Adds the reviews of calls. Gong cannot search by call, so the reviews of the calls' days and of the days around
 * them are read.
 */
export function visitReviewsOfCalls(visit: Visit, { brings, paged }: AnyRead): readonly CostNode[] {
  const { parent, path, size, sizes, ledger } = visit;
  const reviewsOf = (days: number | null): number =>
    paged?.readThrough?.({ ...sizes, parents: 1, days }) ?? Infinity;
  const price = (calls: number, _: number, times: number): number => {
    if (calls === 0) return 0;
    // Each call may need its own day range. One page of the whole range decides whether the ranges are read
    // separately.
    const most = reviewsOf(null) / reviewsOf(MAX_GAP_DAYS) + 1;
    const stretches = parent.isInRow ? 1 : Math.min(calls + 1, most);
    const reviews = stretches * reviewsOf(3) + calls * size.assumed;
    return Math.ceil(stretches) + Math.floor(reviews / PAGE_SIZE) + times - 1;
  };
  const advice = 'shorten the list of calls, or omit this field';
  const list = { path, stage: parent.known, first: 0, price, advice };
  ledger.kinds.add(brings.name);
  ledger.list(`reviews ${parent.known.key} ${parent.isInRow}`, list, parent.most);
  const known = ledger.after('reviewsOfCalls', parent.known);
  return below(visit, 'AnsweredScorecard', { known });
}

/** Returns a list by its arguments, including those of its filter. */
function listOf({ args: fieldArgs, parent, policy, sizes, now }: Visit, endpoint: AnyRead) {
  const { paged, brings } = endpoint;
  const { filter, ...rest } = fieldArgs;
  const order = rest['order'] ?? (parent.type.name === 'User' ? 'NEWEST_FIRST' : 'OLDEST_FIRST');
  const args: Visit['args'] = { ...(filter as object | null), ...rest, order };
  const kind = brings.name;
  const isNewestFirst = kind === 'call' && order === 'NEWEST_FIRST';
  // IDs of the listed records.
  const filtered = args[`${kind}Ids`];
  const ids = Array.isArray(filtered) ? [...new Set(filtered as string[])] : null;
  const windows = [
    daysOf(args['from'] ?? args['callFrom'], args['to'] ?? args['callTo'], now),
    daysOf(args['reviewFrom'], args['reviewTo'], now),
  ].filter((each) => each !== null);
  const days = windows.length === 0 ? null : Math.min(...windows);
  /** Returns the maximum number of items in the complete list. */
  const through = (parents: number): number =>
    paged?.readThrough?.({ ...sizes, parents, days }) ?? Infinity;
  const isApart = paged?.isApart === true;
  return { kind, args, ids, isNewestFirst, isApart, days, through, policy, sizes };
}

/** Returns the cost of a single list. */
function priceOfOne(list: List, most: number): number {
  const { kind, args, ids, isNewestFirst, policy, sizes, through } = list;
  // IDs that Gong does not know are requested too.
  if (kind === 'user' && ids !== null) return pagesOf(ids.length);
  // Gong cannot filter by `active`, so pages are read until enough users match.
  const first = args['active'] == null ? examined(list, most) : Infinity;
  if (isNewestFirst)
    return newestFirst(first, policy.narrowsHosts || args['primaryUserIds'] != null);
  const pages = pagesOfFirst(list, first);
  if (kind === 'user') {
    const avatars = args['includeAvatars'] === true ? sizes.people - sizes.users : 0;
    return Math.min(pages, pagesOf(through(1) + avatars));
  }
  if (kind !== 'call') return withCallLookups(list, pages);
  return ids === null ? pages : Math.min(pages, pagesOf(ids.length));
}

/**
 * Returns the cost of the lists of several parents. Lists without a cursor share one walk until each has its `first`
 * items.
 */
function priceOfSeveral(list: List, most: number, parents: number, times: number): number {
  const { kind, args, isNewestFirst, days } = list;
  if (parents === 0) return 0;
  const first = examined(list, most);
  const single = pagesOfFirst(list, first);
  if (list.isApart) return parents * single;
  if (args['after'] != null) {
    return parents * (isNewestFirst ? newestFirst(first, true) + 1 : single);
  }
  const pages = Math.max(single, pagesOf(list.through(parents)));
  if (kind !== 'call') return withCallLookups(list, parents <= 1 ? single : pages + times);
  const search = isNewestFirst ? newestFirst(first, true, days) - pagesOf(first) + 1 : 0;
  // Hosts are requested 100 at a time, and those that are known later are requested separately.
  return pages + search + batchesOf(parents, times, PAGE_SIZE) - 1;
}

/** Returns the number of pages with the first items, from the beginning or from the middle of a page. */
function pagesOfFirst({ args }: List, first: number): number {
  return args['after'] == null ? pagesOf(first) : 1 + Math.ceil((first - 1) / PAGE_SIZE);
}

/**
 * Returns how many items are examined. When the policy hides more than private calls, by what Gong cannot filter, a
 * list is read until one item can be shown, and the number of pages is unknown.
 */
function examined({ kind, policy, sizes }: List, first: number): number {
  const isLargeTeam = policy.narrowsHosts && sizes.users > PAGE_SIZE;
  const mayHideMost =
    kind === 'answeredScorecard'
      ? policy.isStrict
      : kind === 'call' && (policy.mayHideMost || isLargeTeam);
  return mayHideMost ? Infinity : first;
}

/** Returns the cost of reviews, with a lookup of the calls of each page. */
function withCallLookups({ kind, policy }: List, pages: number): number {
  return kind === 'answeredScorecard' && policy.mayHideCalls ? 2 * pages : pages;
}
