import { GongError } from '../../gong/errors.js';
import type { Page } from '../../gong/endpoints/wire.js';

/** An item of a list with the position after it, at which a later walk can continue. */
export interface WalkItem<T, P> {
  readonly item: T;
  /** Computed on demand, because most responses need one position only. */
  readonly position: () => P;
}

/** The next items of a walk, in its order; empty when the walk advanced without finding any. */
export interface Chunk<T, P> {
  readonly items: readonly WalkItem<T, P>[];
  /** Gong's count for the whole filter; null when Gong did not send it. */
  readonly total: number | null;
  /** Whether the walk continues after these items. */
  readonly hasMore: boolean;
  /** Returns the position after the chunk, which is beyond that of the previous chunk. */
  readonly end: () => P;
}

/** More pages in succession without new items than a list can contain by coincidence. */
const MAX_PAGES_WITHOUT_NEW_ITEMS = 3;
const TRY_AGAIN = 'Try again with the last cursor that you received.';
/** A cursor lives longer than an operation. When several expire at one position, their age is not the cause. */
const MAX_RESTARTS = 3;

/**
 * Checks the requests of one walk and their pages. No walk requests the same page twice, except after a cursor
 * expired, and none follows pages that contain nothing new.
 */
export class ProgressGuard {
  private readonly sent = new Map<string, number>();
  private restarts = 0;
  private restartedAt: number | null = null;
  private cursors = new Set<string>();
  private seen = new Set<string>();
  private barren = 0;

  /**
   * Begins a list, or another part of it.
   *
   * @param begunAt the cursor of its first page; null when it has none.
   */
  begin(begunAt: string | null): void {
    this.restartedAt = null;
    this.beginPass(begunAt);
  }

  /**
   * Begins again after a refused cursor, which may have expired. Pages may then be read a second time.
   *
   * @param itemCount how many items are known to have been yielded.
   * @throws GongError the refusal, when it is of another kind or came before at the same position.
   */
  restart(refusal: unknown, itemCount: number): void {
    if (!isExpiredCursor(refusal)) throw refusal;
    if (this.restartedAt === itemCount) throw refusal;
    this.restartedAt = itemCount;
    this.restarts += 1;
    this.beginPass(null);
  }

  private beginPass(begunAt: string | null): void {
    this.cursors = new Set(begunAt === null ? [] : [begunAt]);
    this.seen = new Set();
    this.barren = 0;
  }

  /**
   * Must be called before each request.
   *
   * @param request equal for equal requests.
   * @throws GongError `bad-response` when the request was sent before.
   */
  beforeRequest(request: string): void {
    const times = this.sent.get(request) ?? 0;
    if (times > MAX_RESTARTS) throw deadEnd("Gong's cursors expire sooner than they can be used.");
    if (times > this.restarts) throw deadEnd('The next request would repeat an earlier one.');
    this.sent.set(request, times + 1);
  }

  /**
   * Must be called with each page.
   *
   * @throws GongError `bad-response` when the page leads back, or is one of several without new items.
   */
  afterPage({ cursor }: Page<unknown>, ids: readonly string[]): void {
    this.barren = ids.some((id) => !this.seen.has(id)) ? 0 : this.barren + 1;
    for (const id of ids) this.seen.add(id);
    if (cursor === null) return;
    if (this.cursors.has(cursor)) throw deadEnd("Gong's cursor leads back to an earlier page.");
    if (this.barren > MAX_PAGES_WITHOUT_NEW_ITEMS) {
      throw deadEnd(`${this.barren} consecutive pages contained nothing new.`);
    }
    this.cursors.add(cursor);
  }
}

function deadEnd(why: string): GongError {
  return new GongError(
    'bad-response',
    `Gong's pages do not lead to the end of this list. ${why} ${TRY_AGAIN}`,
  );
}

/**
 * Returns whether Gong refused one of its own cursors with a 400. Whatever its message, the cursor was valid when
 * Gong sent it.
 */
export function isExpiredCursor(error: unknown): error is GongError {
  return error instanceof GongError && error.kind === 'bad-request';
}
