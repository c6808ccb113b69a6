import type { CompanySize } from '../../company/companySize.js';
import type { Sizes } from '../../gong/endpoints/endpoint.js';
import { DAY_MS } from '../../lib/clock.js';

/**
 * The assumptions of the estimate, when neither the arguments nor the known company size decide: usual companies, at
 * the upper end. The assumption for each list is in `@listSize` in `schema/*.graphql`, and in `readThrough` in
 * `src/gong/endpoints/*.ts`. An operation on a larger company may cost more than the estimated maximum. When a policy
 * hides calls, the estimate assumes that each page has at least one visible item.
 */

/** Users of a company whose directory has not been read: 5 pages. */
const USERS = 500;

/** Workspaces of a company whose list has not been read. Most have 1 or 2. */
const WORKSPACES = 4;

/** Different flows that the data of an operation refers to. */
export const FLOWS = 60;

/** Items on one page of Gong's, and maximum of hosts in one request. */
export const PAGE_SIZE = 100;

/** Avatars: users that Gong adds for its own staff. */
const AVATARS = 10;

/** The known or assumed size of the company. */
export interface CompanySizes extends Omit<Sizes, 'parents' | 'days'> {
  /** Users including avatars. */
  readonly people: number;
}

export function sizesOf({ users, workspaces }: CompanySize): CompanySizes {
  const people = users === null ? USERS : users + AVATARS;
  return { users: users ?? USERS, people, workspaces: workspaces ?? WORKSPACES };
}

/** Returns the number of requests for this many items of a list. */
export function pagesOf(items: number): number {
  return Math.max(1, Math.ceil(items / PAGE_SIZE));
}

/**
 * Returns the requests of a newest-first walk. It must find the width of its windows, which contain more calls than
 * needed because traffic is uneven. Calls of a few hosts are sparse. Short windows are read as a whole.
 */
export function newestFirst(first: number, isThin: boolean, days: number | null = null): number {
  if (days !== null && days <= 14) return pagesOf(first);
  return pagesOf(1.2 * first) + (isThin || first > 60 ? 5 : 3);
}

/**
 * Returns the maximum requests for this many IDs that are known at this many times. IDs that are known at the same
 * time share requests.
 */
export function batchesOf(ids: number, times: number, max: number): number {
  return ids <= times ? Math.ceil(ids) : times + Math.floor((ids - times) / max);
}

/** Returns the length of a time window in days, up to the present when it is open; null when it has no beginning. */
export function daysOf(from: unknown, to: unknown, nowMs: number): number | null {
  if (typeof from !== 'string') return null;
  const end = typeof to === 'string' ? Date.parse(to) : nowMs;
  return Math.max(0, (end - Date.parse(from)) / DAY_MS);
}
