import { getNamedType } from 'graphql';
import type { AnyRead } from '../../gong/endpoints/catalog.js';
import { DEFAULT_CALLS, DEFAULT_PEOPLE_OR_REVIEWS } from '../selection/pageSizes.js';
import { itemNodes, objectType, selects } from '../selection/selectedFields.js';
import { countOf, type ListRead } from './ledger.js';
import { below, type Place, type Pricing, type Visit } from './place.js';
import { batchesOf, daysOf, newestFirst, PAGE_SIZE, pagesOf } from './sizes.js';

/** A list as its arguments say, those of its filter among them. */
interface List {
  readonly kind: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Length of its window of time in days; null when it has no beginning. */
  readonly days: number | null;
  /** How many items it holds at most when it is read through. */
  readonly through: (parents: number) => number;
  readonly pricing: Pricing;
}

const totalCount: ReadonlySet<string> = new Set(['totalCount']);
const SHORTEN = 'lower "first", or shorten the time window with "from" and "to"';

/** A connection: a list of its own, or one of each parent, which are read together. */
export function visitConnection(visit: Visit, endpoint: AnyRead, item: string): readonly Place[] {
  const { place, path, info, name, pricing } = visit;
  const list = listOf(visit, endpoint);
  const { args, kind } = list;
  const usual = kind === 'call' ? DEFAULT_CALLS : DEFAULT_PEOPLE_OR_REVIEWS;
  const first = (args['first'] ?? usual) as number;
  const isRoot = place.type.name === 'Query';
  const parents = place.ids ?? place.most;
  const needsTotal = selects(info, `${item}Connection`, totalCount);
  const read: ListRead = {
    path,
    moment: place.asked,
    price: isRoot
      ? (_, each) => priceOfOne(list, each)
      : (count, each, times) => priceOfSeveral(list, each, count, times),
    advice: ownIds(list) === null ? SHORTEN : 'request fewer IDs',
    first,
    needsTotal,
  };
  const key = JSON.stringify([place.type.name, name, { ...args, first: 0 }, place.asked.key]);
  pricing.ledger.kinds.add(kind);
  if (judged(list, 1) > 1) pricing.ledger.kinds.add('call');
  pricing.ledger.list(key, read, parents);
  const nodes = itemNodes(info, item).flat();
  if (nodes.length === 0) return [];
  const ids = ownIds(list);
  const count = countOf(parents);
  const bound = kind === 'call' && count > 1 ? list.through(count) : Infinity;
  const most = Math.min(count * first, ids?.length ?? Infinity, bound);
  // Lists of users end one by one.
  const known = pricing.moments.after(kind === 'user' ? `users ${key}` : `${kind}s`, place.known);
  const isInRow =
    isRoot && ids === null && args['primaryUserIds'] == null && !pricing.policy.narrowsHosts;
  const node =
    getNamedType(objectType(info, `${item}Edge`).getFields()['node']?.type)?.name ?? item;
  return [below(visit, node, { nodes, path: [...path, 'nodes'], most, known, isInRow })];
}

function listOf({ args: given, place, pricing }: Visit, { paged, brings }: AnyRead): List {
  const { filter, ...rest } = given;
  const newest = place.type.name === 'User' ? 'NEWEST_FIRST' : 'OLDEST_FIRST';
  const args: List['args'] = {
    ...(filter as object | null),
    ...rest,
    order: rest['order'] ?? newest,
  };
  const windows = [
    daysOf(args['from'] ?? args['callFrom'], args['to'] ?? args['callTo'], pricing.now),
    daysOf(args['reviewFrom'], args['reviewTo'], pricing.now),
  ].filter((days) => days !== null);
  const days = windows.length === 0 ? null : Math.min(...windows);
  const through = (parents: number): number =>
    paged?.readThrough?.({ ...pricing.sizes, parents, days }) ?? Infinity;
  return { kind: brings.name, args, days, through, pricing };
}

/** A list of its own. */
function priceOfOne(list: List, read: ListRead): number {
  const { kind, args, pricing } = list;
  const ids = ownIds(list);
  // IDs that Gong knows no user of are asked for, too.
  if (kind === 'user' && ids !== null) return pagesOf(ids.length);
  // Gong can't filter by `active`: pages are read until enough users match.
  const first = args['active'] == null ? examined(list, read) : Infinity;
  const pages = pagesOfFirst(list, first);
  if (kind === 'user') {
    const { users, people } = pricing.sizes;
    const avatars = args['includeAvatars'] === true ? people - users : 0;
    return Math.min(pages, pagesOf(list.through(1) + avatars));
  }
  if (kind !== 'call') return judged(list, pages);
  if (args['order'] === 'NEWEST_FIRST') {
    const { narrowsHosts, mayHideCalls } = pricing.policy;
    const total = read.needsTotal && !mayHideCalls ? 1 : 0;
    return newestFirst(first, narrowsHosts || args['primaryUserIds'] != null) + total;
  }
  return ids === null ? pages : Math.min(pages, pagesOf(ids.length));
}

/** The lists of several parents: those without a cursor are one walk, until each has its `first`. */
function priceOfSeveral(list: List, read: ListRead, parents: number, times: number): number {
  const { kind, args, days } = list;
  if (parents === 0) return 0;
  const first = examined(list, read);
  const single = pagesOfFirst(list, first);
  const isNewest = kind === 'call' && args['order'] === 'NEWEST_FIRST';
  if (args['after'] != null) return parents * (isNewest ? newestFirst(first, true) + 1 : single);
  const pages = Math.max(single, pagesOf(list.through(parents)));
  if (kind !== 'call') return judged(list, parents <= 1 ? single : pages + times);
  const search = isNewest ? newestFirst(first, true, days) - pagesOf(first) + 1 : 0;
  // Hosts go by hundreds, and those that come up at other times by themselves.
  return pages + search + batchesOf(parents, times, PAGE_SIZE) - 1;
}

/** Pages that hold the first items, from the beginning or from somewhere in a page. */
function pagesOfFirst({ args }: List, first: number): number {
  return args['after'] == null ? pagesOf(first) : 1 + Math.ceil((first - 1) / PAGE_SIZE);
}

/**
 * How many items are looked at. When more than private calls are hidden, by what Gong can't filter by, a list is read on
 * until it finds one item to show: how long, nothing tells.
 */
function examined({ kind, pricing: { policy, sizes } }: List, { first }: ListRead): number {
  const isLargeTeam = policy.narrowsHosts && sizes.users > PAGE_SIZE;
  const isSieved =
    kind === 'answeredScorecard'
      ? policy.isStrict
      : kind === 'call' && (policy.mayHideMost || isLargeTeam);
  return isSieved ? Infinity : first;
}

/** The calls of each page of reviews are looked up. */
function judged({ kind, pricing: { policy } }: List, pages: number): number {
  return kind === 'answeredScorecard' && policy.mayHideCalls ? 2 * pages : pages;
}

/** The IDs of the listed records by which the list is filtered. */
function ownIds({ kind, args }: List): readonly string[] | null {
  const ids = args[`${kind}Ids`];
  return Array.isArray(ids) ? [...new Set(ids as string[])] : null;
}
