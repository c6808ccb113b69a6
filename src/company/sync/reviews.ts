import type { FreshReads } from '../freshReads.js';
import {
  listAnsweredScorecards,
  type AnsweredScorecardQuery,
} from '../../gong/endpoints/answeredScorecards.js';
import { idOf, type GongAnsweredScorecard } from '../../gong/endpoints/wire.js';
import { dayAt } from '../../gong/scheduling/companyDay.js';
import { DAY_MS, HOUR_MS, type Clock } from '../../lib/clock.js';
import type { ReplicaReader, ReplicaWriter, SyncMemory } from '../../replica/replica.js';
import type { Window } from './schedule.js';

export interface ReviewOptions {
  readonly reads: FreshReads;
  readonly replica: Pick<ReplicaWriter, 'putReviews'> & Pick<ReplicaReader, 'findReviews'>;
  readonly memory: Pick<SyncMemory, 'callIdsIn'>;
  readonly clock: Clock;
}

/** No two time zones are further apart: Gong's days are the company's. */
const ZONES_MS = 14 * HOUR_MS;

/** Reviews of so many days of calls are read together. */
export const REVIEW_WINDOW_MS = 30 * DAY_MS;

/** Calls whose reviews are looked up together. */
const LOOKUP = 500;

/**
 * Reads the reviews that were made or edited since then, and adds them to what is kept.
 *
 * @returns the number of pages.
 * @throws GongError, DatabaseError
 */
export async function readNewReviews(options: ReviewOptions, sinceMs: number): Promise<number> {
  const { replica, clock } = options;
  const readAt = clock.now();
  const { reviews, pages } = await readAll(options, {
    reviewFrom: dayOf(sinceMs - ZONES_MS),
    reviewTo: dayOf(readAt + ZONES_MS + DAY_MS),
    reviewMethod: 'BOTH',
  });
  const fresh = byCall(reviews);
  if (fresh.size === 0) return pages;
  const kept = await replica.findReviews([...fresh.keys()]);
  const merged = new Map(
    [...fresh].map(([id, added]) => [id, withReviews(kept.get(id)?.reviews ?? [], added)]),
  );
  await replica.putReviews(merged, readAt);
  return pages;
}

/**
 * Reads all reviews of calls that started in the window, so that those which are gone are noticed, and calls without one
 * are known to have none.
 *
 * @throws GongError, DatabaseError
 */
export async function readReviewsOf(options: ReviewOptions, window: Window): Promise<void> {
  const { replica, memory, clock } = options;
  const readAt = clock.now();
  const { reviews } = await readAll(options, {
    callFrom: dayOf(window.fromMs - ZONES_MS),
    callTo: dayOf(window.toMs + ZONES_MS + DAY_MS),
    reviewMethod: 'BOTH',
  });
  const listed = new Map<string, readonly GongAnsweredScorecard[]>(byCall(reviews));
  const ids = await memory.callIdsIn(window.fromMs, window.toMs);
  for (let start = 0; start < ids.length; start += LOOKUP) {
    const lookup = ids.slice(start, start + LOOKUP);
    const kept = await replica.findReviews(lookup);
    for (const id of lookup) {
      // Of calls without reviews, too, it is known then that they have none.
      if (!listed.has(id) && kept.get(id)?.reviews.length !== 0) listed.set(id, []);
    }
  }
  if (listed.size > 0) await replica.putReviews(listed, readAt);
}

async function readAll(
  { reads }: ReviewOptions,
  query: AnsweredScorecardQuery,
): Promise<{ readonly reviews: readonly GongAnsweredScorecard[]; readonly pages: number }> {
  const list = reads.list(listAnsweredScorecards);
  const reviews: GongAnsweredScorecard[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page = await list(query, cursor);
    pages += 1;
    reviews.push(...page.items);
    cursor = page.items.length === 0 ? null : page.cursor;
  } while (cursor !== null);
  return { reviews, pages };
}

function byCall(
  reviews: readonly GongAnsweredScorecard[],
): Map<string, readonly GongAnsweredScorecard[]> {
  const byId = new Map<string, GongAnsweredScorecard[]>();
  for (const review of reviews) {
    const id = idOf(review.callId);
    if (id === null) continue;
    const others = byId.get(id);
    if (others === undefined) byId.set(id, [review]);
    else others.push(review);
  }
  return byId;
}

function withReviews(
  kept: readonly GongAnsweredScorecard[],
  added: readonly GongAnsweredScorecard[],
): readonly GongAnsweredScorecard[] {
  const nameOf = ({ answeredScorecardId }: GongAnsweredScorecard) => idOf(answeredScorecardId);
  const fresh = new Set(added.map(nameOf));
  return [...kept.filter((review) => !fresh.has(nameOf(review))), ...added];
}

function dayOf(ms: number): string {
  return dayAt(ms, 'UTC').toString();
}
