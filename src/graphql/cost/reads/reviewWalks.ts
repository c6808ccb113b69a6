import { DAYS_OF_HISTORY, REVIEWS_PER_CALL, REVIEWS_PER_DAY } from '../assumptions.js';
import type { PolicyFacts } from '../../../access/policy/policyFacts.js';
import type { Moment } from '../moments.js';
import type { Part, Path } from '../part.js';
import { Populations, type Population } from '../population.js';
import { pagesOf, pagesOfFirst } from '../requests.js';
import { daysOf } from './window.js';

/** Which reviews, as arguments say; scorecards apart. */
export type ReviewFilter = Readonly<Record<string, unknown>>;

/** A list of reviews as one place asks for it. */
export interface ReviewList {
  readonly filter: ReviewFilter;
  readonly first: number;
  readonly after: unknown;
}

/** Calls whose reviews are wanted. */
export interface ReviewedCalls extends Population {
  /** They were picked one by one, so they may lie on any days; else one follows on the other. */
  readonly isScattered: boolean;
}

interface Walk extends ReviewList {
  readonly path: Path | null;
}

/** Scorecards whose reviews are walked together. */
interface Group {
  readonly moment: Moment;
  readonly filter: ReviewFilter;
  readonly named: Set<string>;
  readonly surely: Set<string>;
  readonly referred: Populations;
  readonly after: unknown;
  first: number;
  readonly path: Path | null;
}

/** Reviews asked for by their calls: those of the calls' days are read. */
interface Days {
  readonly scattered: Populations;
  readonly consecutive: Populations;
  readonly path: Path | null;
}

/** Days around one call: in which zone they are counted isn't always known. */
const DAYS_AROUND_CALL = 3;
/** Calls further apart are asked for apart. */
const LARGEST_GAP_DAYS = 14;
/** Ranges of days up to so many are read without a look at the whole. */
const FEW_RANGES = 5;

/** Walks through lists of reviews. Places that want the same list share one. */
export class ReviewWalks {
  private readonly lists = new Map<string, Walk>();
  private readonly groups = new Map<string, Group>();
  private readonly days = new Map<Moment, Days>();

  constructor(
    private readonly policy: PolicyFacts,
    private readonly nowMs: number,
  ) {}

  list(list: ReviewList, path: Path | null): void {
    const key = keyOf(list.filter, null, list.after);
    const before = this.lists.get(key);
    if (before === undefined || list.first > before.first) this.lists.set(key, { ...list, path });
  }

  /** @param isSure whether they are walked for certain. */
  ofScorecards(
    moment: Moment,
    { filter, first, after }: ReviewList,
    scorecards: readonly string[] | Population,
    isSure: boolean,
    path: Path | null,
  ): void {
    const key = JSON.stringify([moment.key, keyOf(filter, null, after)]);
    let group = this.groups.get(key);
    if (group === undefined) {
      const [named, surely, referred] = [new Set<string>(), new Set<string>(), new Populations()];
      group = { moment, filter, named, surely, referred, after, first, path };
      this.groups.set(key, group);
    }
    group.first = Math.max(first, group.first);
    if ('source' in scorecards) {
      group.referred.add(scorecards);
      return;
    }
    for (const id of scorecards) {
      group.named.add(id);
      if (isSure) group.surely.add(id);
    }
  }

  ofCalls(moment: Moment, calls: ReviewedCalls, path: Path | null): void {
    let days = this.days.get(moment);
    if (days === undefined) {
      days = { scattered: new Populations(), consecutive: new Populations(), path };
      this.days.set(moment, days);
    }
    (calls.isScattered ? days.scattered : days.consecutive).add(calls);
  }

  parts(times: ReadonlyMap<Moment, number>): Part[] {
    const parts: Part[] = [];
    const advice = 'ask for a smaller "first", or for fewer days';
    for (const { first, after, path } of this.lists.values()) {
      const most = this.judged(pagesOfFirst(this.examined(first), after));
      parts.push({ path, least: 0, most, advice });
    }
    for (const group of this.groups.values()) {
      const most = this.judged(this.mostOfGroup(group, times.get(group.moment) ?? 1));
      parts.push({ path: group.path, least: 0, most, advice });
    }
    for (const [moment, { scattered, consecutive, path }] of this.days) {
      const pages = pagesOfScattered(scattered.most) + pagesOfConsecutive(consecutive.most);
      const most = pages + (times.get(moment) ?? 1) - 1;
      parts.push({
        path,
        least: 0,
        most,
        advice: 'make the list of calls shorter, or leave it out',
      });
    }
    return [...parts, { path: null, least: this.least(), most: 0, advice: '' }];
  }

  /** First requests of the walks that are made for certain: equal ones are one. */
  private least(): number {
    const requests = new Set<string>();
    for (const { filter, after } of this.lists.values()) {
      const { scorecardIds, ...rest } = filter;
      requests.add(keyOf(rest, scorecardIds, after));
    }
    for (const { filter, surely, after } of this.groups.values()) {
      if (surely.size === 0) continue;
      const walks = after == null ? [[...surely]] : [...surely].map((id) => [id]);
      for (const scorecards of walks) requests.add(keyOf(filter, scorecards, after));
    }
    return requests.size;
  }

  /** How many reviews are examined at most: hidden ones count too, but a list reads on until it finds one to show. */
  private examined(first: number): number {
    return this.policy.isStrict ? Number.POSITIVE_INFINITY : first;
  }

  /** The calls of each page are looked up. */
  private judged(pages: number): number {
    return this.policy.mayHideCalls ? 2 * pages : pages;
  }

  private mostOfGroup(group: Group, times: number): number {
    const { named, referred, filter, after } = group;
    const first = this.examined(group.first);
    const scorecards = named.size + referred.most;
    const single = pagesOfFirst(first, after);
    if (scorecards <= 1) return single;
    if (after != null) return scorecards * single;
    // One that is hardly ever filled in makes the walk go through everything.
    const { callFrom, callTo, reviewFrom, reviewTo } = filter;
    const days = Math.min(
      DAYS_OF_HISTORY,
      daysOf({ from: callFrom, to: callTo }, this.nowMs) ?? DAYS_OF_HISTORY,
      daysOf({ from: reviewFrom, to: reviewTo }, this.nowMs) ?? DAYS_OF_HISTORY,
    );
    return Math.max(single, pagesOf(days * REVIEWS_PER_DAY)) + times;
  }
}

/** One stretch of days, read as a whole. */
function pagesOfConsecutive(calls: number): number {
  if (calls === 0) return 0;
  const reviews = calls * REVIEWS_PER_CALL + DAYS_AROUND_CALL * REVIEWS_PER_DAY;
  return 1 + Math.floor(reviews / 100);
}

/** Each call may be a stretch by itself; longer ones join several. */
function pagesOfScattered(calls: number): number {
  if (calls === 0) return 0;
  const stretches = Math.min(calls, DAYS_OF_HISTORY / LARGEST_GAP_DAYS);
  const reviews = stretches * DAYS_AROUND_CALL * REVIEWS_PER_DAY + calls * REVIEWS_PER_CALL;
  return Math.ceil(stretches) + Math.floor(reviews / 100) + (stretches > FEW_RANGES ? 1 : 0);
}

function keyOf(filter: ReviewFilter, scorecardIds: unknown, after: unknown): string {
  const members = Object.entries(filter)
    .filter(([, value]) => value != null)
    .map(([name, value]) => [name, Array.isArray(value) ? [...(value as string[])].sort() : value])
    .sort();
  const ids = Array.isArray(scorecardIds) ? [...new Set(scorecardIds as string[])].sort() : null;
  return JSON.stringify([members, ids, after ?? null]);
}
