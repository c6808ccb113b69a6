import type { CallQuery, CallRecord } from '../../gong/endpoints/calls.js';
import {
  formatInstant,
  parseInstant,
  startOfMillisecond,
  type Instant,
} from '../../lib/instant.js';
import { GongError } from '../../gong/errors.js';
import type { Page } from '../../gong/endpoints/wire.js';
import { ProgressGuard, type Chunk, type WalkItem } from './walk.js';

/** The position of a walk after one of its calls. A connection's cursor contains it. */
export interface CallPosition {
  /** Newest first: empty when all calls from `started` on were yielded, and none before it. */
  readonly id: string;
  /** When the call started, as spelled by Gong; null when no call so far has a start. */
  readonly started: string | null;
  /** Gong's count for the whole filter; null when Gong did not send it. */
  readonly total: number | null;
  /**
   * Oldest first: the calls already yielded that started in the same millisecond, this one included. Gong may compare
   * and sort by milliseconds only.
   */
  readonly sameMillisecond?: readonly string[];
  /** The same for the same instant: in cursors of earlier versions. */
  readonly sameStart?: readonly string[];
  /** Oldest first: leads to Gong's next page, when the call was the last of its page. */
  readonly next?: string | undefined;
  /** Oldest first: the call comes again, on the page of `next` or later. */
  readonly isLost?: true;
  /**
   * Oldest first: leads to the call's page, when the call is not its last one. A client that continues soon finds
   * that page cached.
   */
  readonly page?: string | undefined;
  /** The window of the walk. Open bounds are omitted. */
  readonly windowFrom?: string | undefined;
  readonly windowTo?: string | undefined;
  /** Newest first: average time between calls, in microseconds, from which the next window's width follows. */
  readonly spacing?: number | undefined;
}

export type WalkedCall = WalkItem<CallRecord, CallPosition>;
export type CallChunk = Chunk<CallRecord, CallPosition>;

/** Reads pages of calls for one selection. */
export interface CallReader {
  read(query: CallQuery, cursor: string | null): Promise<Page<CallRecord>>;
  /** Whether windows compare the start of calls. `GET /v2/calls` compares scheduled times too. */
  readonly comparesStart: boolean;
}

/**
 * Walks calls oldest first, one Gong page at a time. When Gong's cursor has expired, the walk continues from the last
 * call: with a window from its start, without the calls already yielded.
 *
 * @param guard the guard of the walk that this one belongs to.
 * @throws GongError
 */
export async function* walkOldestFirst(
  reader: CallReader,
  query: CallQuery,
  after: CallPosition | null,
  guard = new ProgressGuard(),
): AsyncGenerator<CallChunk, void> {
  const place = new OldestFirstPlace(reader, query, after);
  let total = after?.total ?? null;
  guard.begin(place.cursor);

  for (;;) {
    const { cursor, windowFrom } = place;
    guard.beforeRequest(JSON.stringify([windowFrom, query.to, cursor]));
    let page: Page<CallRecord>;
    try {
      page = await reader.read({ ...query, from: windowFrom }, cursor);
    } catch (error) {
      if (cursor === null) throw error;
      guard.restart(error, place.count);
      place.resumeFromLast();
      continue;
    }
    guard.afterPage(
      page,
      page.items.map(({ id }) => id),
    );
    if (windowFrom === query.from && page.total !== null) total = page.total;
    const items = place.take(page, total);
    const end = place.position(total, page.cursor);
    if (page.cursor !== null || !place.isLost) {
      yield { items, total, hasMore: page.cursor !== null, end };
    }
    if (page.cursor === null) {
      if (!place.isLost) return;
      throw new GongError(
        'bad-response',
        'The list cannot be continued, because the call at its cursor is no longer in it. ' +
          'Omit "after" to start again.',
      );
    }
    place.cursor = page.cursor;
  }
}

/** The position of a walk oldest first: in its window, and among the calls that start together. */
class OldestFirstPlace {
  windowFrom: string | undefined;
  cursor: string | null = null;
  private readonly given: Set<string>;
  private run: Run;
  /** Set while a walk that cannot resume by start time is read again up to its position. */
  private skipTo: string | null = null;
  /** Calls that started earlier were yielded. A page that is read again may contain some. */
  private notBefore: Instant | null = null;

  constructor(
    private readonly reader: CallReader,
    private readonly query: CallQuery,
    after: CallPosition | null,
  ) {
    this.windowFrom = query.from;
    const ids = after?.sameMillisecond ?? after?.sameStart ?? [];
    this.given = new Set(ids);
    this.run = {
      started: after?.started ?? null,
      ids: [...ids],
      isExact: after?.sameStart !== undefined,
    };
    const begunAt = after?.next ?? (reader.comparesStart ? after?.page : undefined);
    if (begunAt !== undefined) {
      this.cursor = begunAt;
      this.windowFrom = after?.windowFrom ?? query.from;
      if (after?.isLost === true) this.skipTo = ids.at(-1) ?? null;
      if (reader.comparesStart) this.notBefore = startOfRun(this.run);
    } else if (after !== null) {
      this.resumeFromLast();
    }
  }

  /** Returns how many calls are known to have been yielded. */
  get count(): number {
    return this.given.size;
  }

  /** Returns whether the call at which to continue has not come again yet. */
  get isLost(): boolean {
    return this.skipTo !== null;
  }

  resumeFromLast(): void {
    this.cursor = null;
    const start = this.reader.comparesStart ? startOfRun(this.run) : null;
    if (start === null) {
      this.windowFrom = this.query.from;
      this.skipTo = this.run.ids.at(-1) ?? null;
      return;
    }
    this.notBefore = start;
    const bottom = parseInstant(this.query.from);
    this.windowFrom = bottom !== null && bottom >= start ? this.query.from : formatInstant(start);
  }

  /** Returns the calls of a page that were not yielded yet. */
  take(page: Page<CallRecord>, total: number | null): WalkedCall[] {
    const pageCursor = this.cursor;
    const fresh: CallRecord[] = [];
    for (const call of page.items) {
      const isSkipped = this.skipTo !== null;
      if (call.id === this.skipTo) this.skipTo = null;
      if (!isSkipped && !this.given.has(call.id) && !startedBefore(call, this.notBefore)) {
        fresh.push(call);
      }
      this.given.add(call.id);
    }
    return fresh.map((call, index) => {
      this.run = extendRun(this.run, call);
      const isLast = index === fresh.length - 1;
      const next = isLast ? page.cursor : null;
      return { item: call, position: this.position(total, next, pageCursor) };
    });
  }

  /**
   * Returns the position after the latest call.
   *
   * @param next leads to the next page; null when the call is not the last of its page, or when the page is the
   *   last.
   * @param page leads to the call's page; null for the first of a window.
   */
  position(total: number | null, next: string | null, page = this.cursor): () => CallPosition {
    const { run, windowFrom, isLost } = this;
    const count = run.ids.length;
    return () => {
      const ids = run.ids.slice(0, count);
      return {
        id: ids.at(-1) ?? '',
        started: run.started,
        total,
        ...(run.isExact ? { sameStart: ids } : { sameMillisecond: ids }),
        ...(next !== null ? { next, windowFrom } : page !== null ? { page, windowFrom } : {}),
        ...(isLost ? { isLost } : {}),
      };
    };
  }
}

function startedBefore({ basic }: CallRecord, limit: Instant | null): boolean {
  const started = parseInstant(basic.started);
  return limit !== null && started !== null && started < limit;
}

/** The latest yielded calls that started in one millisecond. */
interface Run {
  /** When the first of them started, as spelled by Gong. */
  readonly started: string | null;
  /** Grows while calls of the same millisecond follow. */
  readonly ids: string[];
  /** Whether only calls with exactly the same instant are known: see `sameStart`. */
  readonly isExact: boolean;
}

function extendRun(run: Run, call: CallRecord): Run {
  // A call without a start belongs to its predecessor.
  const started = call.basic.started ?? run.started;
  if (started !== run.started && startedApart(started, run)) {
    const isExact = run.isExact && !startedApart(started, { ...run, isExact: false });
    return { started, ids: [call.id], isExact };
  }
  run.ids.push(call.id);
  return run;
}

function startedApart(started: string | null, run: Run): boolean {
  return startOfRun({ ...run, started }) !== startOfRun(run);
}

/** Returns from when on calls may not have been yielded; null when that is unknown. */
function startOfRun({ started, isExact }: Pick<Run, 'started' | 'isExact'>): Instant | null {
  const instant = parseInstant(started);
  return instant === null || isExact ? instant : startOfMillisecond(instant);
}
