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

/** Where a walk through calls stands after one of them; what a connection's cursor carries. */
export interface CallPosition {
  /** Newest first: empty where all calls from `started` on were given, and none from before it. */
  readonly id: string;
  /** When the call started, in Gong's own words; null when no call before it said. */
  readonly started: string | null;
  /** Gong's count for the whole filter, where it was told. */
  readonly total: number | null;
  /**
   * Oldest first: calls already given that started in the same millisecond, this one included: Gong need not tell
   * shorter times apart, when it compares and when it sorts.
   */
  readonly sameMillisecond?: readonly string[];
  /** The same of the same instant: in cursors made before calls of one millisecond were kept apart. */
  readonly sameStart?: readonly string[];
  /** Oldest first: leads to Gong's next page, when the call was the last of its page. */
  readonly next?: string | undefined;
  /** Oldest first: the call is still to be met again, on the page to which `next` leads or later. */
  readonly isLost?: true;
  /**
   * Oldest first: leads to the page that the call stands on, where it isn't the last of it: whoever goes on soon
   * finds that page kept.
   */
  readonly page?: string | undefined;
  /** The window that the walk was in; bounds that are open are left out. */
  readonly windowFrom?: string | undefined;
  readonly windowTo?: string | undefined;
  /** Newest first: microseconds from call to call there, by which the next window is measured. */
  readonly spacing?: number | undefined;
}

export type WalkedCall = WalkItem<CallRecord, CallPosition>;
export type CallChunk = Chunk<CallRecord, CallPosition>;

/** Reads pages of calls for one selection. */
export interface CallReader {
  read(query: CallQuery, cursor: string | null): Promise<Page<CallRecord>>;
  /** Whether windows compare the start of calls; `GET /v2/calls` compares scheduled times too. */
  readonly comparesStart: boolean;
}

/**
 * Walks calls oldest first, a Gong page at a time. When Gong's cursor has expired, the walk goes on by
 * itself from the last call: a window from its start, without the calls already given.
 *
 * @param guard the guard of the walk that this one is part of.
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

/** Where a walk oldest first stands: in its window, and among the calls that start together. */
class OldestFirstPlace {
  windowFrom: string | undefined;
  cursor: string | null = null;
  private readonly given: Set<string>;
  private run: Run;
  /** Set while a walk that can't be resumed by start time is read again up to where it was. */
  private skipTo: string | null = null;
  /** Calls that started earlier were given: a page that is read again may hold some. */
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

  /** How many calls are known to have been given. */
  get count(): number {
    return this.given.size;
  }

  /** Whether the call from which to go on hasn't been met again yet. */
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

  /** The calls of a page that weren't given yet, as given now. */
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
   * The place after the latest call.
   *
   * @param next leads to the next page; null where the call isn't the last of its page, or that is the last.
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

/** Calls given that started in one millisecond, the latest ones. */
interface Run {
  /** When the first of them started, in Gong's own words. */
  readonly started: string | null;
  /** Grows while calls of the same millisecond follow. */
  readonly ids: string[];
  /** Only those that started at the very same instant are known: see `sameStart`. */
  readonly isExact: boolean;
}

function extendRun(run: Run, call: CallRecord): Run {
  // A call that doesn't say when it started stays with its predecessor.
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

/** From when on calls may still have to be given; null where that isn't known. */
function startOfRun({ started, isExact }: Pick<Run, 'started' | 'isExact'>): Instant | null {
  const instant = parseInstant(started);
  return instant === null || isExact ? instant : startOfMillisecond(instant);
}
