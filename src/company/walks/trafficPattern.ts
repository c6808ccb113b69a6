/** All times and lengths here are in microseconds, times since the epoch. */
const HOUR_US = 60 * 60 * 1_000_000;
const DAY_US = 24 * HOUR_US;
const WEEK_US = 7 * DAY_US;
/** A pause this long separates two working days. Shorter ones are breaks within a day. */
const NIGHT_US = 3 * HOUR_US;
/** A window that begins with a longer pause than this, and than the next one, begins outside working hours. */
const IDLE_US = HOUR_US / 2;
const IDLE_CALLS = 8;
/** Traffic that is at most this many times as fast as its average counts as even. */
const CLUMPED = 1.5;
/** Fewer gaps than this show no pace. */
const MIN_GAPS = 20;
/** Uncertainty of a day's end, as a share of the day, when about 100 calls show the pace. */
const END_MARGIN = 0.1;

/** How calls arrive in working hours on weekdays. No calls arrive at other times. */
export interface TrafficPattern {
  /** Beginning of the window that showed the pattern. */
  readonly from: number;
  /** Calls per microsecond during working hours. */
  readonly pace: number;
  /** When one working day began. Others begin at the same time of day. */
  readonly begin: number;
  /** How long a working day lasts. */
  readonly length: number;
  /** How much earlier a working day may end than `length` says. */
  readonly margin: number;
  /** Whether calls are expected until the end of the window that showed the pattern. */
  readonly flowsAtEnd: boolean;
}

/** What the first page of a window shows of its traffic. */
export interface FirstPage {
  readonly from: number;
  readonly to: number;
  /** When the page's calls started, oldest first. */
  readonly starts: readonly number[];
  /** Number of calls in the whole window. */
  readonly total: number;
}

/** Returns the pattern; null when traffic is almost even, or when the page shows too few calls. */
export function patternOf({ from, to, starts, total }: FirstPage): TrafficPattern | null {
  const [first] = starts;
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? start));
  const flowing = gaps.filter((gap) => gap < NIGHT_US);
  const flow = flowing.reduce((sum, gap) => sum + gap, 0);
  if (first === undefined || flowing.length < MIN_GAPS || flow === 0) return null;
  const pace = flowing.length / flow;
  if (pace < (CLUMPED * total) / (to - from)) return null;

  const longest = gaps.reduce((at, gap, index) => (gap > (gaps[at] ?? 0) ? index : at), 0);
  const before = starts[longest] ?? first;
  const after = starts[longest + 1] ?? first;
  // Traffic repeats weekly.
  const isWholeWeeks = Math.abs((to - from) / WEEK_US - Math.round((to - from) / WEEK_US)) < 0.001;
  const isIdle = first - from > Math.max(IDLE_US, IDLE_CALLS / pace);
  const flowsAtEnd = isWholeWeeks && !isIdle;
  if (after - before >= NIGHT_US) {
    const night = (after - before) % DAY_US;
    const length = Math.max(HOUR_US, DAY_US - night);
    return { from, pace, begin: after, length, margin: 0, flowsAtEnd };
  }
  // The page shows no night. Each working day has its share of the calls, at this pace.
  const length = Math.min(DAY_US, total / workingDays(from, to) / pace);
  return { from, pace, begin: first, length, margin: length * END_MARGIN, flowsAtEnd };
}

/** Returns how far before `to` this number of calls probably reaches; infinite when that is beyond the pattern. */
export function reachBack(
  { from, pace, begin, length, margin, flowsAtEnd }: TrafficPattern,
  to: number,
  count: number,
): number {
  let missing = count / pace;
  if (flowsAtEnd) return missing;
  let start = begin + Math.floor((to - begin) / DAY_US) * DAY_US;
  if (to - start > length) missing += margin;
  for (; start + length > from; start -= DAY_US) {
    if (!isWorkingDay(start + length / 2)) continue;
    const end = Math.min(start + length, to);
    if (end - start >= missing) return to - end + missing;
    missing -= end - start;
  }
  return Number.POSITIVE_INFINITY;
}

/** Returns at least 1. */
function workingDays(from: number, to: number): number {
  const days = Math.max(1, Math.round((to - from) / DAY_US));
  let count = 0;
  for (let day = 0; day < days; day += 1)
    count += isWorkingDay(from + (day + 0.5) * DAY_US) ? 1 : 0;
  return Math.max(1, count);
}

/** Uses UTC. For the middle of a working day, that is correct for offices from Honolulu to Auckland. */
function isWorkingDay(at: number): boolean {
  const weekday = new Date(at / 1000).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
