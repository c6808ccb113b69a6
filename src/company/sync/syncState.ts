import type { ReplicaRecordKind } from '../../replica/parts.js';
import type { Lease, Slice, SyncMemory } from '../../replica/replica.js';
import type { Spent, SyncBudget } from './budget.js';
import type { FailingWindow } from './fillWindows.js';
import { newestGap, withSlices, type Window } from './schedule.js';
import type { SyncStatus } from './status.js';
import { heldCalls, type HeldCalls, type Vanished, type VanishedState } from './vanished.js';

/** What is not yet cut into slices: everything that started at or after `fromMs`. */
export interface Hot {
  readonly fromMs: number;
  /** What started later was not read yet. */
  readonly toMs: number;
  /** When it was read whole last. */
  readonly readAt: number;
  readonly nextAt: number;
}

/** What survives a restart, beside the slices. */
export interface Kept {
  hot: Hot | null;
  /** When a window was read last by the times for which calls were scheduled, so that some of it may be missing. */
  scheduledAt: number;
  /** When the first copy began, and when it was complete. */
  fillStartedAt: number | null;
  filledAt: number | null;
  /** What the first copy passed over, because Gong fails to send it: first what is requested next. */
  failing: readonly FailingWindow[];
  /** When Gong last failed to send one of these again. */
  failingAt: number;
  /** Calls that started before were removed. */
  keptFromMs: number | null;
  retentionAt: number;
  /** Number of the last change after which the transcripts of changed calls are to be read again; null: none is known. */
  transcriptsTo: number | null;
  /** When the records of each kind were read last. */
  recordsAt: Readonly<Partial<Record<ReplicaRecordKind, number>>>;
  /** Since when most records of a kind are missing from its list; null: they are not. */
  recordsMissingSince: Readonly<Partial<Record<ReplicaRecordKind, number | null>>>;
  reviewsAt: number;
  /** When reviews are to be read by their own dates next. */
  reviewsNextAt: number;
  /** Reviews of calls that started at or after this were read in this round; null: the round is over. */
  reviewsFromMs: number | null;
  reviewRoundAt: number;
  /** When the last step of a round was made. */
  reviewStepAt: number;
  /** When all reviews of young calls were read last. */
  youngReviewsAt: number;
  spent: Spent;
}

export const PROGRESS = 'progress';
export const VANISHED = 'vanished';
const STATUS = 'status';
const CONFIRMED = 'confirmed';

const nothing: Kept = {
  hot: null,
  scheduledAt: 0,
  fillStartedAt: null,
  filledAt: null,
  failing: [],
  failingAt: 0,
  keptFromMs: null,
  retentionAt: 0,
  transcriptsTo: null,
  recordsAt: {},
  recordsMissingSince: {},
  reviewsAt: 0,
  reviewsNextAt: 0,
  reviewsFromMs: null,
  reviewRoundAt: 0,
  reviewStepAt: 0,
  youngReviewsAt: 0,
  spent: { day: '', steady: 0, fill: 0 },
};

/** What the sync knows of its work, in memory and in the replica. Only the holder of the lease has one. */
export class SyncState {
  /** Oldest first. */
  slices: readonly Slice[] = [];
  kept: Kept = { ...nothing };

  constructor(
    private readonly memory: SyncMemory,
    private readonly lease: Lease,
    private readonly budget: SyncBudget,
    private readonly vanished: Vanished,
  ) {}

  /** @param now what was noted for later than this was noted while the clock was ahead. */
  async load(now: number): Promise<void> {
    const [slices, kept, vanished] = await Promise.all([
      this.memory.slices(),
      this.memory.get(PROGRESS),
      this.memory.get(VANISHED),
    ]);
    if (kept !== null) this.kept = keptBy(now, { ...nothing, ...(kept as Partial<Kept>) });
    const from = this.kept.keptFromMs ?? -Infinity;
    this.slices = slices.filter(({ toMs, readAt }) => toMs > from && readAt <= now);
    this.budget.restore(this.kept.spent);
    if (vanished !== null) this.vanished.restore(vanished as VanishedState);
    await this.takeConfirmation();
  }

  /**
   * Takes over what an administrator has confirmed, at whichever gateway.
   *
   * @returns how many calls are no longer held.
   */
  async takeConfirmation(): Promise<number> {
    const before = this.vanished.held;
    if (before === 0) return 0;
    const confirmed = (await this.memory.get(CONFIRMED)) as Confirmation | null;
    if (confirmed === null) return 0;
    this.vanished.confirm(confirmed.missedTo);
    const freed = before - this.vanished.held;
    if (freed > 0) await this.saveVanished();
    return freed;
  }

  async save(status: SyncStatus): Promise<void> {
    this.kept.spent = this.budget.today;
    await this.memory.put(PROGRESS, this.kept, this.lease);
    await this.memory.put(STATUS, status, this.lease);
  }

  /** Notes that a window was read by the times for which calls were scheduled. */
  async noteScheduled(at: number): Promise<void> {
    this.kept.scheduledAt = at;
    await this.memory.put(PROGRESS, this.kept, this.lease);
  }

  /** Notes which records Gong listed, in its order. */
  putListed(operation: string, query: unknown, listed: Listed): Promise<void> {
    return this.memory.put(listedName(operation, query), listed, this.lease);
  }

  saveVanished(): Promise<void> {
    return this.memory.put(VANISHED, this.vanished.state, this.lease);
  }

  async putSlices(slices: readonly Slice[]): Promise<void> {
    await this.memory.putSlices(slices, this.lease);
    this.slices = withSlices(this.slices, slices);
    const from = slices[0]?.fromMs ?? Infinity;
    const to = slices.at(-1)?.toMs ?? -Infinity;
    this.kept.failing = this.kept.failing.filter(({ fromMs, toMs }) => fromMs < from || toMs > to);
    if (this.kept.keptFromMs !== null && from < this.kept.keptFromMs) this.kept.keptFromMs = from;
  }

  /** Requests that were sent today. */
  get requestsToday(): number {
    const { steady, fill } = this.budget.today;
    return steady + fill;
  }

  /** Notes that older calls were removed, so that the sync no longer reads their time. */
  async cutBefore(cutMs: number): Promise<void> {
    const cut = this.slices.find(({ fromMs, toMs }) => fromMs < cutMs && cutMs < toMs);
    if (cut !== undefined) {
      const past = { ...cut, toMs: cutMs, calls: 0, nextAt: Number.MAX_SAFE_INTEGER };
      await this.putSlices([past, { ...cut, fromMs: cutMs }]);
    }
    this.kept.keptFromMs = cutMs;
    this.slices = this.slices.filter(({ toMs }) => toMs > cutMs);
    this.kept.failing = this.kept.failing
      .filter(({ toMs }) => toMs > cutMs)
      .map((each) => ({ ...each, fromMs: Math.max(each.fromMs, cutMs) }));
    const { hot } = this.kept;
    if (hot !== null && hot.fromMs < cutMs) this.kept.hot = { ...hot, fromMs: cutMs };
  }

  /** The newest window from then on, below what is hot, that was never read and that the first copy did not pass over. */
  gapFrom(sinceMs: number): Window | null {
    const { hot, failing } = this.kept;
    if (hot === null) return null;
    const passed = [...this.slices, ...failing].sort((a, b) => a.fromMs - b.fromMs);
    return newestGap(passed, { fromMs: sinceMs, toMs: hot.fromMs });
  }
}

/** Returns what is kept without later times: each task is due by the clock as it is now. */
function keptBy(now: number, kept: Kept): Kept {
  const records = Object.entries(kept.recordsAt).map(([kind, at]) => [kind, Math.min(at, now)]);
  return {
    ...kept,
    hot: kept.hot !== null && kept.hot.readAt > now ? null : kept.hot,
    scheduledAt: Math.min(kept.scheduledAt, now),
    failing: kept.failing.map((each) => ({ ...each, failedAt: Math.min(each.failedAt, now) })),
    failingAt: Math.min(kept.failingAt, now),
    retentionAt: Math.min(kept.retentionAt, now),
    recordsAt: Object.fromEntries(records) as Kept['recordsAt'],
    reviewsAt: Math.min(kept.reviewsAt, now),
    reviewsNextAt: kept.reviewsAt > now ? now : kept.reviewsNextAt,
    reviewRoundAt: Math.min(kept.reviewRoundAt, now),
    reviewStepAt: Math.min(kept.reviewStepAt, now),
    youngReviewsAt: Math.min(kept.youngReviewsAt, now),
  };
}

/** A list that was read to its end. */
export interface Listed {
  /** In Gong's order. */
  readonly ids: readonly string[];
  readonly readAt: number;
}

/** Returns what Gong listed when the sync read the list last; null when it never did. */
export async function readListed(
  memory: Pick<SyncMemory, 'get'>,
  operation: string,
  query: unknown,
): Promise<Listed | null> {
  return (await memory.get(listedName(operation, query))) as Listed | null;
}

/** The name under which a list is noted. */
export function listedName(operation: string, query: unknown): string {
  return `listed ${operation} ${JSON.stringify(query)}`;
}

/** What an administrator has confirmed: the calls that were missed by then are deleted. */
interface Confirmation {
  /** In milliseconds since the epoch. */
  readonly missedTo: number;
}

/** Returns the calls that are held because many are missing at one time, as the syncing gateway stored them. */
export async function readHeldCalls(memory: Pick<SyncMemory, 'get'>): Promise<HeldCalls> {
  const [vanished, confirmed] = await Promise.all([memory.get(VANISHED), memory.get(CONFIRMED)]);
  if (vanished === null) return { calls: 0, missed: null };
  const { missedTo } = (confirmed ?? { missedTo: 0 }) as Confirmation;
  const state = vanished as VanishedState;
  return heldCalls({ ...state, confirmedTo: Math.max(state.confirmedTo, missedTo) });
}

/**
 * Confirms that held calls are deleted, for the gateway that syncs.
 *
 * @param held as `readHeldCalls` returned it: calls that are missed later are not confirmed.
 */
export async function confirmHeldCalls(
  memory: Pick<SyncMemory, 'leave'>,
  { missed }: HeldCalls,
): Promise<void> {
  if (missed !== null)
    await memory.leave(CONFIRMED, { missedTo: missed.to } satisfies Confirmation);
}

/** Returns the last status that the syncing gateway stored; null when no gateway has synced yet. */
export async function readStatus(memory: SyncMemory): Promise<SyncStatus | null> {
  return (await memory.get(STATUS)) as SyncStatus | null;
}
