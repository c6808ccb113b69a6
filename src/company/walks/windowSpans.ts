import type { CallRecord } from '../../gong/endpoints/calls.js';
import { GongError } from '../../gong/errors.js';
import { fromMillis, parseInstant, type Instant } from '../../lib/instant.js';
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
  /** How many more pages may be read; if omitted, any number. */
  readonly maxPages?: () => number;
}

const DAY_US = 24 * 60 * 60 * 1_000_000;
/** How far the first window reaches when nothing is known of the company's traffic. */
const FIRST_SPAN_US = 7 * DAY_US;
/** A filter's own window is asked for as a whole up to this length. */
const WHOLE_WINDOW_US = 14 * DAY_US;
/** Windows begin and end with whole milliseconds: Gong need not tell shorter times apart. */
export const MIN_SPAN_US = 1_000;
export const PAGE_SIZE = 100;
/** Misses after which working days look like holidays. */
const HOLIDAY_MISSES = 2;
/** Windows in succession that may be too full before more of them are rather read through. */
const MAX_USUAL_NARROWINGS = 3;

/** Half open; null is an open bound. */
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

/** Where a window of the given length begins; not below the floor. Whole milliseconds. */
export function windowStart(top: Instant, span: number, floor: Instant | null): Instant | null {
  if (!Number.isFinite(span)) return floor;
  const from = fromMillis(Number(top / 1000n) - Math.ceil(span / 1000));
  // Before 1970 there is nothing to find, and soon no date that could be written.
  return from <= (floor ?? 0n) ? floor : from;
}

export interface WindowRead {
  /** Oldest first: all calls of the window, or those of its first page. */
  readonly calls: readonly CallRecord[];
  readonly isComplete: boolean;
  readonly total: number | null;
}

/** What decides whether and how a window too full is narrowed. */
export interface NarrowingContext {
  readonly window: Window;
  /** Where the window ends, or the present. */
  readonly top: Instant;
  readonly options: NewestFirstOptions;
  /** Windows, one after the other, that held far less than they were made for. */
  readonly misses: number;
  /** Windows since the last one that served, too full ones and misses. */
  readonly guesses: number;
  /** The walk's first window: nothing is known of the time before its end. */
  readonly isFirst: boolean;
  /** What the window around this one showed. */
  readonly pattern: TrafficPattern | null;
}

/**
 * Whether a window is to be narrowed; if not, it is to be read through.
 *
 * @throws GongError `cost-limit-exceeded` where neither can be done.
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
  // A shared walk goes on until its rarest reader is served: narrow only for a clear gain.
  const enough = options.isMerged ? 2 * pagesOfNarrower + 2 : pagesOfNarrower;
  // After a miss the next guess may miss too: better read a little more than guess again.
  const patience = 2 ** (misses + Math.max(0, guesses - misses - MAX_USUAL_NARROWINGS));
  return !isAffordable || pagesLeft > enough * patience;
}

/** Whether the narrower window would indeed be narrower, by the milliseconds that windows are made of. */
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

/** How many calls the next window should hold: enough in spite of uneven traffic, no page too many. */
export function aimedAt(options: NewestFirstOptions): number {
  const wanted = options.wanted() * (options.isMerged ? 2 : 1);
  return wanted <= 65 ? Math.max(50, wanted * 1.4) : wanted * 1.1 + 10;
}

/** The next window's length after one that was read through, in microseconds. */
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
  // Silence: look at all that is left, down to the calls that are known.
  return Number.POSITIVE_INFINITY;
}

/** The next window's length after one that held too much, and the working hours it goes by, if any. */
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
    // To divide the time finds the beginning of holidays sooner than guesses by working days.
    return { span: misses < HOLIDAY_MISSES ? span : Math.max(span, whole / 4), pattern };
  }
  // A day of long ago tells little of today's: what a week ago was like is worth a request.
  const isDense = (whole / read.total) * aimedAt(options) < FIRST_SPAN_US;
  const span = pattern !== null && isFirst && isDense ? FIRST_SPAN_US : even;
  return { span, pattern: null };
}

/** How far back working days reach that hold the calls aimed at, and more after misses. */
export function workingSpan(
  pattern: TrafficPattern,
  top: Instant,
  options: NewestFirstOptions,
  misses: number,
): number {
  // 2, 8, 64 times as many: a day may end a little sooner than thought, else it is a holiday.
  const growth = 2 ** ((misses * (misses + 1)) / 2);
  return Math.max(MIN_SPAN_US, reachBack(pattern, Number(top), aimedAt(options) * growth));
}

/** What is still expected of the time below a window that was read through. */
export function patternBelow(
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
  // All of the past was asked for, mostly since nothing came lately, or traffic proved uneven: had it
  // gone on as in the first page, where would it have ended?
  const perCall = Number(newest - oldest) / Math.max(1, calls.length - 1);
  const end = Number(top - oldest) - perCall * count;
  return Math.max(MIN_SPAN_US, even, end + perCall * aim);
}

export function startOf(call: CallRecord | undefined): Instant | null {
  return parseInstant(call?.basic.started);
}
