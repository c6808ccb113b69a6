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

/** The oldest calls of a window that held too many calls. They are kept, so that they are not requested again. */
interface KnownPart {
  readonly from: Instant | null;
  /** Null when the window has no beginning and none of it is known. */
  readonly to: Instant | null;
  /** All calls that started in the part. */
  readonly calls: readonly CallRecord[];
}

/**
 * Walks calls newest first, which Gong does not offer. It reads time windows backward, each as wide as the traffic so
 * far suggests for the number of calls that are still wanted. The walk is complete and yields no call twice, even
 * across a cursor. Calls with the same start come in descending order of ID.
 *
 * Each window ends earlier than the one before, or ends with it and begins later, so the walk always advances.
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
  /** All calls that started at this time or later have been yielded. */
  private high: Instant | null;
  /** A window that must be read again exactly: the first one of a resumed walk, if any. */
  private repeated: Window | null;
  private total: number | null;
  private span: number;
  /** The known parts of the windows around the next one that held too many calls, the innermost last. */
  private readonly knownParts: KnownPart[] = [];
  /** Windows in succession that held far fewer calls than expected. */
  private misses = 0;
  /** Windows since the last one that fitted. */
  private guesses = 0;
  /** The working hours that a window with too many calls showed. They apply to the time within it. */
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
    // One page holds all that the filter names. With more windows, a hidden call would cost more than a missing one.
    if ((query.callIds?.length ?? Infinity) <= PAGE_SIZE) return Infinity;
    return after?.spacing === undefined
      ? firstSpan(this.high, this.bottom, options)
      : Math.max(MIN_SPAN_US, after.spacing * aimedAt(options));
  }

  /** Advances by one window, or by a known part. */
  async step(): Promise<CallChunk> {
    const { high, bottom } = this;
    const known = this.knownParts.at(-1);
    if (known?.to != null && high !== null && high <= known.to) {
      this.knownParts.pop();
      const part = { from: known.from, to: known.to };
      return this.goDownTo(known.from, known.calls, part, this.after);
    }
    // The position at which the walk stopped is its end.
    if (high !== null && bottom !== null && high <= bottom) return this.goDownTo(bottom, [], null);
    return this.readNext(known);
  }

  private async readNext(known: KnownPart | undefined): Promise<CallChunk> {
    const { high, after, options, misses, guesses, pattern } = this;
    const floor = known === undefined ? this.bottom : known.to;
    const top = high ?? fromMillis(options.now());
    const window = this.repeated ?? { from: windowStart(top, this.span, floor), to: high };
    // Only the repeated window contains calls before the position. Other windows may contain calls with the same
    // start.
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

  /** Learns the length of the next window from one that was read completely. */
  private learnFrom(
    { calls }: WindowRead,
    { window, top }: NarrowingContext,
    isNarrowed: boolean,
  ): void {
    const { options } = this;
    const isMiss = calls.length * 4 < aimedAt(options);
    // A working day that has not begun yet does not contradict the known pattern.
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

  /** Keeps the known oldest calls of a window with too many calls, and continues with a narrower window above them. */
  private narrow(read: WindowRead, narrowing: NarrowingContext): CallChunk {
    const { window } = narrowing;
    ({ span: this.span, pattern: this.pattern } = narrower(read, narrowing));
    this.guesses += 1;
    const until = wholeMillisecond(startOf(read.calls.at(-1)));
    // When windows do not compare starts, the calls that are missing below a known one are unknown.
    const isKnown =
      this.reader.comparesStart && until !== null && (window.from === null || until > window.from);
    this.knownParts.push({
      from: window.from,
      to: isKnown ? until : window.from,
      calls: isKnown ? read.calls.filter((call) => (startOf(call) ?? until - 1n) < until) : [],
    });
    return { items: [], total: this.total, hasMore: true, end: () => this.placeAboveNext() };
  }

  /** Returns the walk's position, and the width of its next window. */
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

  /** Reads a window completely, or only its first page when narrowing it is cheaper. */
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

/** Returns where a walk resumes after a position. */
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
    // The window includes the start of the last call, because more calls may have started at the same time.
    const high = nextMillisecond(started);
    return { high: top !== null && top < high ? top : high, repeated: null };
  }
  const repeated = { from: parseInstant(after.windowFrom), to: parseInstant(after.windowTo) };
  return { high: repeated.to, repeated };
}

/** Returns the position after all calls from an instant on; null: before all calls. */
function placeAt(high: Instant | null, total: number | null): CallPosition {
  return { id: '', started: high === null ? null : formatInstant(high), total };
}

/** Returns the calls newest first, without those before the position. */
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

/** Rounds a bound so that it excludes no call, even when the server compares milliseconds. */
function wholeMillisecond(instant: Instant | null): Instant | null {
  return instant === null ? null : fromMillis(toMillis(instant));
}

/** Returns the bound as the filter spells it, when it is the filter's own. */
function timeText(bound: Instant | null, own: string | undefined): string | undefined {
  if (bound === null) return undefined;
  return bound === parseInstant(own) ? own : formatInstant(bound);
}
