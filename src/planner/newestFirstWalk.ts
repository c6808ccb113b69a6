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
import { patternOf, reachBack, type TrafficPattern } from './trafficPattern.js';

/** What decides how far back the windows of a newest-first walk reach. */
export interface NewestFirstOptions {
  /** How many more calls the reader wants, as far as it knows. */
  readonly wanted: () => number;
  /** Ask for the whole filter first: the only way to learn Gong's count for it. */
  readonly needsTotal: boolean;
  /** Several readers share the walk, of whom one may need far more calls than the average. */
  readonly isMerged: boolean;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
}

const DAY_US = 24 * 60 * 60 * 1_000_000;
/** How far the first window reaches when nothing is known of the company's traffic. */
const FIRST_SPAN_US = 7 * DAY_US;
/** A filter's own window is asked for as a whole up to this length. */
const WHOLE_WINDOW_US = 14 * DAY_US;
/** Windows shorter than this are read through, however full: calls imported with one start time. */
const SHORTEST_SPAN_US = 1_000_000;
const PAGE_SIZE = 100;
/** Misses after which working days look like holidays. */
const HOLIDAY_MISSES = 2;

/** Half open; null is an open bound. */
interface Window {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

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

function firstSpan(
  high: Instant | null,
  bottom: Instant | null,
  options: NewestFirstOptions,
): number {
  if (options.needsTotal) return Number.POSITIVE_INFINITY;
  if (bottom === null) return FIRST_SPAN_US;
  if (options.isMerged) return Number.POSITIVE_INFINITY;
  const top = high ?? fromMillis(options.now());
  return Number(top - bottom) <= WHOLE_WINDOW_US ? Number.POSITIVE_INFINITY : FIRST_SPAN_US;
}

/** Where a window of the given length begins; not below the floor. Whole milliseconds. */
function windowStart(top: Instant, span: number, floor: Instant | null): Instant | null {
  if (!Number.isFinite(span)) return floor;
  const from = fromMillis(Number(top / 1000n) - Math.ceil(span / 1000));
  // Before 1970 there is nothing to find, and soon no date that could be written.
  return from <= (floor ?? 0n) ? floor : from;
}

interface WindowRead {
  /** Oldest first: all calls of the window, or those of its first page. */
  readonly calls: readonly CallRecord[];
  readonly isComplete: boolean;
  readonly total: number | null;
}

/** What decides whether and how a window too full is narrowed. */
interface Narrowing {
  readonly window: Window;
  /** Where the window ends, or the present. */
  readonly top: Instant;
  readonly options: NewestFirstOptions;
  readonly misses: number;
  /** The walk's first window: nothing is known of the time before its end. */
  readonly isFirst: boolean;
  /** What the window around this one showed. */
  readonly pattern: TrafficPattern | null;
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

function isWorthNarrowing(read: WindowRead, narrowing: Narrowing): boolean {
  const { calls, total } = read;
  const { window, top, options, misses } = narrowing;
  const oldest = window.from ?? startOf(calls[0]);
  if (oldest === null || Number(top - oldest) <= SHORTEST_SPAN_US) return false;
  if (narrower(read, narrowing).span >= Number(top - oldest)) return false;
  if (total === null) return misses < 2;
  const pagesLeft = Math.ceil(total / PAGE_SIZE) - 1;
  const pagesOfNarrower = Math.ceil(aimedAt(options) / PAGE_SIZE);
  // A shared walk goes on until its rarest reader is served: narrow only for a clear gain.
  const enough = options.isMerged ? 2 * pagesOfNarrower + 2 : pagesOfNarrower;
  // After a miss the next guess may miss too: better read a little more than guess again.
  return pagesLeft > enough * (misses > 0 ? 2 : 1);
}

/** How many calls the next window should hold: enough in spite of uneven traffic, no page too many. */
function aimedAt(options: NewestFirstOptions): number {
  const wanted = options.wanted() * (options.isMerged ? 2 : 1);
  return wanted <= 65 ? Math.max(50, wanted * 1.4) : wanted * 1.1 + 10;
}

/** The next window's length after one that was read through, in microseconds. */
function nextSpan(
  count: number,
  window: Window,
  top: Instant,
  options: NewestFirstOptions,
): number {
  if (window.from === null) return FIRST_SPAN_US;
  if (count > 0) {
    return Math.max(SHORTEST_SPAN_US, (Number(top - window.from) / count) * aimedAt(options));
  }
  // Silence: look at all that is left, down to the calls that are known.
  return Number.POSITIVE_INFINITY;
}

/** The next window's length after one that held too much, and the working hours it goes by, if any. */
function narrower(
  read: WindowRead,
  narrowing: Narrowing,
): { span: number; pattern: TrafficPattern | null } {
  const { window, top, options, misses, isFirst } = narrowing;
  const even = narrowedSpan(read, narrowing);
  const starts = read.calls.map(startOf).filter((start) => start !== null);
  const from = window.from ?? starts[0];
  if (from === undefined || read.total === null) return { span: even, pattern: null };
  const whole = Number(top - from);
  const pattern = patternOf({
    from: Number(from),
    to: Number(top),
    starts: starts.map(Number),
    total: read.total,
  });
  if (whole <= WHOLE_WINDOW_US) {
    const span = pattern === null ? even : workingSpan(pattern, top, options, 0);
    // To divide the time finds the beginning of holidays sooner than guesses by working days.
    return { span: misses < HOLIDAY_MISSES ? span : Math.max(span, whole / 4), pattern };
  }
  // A day of long ago tells little of today's: what a week ago was like is worth a request.
  const isDense = (whole / read.total) * aimedAt(options) < FIRST_SPAN_US;
  const span = pattern !== null && isFirst && isDense ? FIRST_SPAN_US : even;
  return { span, pattern: null };
}

/** How far back working days reach that hold the calls aimed at, and more after misses. */
function workingSpan(
  pattern: TrafficPattern,
  top: Instant,
  options: NewestFirstOptions,
  misses: number,
): number {
  // 2, 8, 64 times as many: a day may end a little sooner than thought, else it is a holiday.
  const growth = 2 ** ((misses * (misses + 1)) / 2);
  return Math.max(SHORTEST_SPAN_US, reachBack(pattern, Number(top), aimedAt(options) * growth));
}

/** What is still expected of the time below a window that was read through. */
function patternBelow(
  pattern: TrafficPattern | null,
  { from }: Window,
  calls: readonly CallRecord[],
  isMiss: boolean,
): TrafficPattern | null {
  if (pattern === null || from === null || Number(from) <= pattern.from) return null;
  const oldest = startOf(calls[0]);
  // Fewer calls than were to come: the day had only just begun.
  const begin = isMiss && oldest !== null ? Number(oldest) : pattern.begin;
  return { ...pattern, begin, flowsAtEnd: false };
}

/** The next window's length after one that held too much, in microseconds, if traffic is even. */
function narrowedSpan(
  { calls, total }: WindowRead,
  { window, top, options, misses, pattern }: Narrowing,
): number {
  const aim = aimedAt(options);
  const count = total ?? 10 * PAGE_SIZE;
  const oldest = startOf(calls[0]);
  const newest = startOf(calls.at(-1));
  const from = window.from ?? oldest;
  if (from === null) return FIRST_SPAN_US;
  const even = (Number(top - from) / count) * aim;
  const isUneven = misses > 0 || pattern !== null;
  if (oldest === null || newest === null || (window.from !== null && !isUneven)) {
    return Math.max(SHORTEST_SPAN_US, even);
  }
  // All of the past was asked for, mostly since nothing came lately, or traffic proved uneven: had it
  // gone on as in the first page, where would it have ended?
  const perCall = Number(newest - oldest) / Math.max(1, calls.length - 1);
  const end = Number(top - oldest) - perCall * count;
  return Math.max(SHORTEST_SPAN_US, even, end + perCall * aim);
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

function startOf(call: CallRecord | undefined): Instant | null {
  return parseInstant(call?.basic.started);
}

/** The bound in the filter's own words where it is the filter's own. */
function timeText(bound: Instant | null, own: string | undefined): string | undefined {
  if (bound === null) return undefined;
  return bound === parseInstant(own) ? own : formatInstant(bound);
}
