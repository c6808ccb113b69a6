import type { CallQuery, CallRecord } from '../../gong/endpoints/calls.js';
import {
  formatInstant,
  fromMillis,
  nextMillisecond,
  parseInstant,
  toMillis,
  type Instant,
} from '../../lib/instant.js';
import {
  walkOldestFirst,
  type CallChunk,
  type CallPosition,
  type CallReader,
  type WalkedCall,
} from './oldestFirst.js';
import type { TrafficPattern } from './trafficPattern.js';
import { ProgressGuard } from './walk.js';
import {
  aimedAt,
  firstSpan,
  isWorthNarrowing,
  narrower,
  nextSpan,
  PAGE_SIZE,
  patternBelow,
  MIN_SPAN_US,
  startOf,
  windowStart,
  workingSpan,
  type NarrowingContext,
  type NewestFirstOptions,
  type Window,
  type WindowRead,
} from './windowSpans.js';

/** The oldest calls of a window too full to read through: kept, so as not to ask for them again. */
interface KnownPart {
  readonly from: Instant | null;
  /** Null where the window has no beginning and none of it is known. */
  readonly to: Instant | null;
  /** All calls that started in the part. */
  readonly calls: readonly CallRecord[];
}

/**
 * Walks calls newest first, which Gong doesn't offer: windows of time are read backwards, each as
 * wide as the traffic seen so far suggests for the number of calls still wanted. Complete, and no call
 * twice, also across a cursor. Calls with the same start come in descending order of id.
 *
 * Each window ends earlier than the one before, or ends with it and begins later: the walk can't stand still.
 *
 * @throws GongError
 */
export async function* walkNewestFirst(
  reader: CallReader,
  query: CallQuery,
  after: CallPosition | null,
  options: NewestFirstOptions,
): AsyncGenerator<CallChunk, void> {
  const walk = new NewestFirstWalk(reader, query, after, options);
  while (!walk.isOver) yield await walk.step();
}

class NewestFirstWalk {
  isOver = false;
  private readonly guard = new ProgressGuard();
  private readonly bottom: Instant | null;
  private readonly start: { readonly high: Instant | null; readonly repeated: Window | null };
  /** Everything from here on, in time, has been given. */
  private high: Instant | null;
  /** A window that must be read again just as it was; the first one of a resumed walk, if any. */
  private repeated: Window | null;
  private total: number | null;
  private span: number;
  /** Of the windows around the next one that were too full, the innermost last. */
  private readonly knownParts: KnownPart[] = [];
  /** Windows, one after the other, that held far less than they were made for. */
  private misses = 0;
  /** Windows since the last one that served. */
  private guesses = 0;
  /** The working hours that a window too full to read through showed; for the time within it. */
  private pattern: TrafficPattern | null = null;

  constructor(
    private readonly reader: CallReader,
    private readonly query: CallQuery,
    private readonly after: CallPosition | null,
    private readonly options: NewestFirstOptions,
  ) {
    this.bottom = parseInstant(query.from);
    this.start = resumeAt(reader, query, after);
    this.high = this.start.high;
    this.repeated = this.start.repeated;
    this.total = after?.total ?? null;
    this.span = this.spanAfter(after);
  }

  private spanAfter(after: CallPosition | null): number {
    const { query, options } = this;
    // One page holds all that the filter names. More windows would cost more for a call that is hidden than for a
    // missing one.
    if ((query.callIds?.length ?? Infinity) <= PAGE_SIZE) return Infinity;
    return after?.spacing === undefined
      ? firstSpan(this.high, this.bottom, options)
      : Math.max(MIN_SPAN_US, after.spacing * aimedAt(options));
  }

  /** Gets further by a window, or by what is known already. */
  async step(): Promise<CallChunk> {
    const { high, bottom } = this;
    const known = this.knownParts.at(-1);
    if (known?.to != null && high !== null && high <= known.to) {
      this.knownParts.pop();
      const part = { from: known.from, to: known.to };
      return this.goDownTo(known.from, known.calls, part, this.after);
    }
    // The place at which the list was left is its end.
    if (high !== null && bottom !== null && high <= bottom) return this.goDownTo(bottom, [], null);
    return this.readNext(known);
  }

  private async readNext(known: KnownPart | undefined): Promise<CallChunk> {
    const { high, after, options, misses, guesses, pattern } = this;
    const floor = known === undefined ? this.bottom : known.to;
    const top = high ?? fromMillis(options.now());
    const window = this.repeated ?? { from: windowStart(top, this.span, floor), to: high };
    // What precedes the position stands in the repeated window only: others may overlap it in start.
    const boundary = this.start.repeated === null || this.repeated !== null ? after : null;
    const isFirst = after === null && high === this.start.high;
    const narrowing = { window, top, options, misses, guesses, isFirst, pattern };
    const mayNarrow = this.repeated === null;
    this.repeated = null;

    const read = await this.readWindow(window, mayNarrow ? narrowing : null);
    if (isFirst && window.from === this.bottom && read.total !== null) this.total = read.total;
    if (!read.isComplete) return this.narrow(read, narrowing);

    this.learnFrom(read, narrowing, known !== undefined);
    return this.goDownTo(window.from, read.calls, window, boundary, top);
  }

  /** What a window that was read through tells of the next one's length. */
  private learnFrom(
    { calls }: WindowRead,
    { window, top }: NarrowingContext,
    isNarrowed: boolean,
  ): void {
    const { options } = this;
    const isMiss = calls.length * 4 < aimedAt(options);
    // That a day is yet to begin says nothing against what is known of working days.
    const mayHaveYetToBegin = this.pattern?.flowsAtEnd === true;
    if (!isNarrowed || !isMiss) this.misses = this.guesses = 0;
    else {
      this.guesses += 1;
      if (!mayHaveYetToBegin) this.misses += 1;
    }
    this.pattern = patternBelow(this.pattern, window, calls, isMiss);
    this.span =
      this.pattern === null || window.from === null
        ? nextSpan(calls.length, window, top, options)
        : workingSpan(this.pattern, window.from, options, this.misses);
  }

  /** Of a window that was too full its oldest calls are known; what is above them comes first. */
  private narrow(read: WindowRead, narrowing: NarrowingContext): CallChunk {
    const { window } = narrowing;
    ({ span: this.span, pattern: this.pattern } = narrower(read, narrowing));
    this.guesses += 1;
    const until = wholeMillisecond(startOf(read.calls.at(-1)));
    // Where windows don't compare starts, which calls are missing below one can't be told.
    const isKnown =
      this.reader.comparesStart && until !== null && (window.from === null || until > window.from);
    this.knownParts.push({
      from: window.from,
      to: isKnown ? until : window.from,
      calls: isKnown ? read.calls.filter((call) => (startOf(call) ?? until - 1n) < until) : [],
    });
    return { items: [], total: this.total, hasMore: true, end: () => this.placeAboveNext() };
  }

  /** Where the walk stands, and how wide its next window is. */
  private placeAboveNext(): CallPosition {
    const { high, after, start, total, span, options } = this;
    const spacing = Number.isFinite(span) ? span / aimedAt(options) : undefined;
    return after !== null && high === start.high
      ? { ...after, spacing }
      : { ...placeAt(high, total), spacing };
  }

  private goDownTo(
    from: Instant | null,
    calls: readonly CallRecord[],
    window: Window | null,
    boundary: CallPosition | null = null,
    top: Instant | null = window?.to ?? null,
  ): CallChunk {
    this.high = from;
    this.isOver = from === null || (this.knownParts.length === 0 && from === this.bottom);
    const { total } = this;
    const hasMore = !this.isOver;
    const spacing =
      window?.from == null || top === null || calls.length === 0
        ? undefined
        : Math.round(Number(top - window.from) / calls.length);
    const items = inOrder(calls, boundary).map((call): WalkedCall => ({
      item: call,
      position: () => ({
        id: call.id,
        started: call.basic.started ?? null,
        total,
        windowFrom: window?.from == null ? undefined : formatInstant(window.from),
        windowTo: window?.to == null ? undefined : formatInstant(window.to),
        spacing,
      }),
    }));
    const end =
      items.at(-1)?.position ?? ((): CallPosition => placeAt(from ?? window?.to ?? null, total));
    return { items, total, hasMore, end };
  }

  /** Reads a window through, or, if it may be narrowed, only its first page where that is cheaper. */
  private async readWindow(
    window: Window,
    narrowing: NarrowingContext | null,
  ): Promise<WindowRead> {
    const { query } = this;
    const pages = walkOldestFirst(
      this.reader,
      { ...query, from: timeText(window.from, query.from), to: timeText(window.to, query.to) },
      null,
      this.guard,
    );
    const calls: CallRecord[] = [];
    let total: number | null = null;
    for await (const page of pages) {
      calls.push(...page.items.map(({ item }) => item));
      total ??= page.total;
      if (!page.hasMore) return { calls, isComplete: true, total };
      const isFirstPage = calls.length <= PAGE_SIZE;
      if (narrowing === null || !isFirstPage) continue;
      if (isWorthNarrowing({ calls, total, isComplete: false }, narrowing)) break;
    }
    return { calls, isComplete: false, total };
  }
}

/** Where a walk takes up again after a position. */
function resumeAt(
  reader: CallReader,
  query: CallQuery,
  after: CallPosition | null,
): { high: Instant | null; repeated: Window | null } {
  const top = parseInstant(query.to);
  if (after === null) return { high: top, repeated: null };
  const started = parseInstant(after.started);
  if (after.id === '') return { high: started ?? top, repeated: null };
  if (reader.comparesStart && started !== null) {
    // Calls that started with the last one may still be to come: the window includes its start.
    const high = nextMillisecond(started);
    return { high: top !== null && top < high ? top : high, repeated: null };
  }
  const repeated = { from: parseInstant(after.windowFrom), to: parseInstant(after.windowTo) };
  return { high: repeated.to, repeated };
}

/** The place after all calls from an instant on; null: before all. */
function placeAt(high: Instant | null, total: number | null): CallPosition {
  return { id: '', started: high === null ? null : formatInstant(high), total };
}

/** Newest first, without what precedes the position. */
function inOrder(calls: readonly CallRecord[], after: CallPosition | null): readonly CallRecord[] {
  const boundary =
    after === null || after.id === ''
      ? null
      : { started: parseInstant(after.started), id: after.id };
  return calls
    .map((call) => ({ call, started: startOf(call), id: call.id }))
    .filter((each) => boundary === null || compareNewestFirst(boundary, each) < 0)
    .sort(compareNewestFirst)
    .map(({ call }) => call);
}

interface SortKey {
  readonly started: Instant | null;
  readonly id: string;
}

/** Descending by start, then by id; calls without a start come last. */
function compareNewestFirst(a: SortKey, b: SortKey): number {
  if (a.started !== b.started) {
    if (a.started === null) return 1;
    if (b.started === null) return -1;
    return a.started > b.started ? -1 : 1;
  }
  return a.id.length === b.id.length
    ? a.id === b.id
      ? 0
      : a.id > b.id
        ? -1
        : 1
    : b.id.length - a.id.length;
}

/** A bound that cuts no call off, also for a server that compares milliseconds. */
function wholeMillisecond(instant: Instant | null): Instant | null {
  return instant === null ? null : fromMillis(toMillis(instant));
}

/** The bound in the filter's own words where it is the filter's own. */
function timeText(bound: Instant | null, own: string | undefined): string | undefined {
  if (bound === null) return undefined;
  return bound === parseInstant(own) ? own : formatInstant(bound);
}
