import { GongError } from '../../gong/errors.js';
import type { Page } from '../../gong/endpoints/wire.js';

/** An item of a list with the place after it, from where a later walk can go on. */
export interface WalkItem<T, P> {
  readonly item: T;
  /** Made on demand: most answers need one position, not one an item. */
  readonly position: () => P;
}

/** Some further items of a walk, in its order; none where it got further without meeting any. */
export interface Chunk<T, P> {
  readonly items: readonly WalkItem<T, P>[];
  /** Gong's own count for the whole filter; null where it was not told. */
  readonly total: number | null;
  /** Whether the walk goes on after these. */
  readonly hasMore: boolean;
  /** The place after the chunk, further on than the one before it. */
  readonly end: () => P;
}

/** Pages in a row that hold nothing new: more than a list could have by chance. */
const MAX_PAGES_WITHOUT_NEW_ITEMS = 3;
const TRY_AGAIN = 'Try again with the last cursor that you received.';
/** An operation lasts for less time than a cursor: several that expire at one place are no matter of age. */
const MAX_RESTARTS = 3;

/**
 * Watches the requests of one walk and what they bring. Every walk goes through it: none asks for the same page
 * twice, but after a cursor has expired, and none follows pages that bring nothing new.
 */
export class ProgressGuard {
  private readonly sent = new Map<string, number>();
  private restarts = 0;
  private restartedAt: number | null = null;
  private cursors = new Set<string>();
  private seen = new Set<string>();
  private barren = 0;

  /**
   * Begins with a list, or with a further part of it.
   *
   * @param begunAt the cursor of its first page; null where that has none.
   */
  begin(begunAt: string | null): void {
    this.restartedAt = null;
    this.beginPass(begunAt);
  }

  /**
   * Begins again because a cursor was refused, as those that have expired are: pages that were read may be needed
   * once more.
   *
   * @param itemCount how many items are known to have been given.
   * @throws GongError the refusal where it is of another kind, or came before at the same place.
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
   * @throws GongError `bad-response` where the request was sent before.
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
   * @throws GongError `bad-response` where the page leads back, or is one of several without anything new.
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

/** A 400 to a cursor of Gong's own: whatever the words, it was good when Gong gave it. */
export function isExpiredCursor(error: unknown): error is GongError {
  return error instanceof GongError && error.kind === 'bad-request';
}
