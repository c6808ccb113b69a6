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
    const isWholeFilter = after === null && high === start.high && window.from === bottom;

    const read = await readWindow(reader, query, window, top, mayNarrow ? options : null, misses);
    if (isWholeFilter && read.total !== null) total = read.total;

    if (read.isComplete) {
      const isMiss = read.calls.length * 4 < aimedAt(options);
      span = nextSpan(read.calls.length, window, top, options);
      misses = known !== undefined && isMiss ? misses + 1 : 0;
      high = window.from;
      const isEnd = high === null || (known === undefined && high === bottom);
      if (read.calls.length > 0 || isEnd) {
        yield toChunk(read.calls, window, top, given, total, !isEnd);
      }
      if (isEnd) return;
    } else {
      span = narrowedSpan(read, window, top, options, misses);
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

/** Reads a window through, or, given options, only its first page where narrower windows are cheaper. */
async function readWindow(
  reader: CallReader,
  query: CallQuery,
  window: Window,
  top: Instant,
  options: NewestFirstOptions | null,
  misses: number,
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
    if (options === null || !isFirstPage) continue;
    if (isWorthNarrowing({ calls, total, isComplete: false }, window, top, options, misses)) break;
  }
  return { calls, isComplete: false, total };
}

function isWorthNarrowing(
  read: WindowRead,
  window: Window,
  top: Instant,
  options: NewestFirstOptions,
  misses: number,
): boolean {
  const { calls, total } = read;
  const oldest = window.from ?? startOf(calls[0]);
  if (oldest === null || Number(top - oldest) <= SHORTEST_SPAN_US) return false;
  if (narrowedSpan(read, window, top, options, misses) >= Number(top - oldest)) return false;
  if (total === null) return misses < 2;
  const pagesLeft = Math.ceil(total / PAGE_SIZE) - 1;
  const pagesOfNarrower = Math.ceil(aimedAt(options) / PAGE_SIZE);
  // A shared walk goes on until its rarest reader is served: narrow only for a clear gain.
  const enough = options.isMerged ? 2 * pagesOfNarrower + 2 : pagesOfNarrower;
  return pagesLeft > enough * 2 ** misses;
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

/** The next window's length after one that held too much, in microseconds. */
function narrowedSpan(
  { calls, total }: WindowRead,
  window: Window,
  top: Instant,
  options: NewestFirstOptions,
  misses: number,
): number {
  const aim = aimedAt(options);
  const count = total ?? 10 * PAGE_SIZE;
  const oldest = startOf(calls[0]);
  const newest = startOf(calls.at(-1));
  const from = window.from ?? oldest;
  if (from === null) return FIRST_SPAN_US;
  const even = (Number(top - from) / count) * aim;
  if (oldest === null || newest === null || (window.from !== null && misses === 0)) {
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
