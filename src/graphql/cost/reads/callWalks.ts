import {
  CALLS_PER_HOST,
  CALLS_PER_HOST_AND_DAY,
  NEWEST_FIRST_FURTHER_SEARCH,
  NEWEST_FIRST_SEARCH,
  NEWEST_FIRST_SURPLUS,
} from '../assumptions.js';
import type { PolicyFacts } from '../../../access/policy/policyFacts.js';
import type { Company } from '../company.js';
import type { Moment } from '../moments.js';
import type { Part, Path } from '../part.js';
import { Populations, type Population } from '../population.js';
import { batchesOf, pagesOf, pagesOfFirst } from '../requests.js';
import { canonicalTime, daysOf, type Window } from './window.js';

/** A list of calls as one place asks for it. */
export interface CallList extends Window {
  readonly workspaceId: string | null;
  readonly callIds: readonly string[] | null;
  readonly hosts: readonly string[] | null;
  readonly isNewestFirst: boolean;
  readonly first: number;
  readonly after: unknown;
  readonly needsTotal: boolean;
}

/** The calls of hosts as `User.calls` asks for them. */
export interface HostCalls extends Window {
  readonly isNewestFirst: boolean;
  readonly first: number;
  readonly after: unknown;
  readonly needsTotal: boolean;
  /** By the ids that the operation names, or as something else tells. */
  readonly hosts: readonly string[] | Population;
}

/** Hosts whose calls are walked together. */
interface Group extends Window {
  readonly isNewestFirst: boolean;
  readonly after: unknown;
  readonly moment: Moment;
  readonly named: Set<string>;
  /** Those whose calls are walked for certain. */
  readonly surely: Set<string>;
  readonly referred: Populations;
  first: number;
  needsTotal: boolean;
  readonly path: Path | null;
}

interface Walk {
  first: number;
  needsTotal: boolean;
  path: Path | null;
  readonly list: CallList;
}

/** Windows up to this are read as a whole. */
const SHORT_WINDOW_DAYS = 14;

/** So many calls are sought with one look at a window made for them. */
const ONE_LOOK = 60;

/** Hosts that one request may name. */
const MOST_HOSTS = 100;

/** Beyond so many pages, a window shared by several is narrowed first. */
const PAGES_READ_THROUGH = 5;

/** Walks through lists of calls. Places that want the same list share one. */
export class CallWalks {
  private readonly lists = new Map<string, Walk>();
  private readonly groups = new Map<string, Group>();

  constructor(
    private readonly policy: PolicyFacts,
    private readonly company: Company,
    private readonly nowMs: number,
  ) {}

  list(list: CallList, path: Path | null): void {
    const filter = filterKey(list, list.hosts, list.callIds, list.workspaceId);
    const key = JSON.stringify([filter, list.isNewestFirst, list.after ?? null]);
    const walk = this.lists.get(key);
    if (walk === undefined) {
      this.lists.set(key, { first: list.first, needsTotal: list.needsTotal, path, list });
    } else {
      if (list.first > walk.first) walk.path = path;
      walk.first = Math.max(walk.first, list.first);
      walk.needsTotal ||= list.needsTotal;
    }
  }

  ofHosts(moment: Moment, calls: HostCalls, isSure: boolean, path: Path | null): void {
    const { hosts, first, needsTotal, isNewestFirst, after } = calls;
    const key = JSON.stringify([
      moment.key,
      canonicalTime(calls.from),
      canonicalTime(calls.to),
      isNewestFirst,
      after ?? null,
    ]);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = {
        ...calls,
        moment,
        named: new Set(),
        surely: new Set(),
        referred: new Populations(),
        path,
      };
      this.groups.set(key, group);
    }
    group.first = Math.max(first, group.first);
    group.needsTotal ||= needsTotal;
    if ('source' in hosts) {
      group.referred.add(hosts);
      return;
    }
    for (const id of hosts) {
      group.named.add(id);
      if (isSure) group.surely.add(id);
    }
  }

  /** At most so many calls that the hosts have in a window, or in all. */
  mostCallsOf(hosts: number, window: Window): number {
    const days = daysOf(window, this.nowMs);
    if (days === null) return hosts * CALLS_PER_HOST;
    return hosts * Math.min(CALLS_PER_HOST, Math.max(1, CALLS_PER_HOST_AND_DAY * days));
  }

  parts(times: ReadonlyMap<Moment, number>): Part[] {
    const parts: Part[] = [];
    for (const { first, needsTotal, path, list } of this.lists.values()) {
      const most = this.mostOfList({ ...list, first, needsTotal });
      parts.push({ path, least: 0, most, advice: adviceFor(list) });
    }
    for (const group of this.groups.values()) {
      const most = this.mostOfGroup(group, times.get(group.moment) ?? 1);
      parts.push({ path: group.path, least: 0, most, advice: adviceFor(group) });
    }
    return [...parts, { path: null, least: this.least(), most: 0, advice: '' }];
  }

  /** First requests of the walks that are made for certain: equal ones are one. */
  private least(): number {
    // What the policy leaves of a filter may be nothing at all, which isn't asked for.
    if (this.policy.narrowsHosts || this.policy.readsWorkspaces) return 0;
    const requests = new Map<string, number>();
    for (const { list } of this.lists.values()) {
      const filter = filterKey(list, list.hosts, list.callIds, list.workspaceId);
      requests.set(`${filter} ${JSON.stringify(list.after ?? null)}`, 1);
    }
    for (const { surely, after, ...window } of this.groups.values()) {
      // A page that goes on somewhere goes on by itself.
      const walks = after == null ? [[...surely]] : [...surely].map((id) => [id]);
      for (const hosts of walks) {
        const filter = filterKey(window, hosts, null, null);
        requests.set(`${filter} ${JSON.stringify(after ?? null)}`, pagesOf(hosts.length));
      }
    }
    return [...requests.values()].reduce((sum, each) => sum + each, 0);
  }

  private mostOfList(list: CallList): number {
    const { after, isNewestFirst, callIds, hosts } = list;
    const needsTotal = list.needsTotal && !this.policy.mayHideCalls;
    const first = this.examined(list.first);
    const isThin = hosts !== null || this.policy.narrowsHosts;
    if (!isNewestFirst) {
      const pages = pagesOfFirst(first, after);
      return callIds === null ? pages : Math.min(pages, Math.max(1, pagesOf(callIds.length)));
    }
    const walked = newestFirst(first, isThin) + (needsTotal && after == null ? 1 : 0);
    return hosts === null ? walked : Math.min(walked, this.mostOfShortWindow(hosts.length, list));
  }

  private mostOfGroup(group: Group, times: number): number {
    const { named, referred, after, isNewestFirst, from, to } = group;
    const needsTotal = group.needsTotal && !this.policy.mayHideCalls;
    const first = this.examined(group.first);
    const hosts = named.size + referred.most;
    const single = isNewestFirst
      ? Math.min(newestFirst(first, true) + (needsTotal ? 1 : 0), this.mostOfShortWindow(1, group))
      : pagesOfFirst(first, after);
    if (hosts <= 1) return single;
    if (after != null) return hosts * single;
    const pages = batchesOf(this.mostCallsOf(hosts, { from, to }), 1);
    const isSearched = isNewestFirst && (from == null || pages > PAGES_READ_THROUGH);
    // Hosts go by hundreds, and those that come up at other times by themselves.
    const walks = Math.min(hosts, batchesOf(hosts, times));
    const merged = pages + (isSearched ? NEWEST_FIRST_SEARCH : 0) + (walks - 1);
    return Math.max(single, merged);
  }

  /** How many calls are examined at most: hidden ones count too, but a list reads on until it finds one to show. */
  private examined(first: number): number {
    const { mayHideMost, narrowsHosts } = this.policy;
    // Gong is asked for so many hosts at once, the calls of more are filtered here.
    const mayHidePages = mayHideMost || (narrowsHosts && this.company.users > MOST_HOSTS);
    return mayHidePages ? Number.POSITIVE_INFINITY : first;
  }

  private mostOfShortWindow(hosts: number, window: Window): number {
    const days = daysOf(window, this.nowMs);
    if (days === null || days > SHORT_WINDOW_DAYS) return Number.POSITIVE_INFINITY;
    return Math.max(1, pagesOf(this.mostCallsOf(hosts, window)));
  }
}

/** @param isThin whether the calls are those of hosts, so that few come in a window. */
function newestFirst(first: number, isThin: boolean): number {
  let requests = pagesOf(first * NEWEST_FIRST_SURPLUS) + NEWEST_FIRST_SEARCH;
  if (isThin) requests += NEWEST_FIRST_FURTHER_SEARCH;
  if (first > ONE_LOOK) requests += NEWEST_FIRST_FURTHER_SEARCH;
  return requests;
}

function filterKey(
  { from, to }: Window,
  hosts: readonly string[] | null,
  callIds: readonly string[] | null,
  workspaceId: string | null,
): string {
  return JSON.stringify([
    canonicalTime(from),
    canonicalTime(to),
    hosts && [...hosts].sort(),
    callIds && [...callIds].sort(),
    workspaceId,
  ]);
}

function adviceFor({ from }: Window): string {
  return from == null
    ? 'ask for a smaller "first", or for a window of time by "from" and "to"'
    : 'ask for a smaller "first" or a shorter window of time';
}
