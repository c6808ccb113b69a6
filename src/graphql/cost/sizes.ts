import type { CompanySize } from '../../company/companySize.js';
import type { Sizes } from '../../gong/endpoints/endpoint.js';
import { DAY_MS } from '../../lib/clock.js';

/**
 * What the price assumes when neither the arguments nor what is known of the company decide: companies as they usually
 * are, at the upper end. What is assumed of one list stands beside it: `@listSize` in `schema/*.graphql`, and
 * `readThrough` in `src/gong/endpoints/*.ts`. An operation on a company beyond these may cost more than the estimated
 * maximum. Where a policy hides calls, at least one item of those that a page examines is shown.
 */

/** Users of a company whose directory has not been read: five pages. */
const USERS = 500;

/** Workspaces of a company whose list has not been read. Most have one or two. */
const WORKSPACES = 4;

/** Different flows that what an operation reads refers to. */
export const FLOWS = 60;

/** Items on one of Gong's pages, and most hosts in one request. */
export const PAGE_SIZE = 100;

/** Avatars, which Gong adds to the users for its own staff. */
const AVATARS = 10;

/** The company's size, as known or assumed. */
export interface CompanySizes extends Omit<Sizes, 'parents' | 'days'> {
  /** Users, with the avatars. */
  readonly people: number;
}

export function sizesOf({ users, workspaces }: CompanySize): CompanySizes {
  const people = users === null ? USERS : users + AVATARS;
  return { users: users ?? USERS, people, workspaces: workspaces ?? WORKSPACES };
}

/** Requests for this many items of a list. */
export function pagesOf(items: number): number {
  return Math.max(1, Math.ceil(items / PAGE_SIZE));
}

/**
 * Requests of a newest-first walk: it finds how wide its windows must be, which hold more than is wanted, because traffic
 * is uneven. The calls of a few hosts are thinly spread. Short windows of them are read as a whole.
 */
export function newestFirst(first: number, isThin: boolean, days: number | null = null): number {
  if (days !== null && days <= 14) return pagesOf(first);
  return pagesOf(1.2 * first) + (isThin || first > 60 ? 5 : 3);
}

/** Most requests for this many IDs that come up at so many times: what comes up together is sent together. */
export function batchesOf(ids: number, times: number, max: number): number {
  return ids <= times ? Math.ceil(ids) : times + Math.floor((ids - times) / max);
}

/** Length of a window of time in days, up to the present when it is open; null when it has no beginning. */
export function daysOf(from: unknown, to: unknown, nowMs: number): number | null {
  if (typeof from !== 'string') return null;
  const end = typeof to === 'string' ? Date.parse(to) : nowMs;
  return Math.max(0, (end - Date.parse(from)) / DAY_MS);
}
