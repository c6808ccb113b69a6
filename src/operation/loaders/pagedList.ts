import type { Page } from '../../gong/endpoints/wire.js';
import { walkPages, type PagePosition } from '../../company/walks/pages.js';
import type { Operation } from '../operation.js';
import { isBulk, type ConnectionModel } from './connection.js';
import type { CursorCodec } from './cursors.js';
import {
  ListPage,
  oneList,
  takePage,
  toConnection,
  type Counts,
  type Filter,
  type WalkOutcome,
} from './takePage.js';

/** The content of a cursor of a list in Gong's own order. */
export interface PageCursor {
  /** Null when the list was cut before its first item, so that it begins again. */
  readonly at: PagePosition | null;
}

/** A list in Gong's own order, as one or more fields of an operation request it. */
export interface PagedList<T> {
  /** Name of the list with its filter, in cursors. */
  readonly list: string;
  readonly after: string | null;
  readonly read: (cursor: string | null) => Promise<Page<T>>;
  readonly idOf: (item: T) => string | null;
  readonly filter: Filter<T>;
  readonly counts?: Counts;
  readonly totalOf: (
    outcome: WalkOutcome<PagePosition>,
    page: ListPage<T, PagePosition>,
    isBeginning: boolean,
  ) => number | null;
}

/**
 * Reads a list as far as its longest page needs.
 *
 * @param firsts maximum of items of each page.
 * @throws GongError, InputError `BAD_CURSOR`
 */
export async function readPages<T>(
  { operation, cursors }: { readonly operation: Operation; readonly cursors: CursorCodec },
  { list, after, read, idOf, filter, counts, totalOf }: PagedList<T>,
  firsts: readonly number[],
): Promise<ConnectionModel<T>[]> {
  const position = after === null ? null : cursors.decode<PageCursor>(list, after).at;
  const most = Math.max(...firsts);
  if (isBulk(most, after)) operation.readInBulk();
  const page = new ListPage<T, PagePosition>(most, counts);
  const outcome = await takePage(walkPages(read, idOf, position), oneList(page), filter);
  const totalCount = totalOf(outcome, page, position === null);
  return firsts.map((first) =>
    toConnection(page, outcome, {
      first,
      after,
      hasPreviousPage: position !== null,
      totalCount,
      seal: (at) => cursors.encode(list, { at } satisfies PageCursor),
    }),
  );
}
