import type { CallQuery, CallRecord } from '../gong/calls.js';
import {
  formatInstant,
  fromMillis,
  nextMillisecond,
  parseInstant,
  toMillis,
  type Instant,
} from '../gong/instant.js';
import {
  walkOldestFirst,
  type CallChunk,
  type CallPosition,
  type CallReader,
  type WalkedCall,
} from './callWalk.js';
import type { TrafficPattern } from './trafficPattern.js';
import {
  aimedAt,
  firstSpan,
  isWorthNarrowing,
  narrower,
  nextSpan,
  PAGE_SIZE,
  patternBelow,
  SHORTEST_SPAN_US,
  startOf,
  windowStart,
  workingSpan,
  type Narrowing,
  type NewestFirstOptions,
  type Window,
  type WindowRead,
} from './windowSpans.js';

/** The oldest calls of a window too full to read through: kept, so as not to ask for them again. */
interface KnownPart extends Window {
  readonly to: Instant;
  /** All calls that started in the window. */
  readonly calls: readonly CallRecord[];
}

/**
 * Walks calls newest first, which Gong doesn't offer: windows of time are read backwards, each as
 * wide as the traffic seen so far suggests for the number of calls still wanted. Complete, and no call
 * twice, also across a cursor. Calls with the same start come in descending order of id.
 *
 * @throws GongError
 */
export async function* walkNewestFirst(
  reader: CallReader,
  query: CallQuery,
  after: CallPosition | null,
  options: NewestFirstOptions,
): AsyncGenerator<CallChunk, void> {
  const bottom = parseInstant(query.from);
  const start = resumeAt(reader, query, after);
  /** Everything from here on, in time, has been given. */
  let high = start.high;
  /** A window that must be read again just as it was; the first one of a resumed walk, if any. */
  let repeated = start.repeated;
  let total = after?.total ?? null;
  let span =
    after?.spacing === undefined
      ? firstSpan(high, bottom, options)
      : Math.max(SHORTEST_SPAN_US, after.spacing * aimedAt(options));
  const knownParts: KnownPart[] = [];
  /** Narrowed windows, one after the other, that held far less than they were made for. */
  let misses = 0;
  /** The working hours that a window too full to read through showed; for the time within it. */
  let pattern: TrafficPattern | null = null;

  for (;;) {
    const known = knownParts.at(-1);
    if (known !== undefined && high !== null && high <= known.to) {
      knownParts.pop();
      high = known.from;
      const isEnd = high === null || high === bottom;
      yield toChunk(known.calls, known, known.to, after, total, !isEnd);
      if (isEnd) return;
      continue;
    }

    const floor: Instant | null = known?.to ?? bottom;
    const top: Instant = high ?? fromMillis(options.now());
    const window: Window = repeated ?? { from: windowStart(top, span, floor), to: high };
    // What precedes the position stands in the repeated window only: others may overlap it in start.
    const given = start.repeated === null || repeated !== null ? after : null;
    const mayNarrow = repeated === null;
    repeated = null;
    const isFirst = after === null && high === start.high;
    const isWholeFilter = isFirst && window.from === bottom;
    const narrowing = { window, top, options, misses, isFirst, pattern };

    const read = await readWindow(reader, query, window, mayNarrow ? narrowing : null);
    if (isWholeFilter && read.total !== null) total = read.total;

    if (read.isComplete) {
      const isMiss = read.calls.length * 4 < aimedAt(options);
      // That a day is yet to begin says nothing against what is known of working days.
      const mayHaveYetToBegin = pattern?.flowsAtEnd === true;
      if (known === undefined || !isMiss) misses = 0;
      else if (!mayHaveYetToBegin) misses += 1;
      pattern = patternBelow(pattern, window, read.calls, isMiss);
      span =
        pattern === null || window.from === null
          ? nextSpan(read.calls.length, window, top, options)
          : workingSpan(pattern, window.from, options, misses);
      high = window.from;
      const isEnd = high === null || (known === undefined && high === bottom);
      if (read.calls.length > 0 || isEnd) {
        yield toChunk(read.calls, window, top, given, total, !isEnd);
      }
      if (isEnd) return;
    } else {
      ({ span, pattern } = narrower(read, narrowing));
      const until = wholeMillisecond(startOf(read.calls.at(-1)));
      // Where windows don't compare starts, which calls are missing below one can't be told.
      if (reader.comparesStart && until !== null && (window.from === null || until > window.from)) {
        const calls = read.calls.filter((call) => (startOf(call) ?? until - 1n) < until);
        knownParts.push({ from: window.from, to: until, calls });
      }
    }
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
  if (reader.comparesStart && started !== null) {
    // Calls that started with the last one may still be to come: the window includes its start.
    const high = nextMillisecond(started);
    return { high: top !== null && top < high ? top : high, repeated: null };
  }
  const repeated = { from: parseInstant(after.windowFrom), to: parseInstant(after.windowTo) };
  return { high: repeated.to, repeated };
}

/** Reads a window through, or, if it may be narrowed, only its first page where that is cheaper. */
async function readWindow(
  reader: CallReader,
  query: CallQuery,
  window: Window,
  narrowing: Narrowing | null,
): Promise<WindowRead> {
  const pages = walkOldestFirst(
    reader,
    { ...query, from: timeText(window.from, query.from), to: timeText(window.to, query.to) },
    null,
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

function toChunk(
  calls: readonly CallRecord[],
  window: Window,
  top: Instant,
  after: CallPosition | null,
  total: number | null,
  hasMore: boolean,
): CallChunk {
  const spacing =
    window.from === null ? undefined : Math.round(Number(top - window.from) / calls.length);
  const boundary = after === null ? null : { started: parseInstant(after.started), id: after.id };
  const ordered = calls
    .map((call) => ({ call, started: startOf(call), id: call.id }))
    .filter((each) => boundary === null || compareNewestFirst(boundary, each) < 0)
    .sort(compareNewestFirst);
  return {
    items: ordered.map(({ call }): WalkedCall => ({
      item: call,
      position: () => ({
        id: call.id,
        started: call.basic.started ?? null,
        total,
        windowFrom: window.from === null ? undefined : formatInstant(window.from),
        windowTo: window.to === null ? undefined : formatInstant(window.to),
        spacing,
      }),
    })),
    total,
    hasMore,
  };
}

interface Ordered {
  readonly started: Instant | null;
  readonly id: string;
}

/** Descending by start, then by id; calls without a start come last. */
function compareNewestFirst(a: Ordered, b: Ordered): number {
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
