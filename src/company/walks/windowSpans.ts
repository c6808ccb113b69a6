import type { CallRecord } from '../../gong/endpoints/calls.js';
import { GongError } from '../../gong/errors.js';
import { fromMillis, parseInstant, type Instant } from '../../lib/instant.js';
import { patternOf, reachBack, type TrafficPattern } from './trafficPattern.js';

/** Decides how far back the windows of a newest-first walk reach. */
export interface NewestFirstOptions {
  /** Returns how many more calls the reader wants, as far as known. */
  readonly wanted: () => number;
  /** Requests the whole filter first, because only that shows Gong's count for it. */
  readonly needsTotal: boolean;
  /** Several readers share the walk. One of them may need far more calls than the average. */
  readonly isMerged: boolean;
  /** Returns the present, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Returns how many more pages may be read; if omitted, there is no limit. */
  readonly maxPages?: () => number;
}

const DAY_US = 24 * 60 * 60 * 1_000_000;
/** Length of the first window while nothing is known of the company's traffic. */
const FIRST_SPAN_US = 7 * DAY_US;
/** A filter's own window up to this length is requested as a whole. */
const WHOLE_WINDOW_US = 14 * DAY_US;
/** Windows begin and end at whole milliseconds, because Gong may not distinguish shorter times. */
export const MIN_SPAN_US = 1_000;
export const PAGE_SIZE = 100;
/** After this many misses, working days are treated as holidays. */
const HOLIDAY_MISSES = 2;
/** After this many narrowed windows in succession, further ones are more often read completely. */
const MAX_USUAL_NARROWINGS = 3;

/** A half-open window; null is an open bound. */
export interface Window {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export function firstSpan(
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

/** Returns where a window of this length begins, in whole milliseconds and not before the floor. */
export function windowStart(top: Instant, span: number, floor: Instant | null): Instant | null {
  if (!Number.isFinite(span)) return floor;
  const from = fromMillis(Number(top / 1000n) - Math.ceil(span / 1000));
  // There are no calls before 1970, and soon no valid dates.
  return from <= (floor ?? 0n) ? floor : from;
}

export interface WindowRead {
  /** Oldest first: all calls of the window, or those of its first page. */
  readonly calls: readonly CallRecord[];
  readonly isComplete: boolean;
  readonly total: number | null;
}

/** Decides whether and how to narrow a window with too many calls. */
export interface NarrowingContext {
  readonly window: Window;
  /** End of the window, or the present. */
  readonly top: Instant;
  readonly options: NewestFirstOptions;
  /** Windows in succession that held far fewer calls than expected. */
  readonly misses: number;
  /** Windows since the last one that fitted, with too many or too few calls. */
  readonly guesses: number;
  /** Whether it is the walk's first window, so that nothing is known of earlier time. */
  readonly isFirst: boolean;
  /** The pattern that the surrounding window showed. */
  readonly pattern: TrafficPattern | null;
}

/**
 * Returns whether to narrow a window instead of reading it completely.
 *
 * @throws GongError `cost-limit-exceeded` when neither is possible.
 */
export function isWorthNarrowing(read: WindowRead, narrowing: NarrowingContext): boolean {
  const { options, misses, guesses } = narrowing;
  const canNarrow = narrowsWindow(read, narrowing);
  if (read.total === null) return canNarrow && misses < 2;
  const pagesLeft = Math.ceil(read.total / PAGE_SIZE) - 1;
  const isAffordable = pagesLeft <= (options.maxPages?.() ?? Number.POSITIVE_INFINITY);
  if (!canNarrow && isAffordable) return false;
  if (!canNarrow) throw tooMuchAtOnce();
  const pagesOfNarrower = Math.ceil(aimedAt(options) / PAGE_SIZE);
  // A shared walk continues until its last reader is served, so it narrows only for a clear gain.
  const enough = options.isMerged ? 2 * pagesOfNarrower + 2 : pagesOfNarrower;
  // After a miss, the next guess may miss too. Reading a few more pages is better than guessing again.
  const patience = 2 ** (misses + Math.max(0, guesses - misses - MAX_USUAL_NARROWINGS));
  return !isAffordable || pagesLeft > enough * patience;
}

/** Returns whether the narrower window is at least one millisecond narrower. */
function narrowsWindow(read: WindowRead, narrowing: NarrowingContext): boolean {
  const { window, top } = narrowing;
  const oldest = window.from ?? startOf(read.calls[0]);
  if (oldest === null) return false;
  const from = windowStart(top, narrower(read, narrowing).span, window.from);
  return from !== null && from > oldest;
}

function tooMuchAtOnce(): GongError {
  return new GongError(
    'cost-limit-exceeded',
    'This list cannot be read newest first. More calls start at one time than the operation may still request ' +
      'from Gong. Use order OLDEST_FIRST, or a filter without that time.',
    { isRetryable: false },
  );
}

/** Returns how many calls the next window should hold: enough despite uneven traffic, and no page too many. */
export function aimedAt(options: NewestFirstOptions): number {
  const wanted = options.wanted() * (options.isMerged ? 2 : 1);
  return wanted <= 65 ? Math.max(50, wanted * 1.4) : wanted * 1.1 + 10;
}

/** Returns the length of the next window after one that was read completely, in microseconds. */
export function nextSpan(
  count: number,
  window: Window,
  top: Instant,
  options: NewestFirstOptions,
): number {
  if (window.from === null) return FIRST_SPAN_US;
  if (count > 0) {
    return Math.max(MIN_SPAN_US, (Number(top - window.from) / count) * aimedAt(options));
  }
  // After a window without calls, read all the remaining time, down to the known calls.
  return Number.POSITIVE_INFINITY;
}

/** Returns the length of the next window after one with too many calls, and the working hours that it uses, if any. */
export function narrower(
  read: WindowRead,
  narrowing: NarrowingContext,
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
    // Dividing the time finds the beginning of holidays sooner than guesses by working days.
    return { span: misses < HOLIDAY_MISSES ? span : Math.max(span, whole / 4), pattern };
  }
  // Traffic of long ago predicts today's poorly. Looking at the last week is worth a request.
  const isDense = (whole / read.total) * aimedAt(options) < FIRST_SPAN_US;
  const span = pattern !== null && isFirst && isDense ? FIRST_SPAN_US : even;
  return { span, pattern: null };
}

/** Returns how far back the working days reach that hold the wanted calls, with more after each miss. */
export function workingSpan(
  pattern: TrafficPattern,
  top: Instant,
  options: NewestFirstOptions,
  misses: number,
): number {
  // 2, 8, or 64 times as many calls: the day may have ended earlier than expected, or it is a holiday.
  const growth = 2 ** ((misses * (misses + 1)) / 2);
  return Math.max(MIN_SPAN_US, reachBack(pattern, Number(top), aimedAt(options) * growth));
}

/** Returns the pattern that still applies below a window that was read completely. */
export function patternBelow(
  pattern: TrafficPattern | null,
  { from }: Window,
  calls: readonly CallRecord[],
  isMiss: boolean,
): TrafficPattern | null {
  if (pattern === null || from === null || Number(from) <= pattern.from) return null;
  const oldest = startOf(calls[0]);
  // The window held fewer calls than expected, because the day had just begun.
  const begin = isMiss && oldest !== null ? Number(oldest) : pattern.begin;
  return { ...pattern, begin, flowsAtEnd: false };
}

/** Returns the length of the next window after one with too many calls, in microseconds, for even traffic. */
function narrowedSpan(
  { calls, total }: WindowRead,
  { window, top, options, misses, pattern }: NarrowingContext,
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
    return Math.max(MIN_SPAN_US, even);
  }
  // The whole past was requested, because recent windows were empty or traffic is uneven. Extrapolates the first page
  // to estimate where all the calls would end.
  const perCall = Number(newest - oldest) / Math.max(1, calls.length - 1);
  const end = Number(top - oldest) - perCall * count;
  return Math.max(MIN_SPAN_US, even, end + perCall * aim);
}

export function startOf(call: CallRecord | undefined): Instant | null {
  return parseInstant(call?.basic.started);
}
