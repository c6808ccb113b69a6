import { HOUR_MS } from '../../lib/clock.js';
import { counted } from '../../lib/counted.js';
import type { ReplicaProgress, ReplicaStatus, StartRange } from '../../replica/status.js';
import type { Spent } from './budget.js';
import type { SyncConfig } from './options.js';
import { GROWTH, latenessOf, newestGap } from './schedule.js';
import type { SyncState } from './syncState.js';

const syncReasons = {
  BUDGET: 'GATEWAY_SYNC_REQUESTS_PER_DAY is too low for the number of calls',
  CATCHING_UP: 'the sync was interrupted, and catches up',
  CALLS_FAIL: 'Gong fails to send some calls, which the gateway requests again every hour',
  CALLS_MISSING: 'Gong no longer shows many calls',
  CREDENTIALS: 'Gong rejects the credentials',
  GONG_FAILS: 'Gong fails or is unreachable',
  QUOTA: "what is left of the day's Gong requests is reserved for clients",
  SCOPE: 'the credential lacks a scope',
  STORE: 'the replica cannot be written',
} as const;

export type SyncReason = keyof typeof syncReasons;

/** The reasons of a status as texts for an operator. */
export function reasonTexts({
  reasons,
  callsMissing = 0,
}: Pick<SyncStatus, 'reasons'> & Partial<Pick<SyncStatus, 'callsMissing'>>): readonly string[] {
  return reasons.map((reason) =>
    reason === 'CALLS_MISSING'
      ? `Gong no longer shows ${counted(callsMissing, 'call')}. The replica keeps them until Gong confirms that a day ` +
        'later, or an administrator does with npm run sync -- --confirm-deletions'
      : syncReasons[reason],
  );
}

/** How the copy of a company stands. */
export interface SyncStatus extends Omit<ReplicaStatus, 'reasons'> {
  /** Why it isn't current. */
  readonly reasons: readonly SyncReason[];
  /** Calls that Gong no longer shows and that are held, because they are so many. */
  readonly callsMissing: number;
}

export interface StatusFacts {
  readonly now: number;
  /** How far back the first copy reaches. */
  readonly sinceMs: number;
  readonly state: Pick<SyncState, 'kept' | 'slices' | 'gapFrom'>;
  readonly spent: Spent;
  readonly config: SyncConfig;
  readonly troubles: readonly SyncReason[];
  /** Starts of the calls whose transcript was never requested from Gong. */
  readonly unreadTranscripts: StartRange | null;
  readonly holdsReviews: boolean;
  /** Calls that are held, because so many are missing. */
  readonly callsMissing: number;
  /** Whether tasks had to wait for requests lately. */
  readonly isBudgetShort: boolean;
}

/** Later than this, and the copy is behind: twice what is planned. */
const LATE = 2 * GROWTH;

/** The latest calls are to be read more often than this. */
const LONGEST_SILENCE_MS = 2 * HOUR_MS;

export function statusOf(facts: StatusFacts): SyncStatus {
  const { now, state, spent, config, troubles } = facts;
  const { hot, filledAt } = state.kept;
  const asOf = hot?.readAt ?? null;
  const lateness = asOf === null ? null : latenessIn(state.slices, now);
  const isFilling = filledAt === null;
  const isLate = lateness !== null && lateness > LATE;
  const isSilent = asOf !== null && now - asOf > LONGEST_SILENCE_MS;
  const reasons: SyncReason[] = [...troubles];
  if (state.kept.failing.length > 0) reasons.push('CALLS_FAIL');
  if (facts.callsMissing > 0) reasons.push('CALLS_MISSING');
  if (reasons.length === 0 && !isFilling && (isLate || isSilent)) {
    reasons.push(facts.isBudgetShort ? 'BUDGET' : 'CATCHING_UP');
  }
  return {
    state: isFilling ? 'FILLING' : reasons.length > 0 ? 'BEHIND' : 'CURRENT',
    reasons,
    from: hot === null || asOf === null ? null : coveredFrom(state, hot.fromMs),
    lacksCalls: state.kept.failing.length > 0 || state.gapFrom(facts.sinceMs) !== null,
    asOf,
    unreadTranscripts: facts.unreadTranscripts,
    unreadReviewsBefore: facts.holdsReviews ? unreadReviewsBefore(state.kept) : null,
    lateness,
    callsMissing: facts.callsMissing,
    requestsToday: spent.steady + spent.fill,
    requestsPerDay: config.requestsPerDay + (isFilling ? config.fillRequestsPerDay : 0),
    progress: isFilling ? progressOf(facts) : null,
  };
}

/** Returns the lateness of the latest slice, at least the planned one, with two decimals. */
function latenessIn(slices: SyncState['slices'], now: number): number {
  const worst = slices.reduce((most, slice) => Math.max(most, latenessOf(slice, now)), GROWTH);
  return Math.round(worst * 100) / 100;
}

function coveredFrom({ slices }: StatusFacts['state'], hotFromMs: number): number {
  return newestGap(slices, { fromMs: -Infinity, toMs: hotFromMs })?.toMs ?? hotFromMs;
}

/** The first round through all reviews goes from the newest calls to the oldest. */
function unreadReviewsBefore({ reviewRoundAt, reviewsFromMs }: SyncState['kept']): number | null {
  return reviewRoundAt > 0 ? null : (reviewsFromMs ?? Number.MAX_SAFE_INTEGER);
}

function progressOf({ now, sinceMs, state }: StatusFacts): ReplicaProgress {
  const { hot, fillStartedAt } = state.kept;
  if (hot === null || fillStartedAt === null) return { share: 0, endsAt: null };
  const all = hot.fromMs - sinceMs;
  const done = hot.fromMs - (state.gapFrom(sinceMs)?.toMs ?? sinceMs);
  const share = all <= 0 ? 1 : Math.min(1, done / all);
  const endsAt = share === 0 ? null : now + ((now - fillStartedAt) * (1 - share)) / share;
  return { share, endsAt };
}
