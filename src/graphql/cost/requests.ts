/** Items on one of Gong's pages, and most ids in one request. */
const PAGE_SIZE = 100;

/** Requests for so many items or ids. */
export function pagesOf(count: number): number {
  return Math.ceil(count / PAGE_SIZE);
}

/** Most pages that hold the `first` items of a list, from its beginning or from somewhere in a page. */
export function pagesOfFirst(first: number, after: unknown): number {
  return after == null ? pagesOf(first) : 1 + pagesOf(first - 1);
}

/** Most requests for so many ids that come up at so many times: what comes up together travels together. */
export function batchesOf(count: number, times: number): number {
  return count <= times ? Math.ceil(count) : times + Math.floor((count - times) / PAGE_SIZE);
}
