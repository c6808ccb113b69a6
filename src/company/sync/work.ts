import type { FreshReads } from '../freshReads.js';
import type { CallSelection } from '../../gong/endpoints/callSelection.js';
import { GongError } from '../../gong/errors.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.js';
import type { ReplicaRecordKind } from '../../replica/parts.js';
import type { CallChangeRow, Slice } from '../../replica/replica.js';
import type { StartRange } from '../../replica/status.js';
import { Chases } from './chases.js';
import { readRecords } from './directory.js';
import { FillWindows } from './fillWindows.js';
import type { SyncedReplica, SyncOptions } from './options.js';
import { readCalls, readTranscripts, selectionOf } from './readCalls.js';
import { readNewReviews, readReviewsOf, REVIEW_WINDOW_MS } from './reviews.js';
import {
  cutOf,
  HOT_MS,
  hotIntervalOf,
  latenessOf,
  PAGE_CALLS,
  secondOf,
  sliced,
  windowOf,
  type Window,
} from './schedule.js';
import type { SyncState } from './syncState.js';
import type { TranscriptQueue } from './transcriptQueue.js';
import { isOfRequest } from './troubles.js';
import type { Vanished } from './vanished.js';
import { divided, postponed, readWindow, type WindowRead } from './windows.js';

/** Calls are still asked for a transcript for so long, and no sooner than this after they had none. */
const TRANSCRIPT_MS = 30 * DAY_MS;
const TRANSCRIPT_INTERVAL_MS = 30 * MINUTE_MS;
const TRANSCRIPT_GROWTH = 0.2;

/** Reviews of calls that started so long ago are all read every day. */
const YOUNG_REVIEWS_MS = 7 * DAY_MS;

/** What is younger may be counted before it is shown. */
const CHASED_MS = DAY_MS;

/** Most calls of a company whose transcripts are awaited at one time. */
const MOST_AWAITED = 100_000;

/** Calls of so many slices are looked up to see whether more are missing than is known. */
const SAMPLED_WINDOWS = 10;

/** After so many failures in a row, the sync reads fewer of the latest calls together. */
const FAILURES_TO_NARROW = 3;
const NARROWING = 4;

/** Changes that are looked up together. */
const MOST_CHANGES = 10_000;

export interface SyncWorkOptions extends Omit<SyncOptions, 'replica'> {
  readonly replica: SyncedReplica;
  readonly reads: FreshReads;
  readonly state: SyncState;
  readonly vanished: Vanished;
  readonly queue: TranscriptQueue;
}

/** The tasks of the sync. Each throws GongError, BudgetError, or DatabaseError, and can be done again. */
export class SyncWork {
  private readonly chases = new Chases();
  private readonly selection: CallSelection;
  /** Whether more calls await a transcript than the queue was given. */
  private awaitsMore = false;
  /** Whether Gong refuses this credential all transcripts. */
  private areTranscriptsRefused = false;
  /** Number of the change up to which the queue has the calls whose transcript may have changed. */
  private queuedTo: number | null = null;
  private readonly fillWindows: FillWindows;
  /** How often in a row Gong failed to send the latest calls. */
  private hotFailures = 0;
  /** When Gong sent a window of calls last. */
  private callsReadAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: SyncWorkOptions) {
    this.fillWindows = new FillWindows(options.state);
    this.selection = selectionOf(options.replica.holds);
  }

  /** How far back the copy reaches. */
  sinceMs(): number {
    const { sinceDays, keepDays } = this.options.config;
    const days = Math.min(sinceDays, keepDays ?? Infinity);
    return secondOf(this.options.clock.now() - days * DAY_MS);
  }

  /** Starts of the calls whose transcript was never requested from Gong. */
  get unreadTranscripts(): StartRange | null {
    const { unread } = this.options.queue;
    return this.awaitsMore ? { fromMs: 0, toMs: this.options.clock.now() } : unread;
  }

  /** Finds the calls that wait for a transcript of which no request was sent. */
  async awaitTranscripts(): Promise<void> {
    const { replica, queue, clock } = this.options;
    if (!replica.holds.has('TRANSCRIPT')) return;
    const now = clock.now();
    const all = { fromMs: 0, toMs: now };
    const calls = await replica.sync.callsWithout('TRANSCRIPT', all, 0, MOST_AWAITED);
    queue.add(calls, now);
    this.awaitsMore = calls.length === MOST_AWAITED;
  }

  /** Reads the latest calls, and cuts slices from what is no longer hot. */
  async readHot(): Promise<void> {
    const { state, clock, config } = this.options;
    const now = clock.now();
    const { hot } = state.kept;
    const newest = state.slices.at(-1)?.toMs ?? -Infinity;
    const isFailing = this.hotFailures >= FAILURES_TO_NARROW;
    const span = HOT_MS / NARROWING ** Math.max(0, this.hotFailures - FAILURES_TO_NARROW);
    const first = Math.max(newest, secondOf(now - span), this.sinceMs());
    // After a longer break, or where Gong fails to send a call, what was missed is read as in the first copy.
    const isFresh = hot !== null && now - hot.readAt <= DAY_MS && !isFailing;
    const fromMs = isFresh ? hot.fromMs : Math.max(hot?.fromMs ?? -Infinity, first);
    const window = { fromMs, toMs: Math.max(secondOf(now), fromMs + SECOND_MS) };
    let read: WindowRead | null;
    try {
      read = await this.read(window, Infinity);
    } catch (error) {
      if (isOfRequest(error)) this.hotFailures += 1;
      throw error;
    }
    this.hotFailures = 0;
    if (read === null) return;
    const starts = [...read.starts.values()];
    const cut = cutOf(fromMs, starts, read.readAt);
    if (cut !== null) {
      const still = starts.filter((start) => start < cut);
      await state.putSlices(sliced({ fromMs, toMs: cut }, still, read.readAt));
    }
    const left = cut === null ? starts : starts.filter((start) => start >= cut);
    const isBusy = starts.some((start) => start >= now - HOT_MS);
    const pages = Math.max(1, Math.ceil(left.length / PAGE_CALLS));
    const interval = hotIntervalOf(isBusy, pages, config.requestsPerDay);
    state.kept.hot = {
      fromMs: cut ?? fromMs,
      toMs: Math.min(window.toMs, secondOf(read.readAt)),
      readAt: read.readAt,
      nextAt: read.readAt + interval,
    };
    state.kept.fillStartedAt ??= now;
  }

  /** Reads the slice again that is most overdue for its age. */
  async readSlice(): Promise<void> {
    const { state, clock } = this.options;
    const now = clock.now();
    let index = -1;
    let worst = -Infinity;
    state.slices.forEach((slice, at) => {
      const lateness = latenessOf(slice, now);
      if (slice.nextAt > now || lateness <= worst) return;
      index = at;
      worst = lateness;
    });
    const window = windowOf(state.slices, index, now);
    if (window === null) return;
    let read: WindowRead | null;
    try {
      read = await this.read(window);
    } catch (error) {
      if (isOfRequest(error)) await state.putSlices(postponed(state.slices, window, now));
      throw error;
    }
    if (read === null) {
      await state.putSlices(divided(state.slices, window, now));
      return;
    }
    await state.putSlices(
      this.chased(sliced(window, [...read.starts.values()], read.readAt), read),
    );
  }

  /** Reads the newest window that was never read. */
  async fill(): Promise<void> {
    const { state, clock } = this.options;
    const gap = state.gapFrom(this.sinceMs());
    if (gap === null) return;
    const window = this.fillWindows.next(gap);
    let read: WindowRead | null;
    try {
      read = await this.read(window);
    } catch (error) {
      if (isOfRequest(error)) this.fillWindows.fail(window, clock.now(), this.callsReadAt);
      throw error;
    }
    if (read === null) {
      this.fillWindows.exceeded(window);
      return;
    }
    this.fillWindows.succeeded(window, read.starts.size);
    await state.putSlices(sliced(window, [...read.starts.values()], read.readAt));
  }

  /** When `readFailing` is to be called, in milliseconds since the epoch. */
  failingDueAt(): number {
    return this.fillWindows.failingDueAt();
  }

  /** Reads a window that the first copy passed over, because Gong failed to send it. */
  async readFailing(): Promise<void> {
    const { state, clock } = this.options;
    const [window] = state.kept.failing;
    if (window === undefined) return;
    const before = this.callsReadAt;
    try {
      const read = await this.read(window);
      if (read === null) {
        this.fillWindows.divide(window);
        return;
      }
      await this.readMissedReviews(window);
      await state.putSlices(sliced(window, [...read.starts.values()], read.readAt));
    } catch (error) {
      if (isOfRequest(error)) this.fillWindows.failAgain(window, clock.now(), before);
      throw error;
    }
  }

  /** Notes that the first copy is complete, once Gong was asked for every call, and for its transcript. */
  endFirstCopy(): void {
    const { state, clock, logger } = this.options;
    if (state.kept.hot === null || state.kept.filledAt !== null) return;
    if (state.gapFrom(this.sinceMs()) !== null) return;
    if (this.unreadTranscripts !== null && !this.areTranscriptsRefused) return;
    state.kept.filledAt = clock.now();
    const tookMs = clock.now() - (state.kept.fillStartedAt ?? clock.now());
    const { requestsToday } = state;
    logger.info({ tookMs, requestsToday }, 'First copy of the company complete');
  }

  /** Asks Gong for calls that were missing, and removes those that it doesn't have. */
  async askForVanished(): Promise<void> {
    const { vanished, replica, state, clock, logger } = this.options;
    const ids = vanished.due(clock.now());
    if (ids.length === 0) return;
    const { absent } = await readCalls(this.options, ids);
    if (vanished.wouldRemove(absent, clock.now())) {
      const sample = await this.sampleOf(new Set(ids));
      const others = await readCalls(this.options, sample);
      vanished.noteSample(sample.length, others.absent.size, clock.now());
    }
    const gone = vanished.decide(ids, absent, clock.now());
    if (gone.length > 0) {
      await replica.removeCalls(gone);
      logger.info({ calls: gone.length }, 'Calls removed that Gong no longer has');
    }
    await state.saveVanished();
  }

  async readTranscripts(): Promise<void> {
    const { queue } = this.options;
    const ids = queue.next();
    try {
      await readTranscripts(this.options, ids);
      this.areTranscriptsRefused = false;
    } catch (error) {
      this.areTranscriptsRefused =
        error instanceof GongError && ['missing-scope', 'not-licensed'].includes(error.kind);
      if (isOfRequest(error)) queue.fail(ids);
      throw error;
    }
    queue.delete(ids);
    this.noteTranscripts();
    if (this.awaitsMore && queue.size === 0) await this.awaitTranscripts();
  }

  async readRecords(kind: ReplicaRecordKind): Promise<void> {
    const { state, clock } = this.options;
    const { kept } = state;
    const missingSince = kept.recordsMissingSince[kind] ?? null;
    const since = await readRecords(
      this.options,
      kind,
      missingSince,
      ({ operation, query }, listed) => state.putListed(operation, query, listed),
    );
    kept.recordsMissingSince = { ...kept.recordsMissingSince, [kind]: since };
    kept.recordsAt = { ...kept.recordsAt, [kind]: clock.now() };
  }

  /** Reads the reviews that were made or edited lately. */
  async readReviews(): Promise<void> {
    const { state, clock, replica } = this.options;
    const now = clock.now();
    const sinceMs = Math.max(state.kept.reviewsAt, now - REVIEW_WINDOW_MS);
    const memory = replica.sync;
    const pages = await readNewReviews({ ...this.options, memory }, sinceMs);
    state.kept.reviewsAt = now;
    state.kept.reviewsNextAt = now + pages * HOUR_MS;
  }

  /** Reads all reviews of the calls of the last days, in which most reviews are deleted. */
  async readYoungReviews(): Promise<void> {
    const { state, clock, replica } = this.options;
    const now = clock.now();
    await readReviewsOf(
      { ...this.options, memory: replica.sync },
      { fromMs: now - YOUNG_REVIEWS_MS, toMs: now },
    );
    state.kept.youngReviewsAt = now;
  }

  /** Reads all reviews of the calls of a month: one step of a round through all of them. */
  async readReviewRound(): Promise<void> {
    const { state, clock, replica } = this.options;
    const oldest = this.oldestMs();
    const toMs = state.kept.reviewsFromMs ?? clock.now();
    const window = { fromMs: Math.max(oldest, toMs - REVIEW_WINDOW_MS), toMs };
    await readReviewsOf({ ...this.options, memory: replica.sync }, window);
    const isOver = window.fromMs <= oldest;
    state.kept.reviewsFromMs = isOver ? null : window.fromMs;
    state.kept.reviewStepAt = clock.now();
    if (isOver) state.kept.reviewRoundAt = clock.now();
  }

  /** Reads the reviews of calls that were not kept yet when those of their time were read. */
  private async readMissedReviews(window: Window): Promise<void> {
    const { state, replica } = this.options;
    const { reviewRoundAt, reviewsFromMs } = state.kept;
    const wereRead = reviewRoundAt > 0 || (reviewsFromMs ?? Infinity) < window.toMs;
    if (!replica.holds.has('REVIEWS') || !wereRead) return;
    await readReviewsOf({ ...this.options, memory: replica.sync }, window);
  }

  /** Steps of a round through the reviews of all calls. */
  reviewSteps(): number {
    return Math.max(1, Math.ceil((this.options.clock.now() - this.oldestMs()) / REVIEW_WINDOW_MS));
  }

  /** Removes the calls that are no longer to be kept. */
  async removeOld(): Promise<void> {
    const { state, clock, config, replica, logger } = this.options;
    if (config.keepDays === null) return;
    const now = clock.now();
    const cut = secondOf(now - config.keepDays * DAY_MS);
    const removed = await replica.removeCallsBefore(cut);
    await state.cutBefore(cut);
    state.kept.retentionAt = now;
    if (removed > 0) logger.info({ calls: removed }, 'Calls removed that were kept long enough');
  }

  /** Kept calls from all of the time that is covered: one request of them. */
  private async sampleOf(asked: ReadonlySet<string>): Promise<readonly string[]> {
    const { state, replica, clock } = this.options;
    const { slices, kept } = state;
    const windows: Window[] = [...slices.filter(({ calls }) => calls > 0)];
    if (kept.hot !== null) windows.push({ fromMs: kept.hot.fromMs, toMs: clock.now() });
    const count = Math.min(SAMPLED_WINDOWS, windows.length);
    const ids: string[] = [];
    for (let part = 0; part < count; part += 1) {
      const window = windows[Math.floor(((part + 1) * windows.length) / count) - 1] as Window;
      const all = await replica.sync.callIdsIn(window.fromMs, window.toMs);
      const others = all.filter((id) => !asked.has(id));
      const step = Math.max(1, Math.floor((others.length * count) / PAGE_CALLS));
      ids.push(...others.filter((_, index) => index % step === 0));
    }
    return ids.slice(0, PAGE_CALLS);
  }

  /** Start time from which calls are kept. */
  private oldestMs(): number {
    const { slices, kept } = this.options.state;
    return Math.max(slices[0]?.fromMs ?? 0, kept.keptFromMs ?? 0);
  }

  private async read(window: Window, mostCalls?: number): Promise<WindowRead | null> {
    const { reads, replica, clock, vanished, state } = this.options;
    const { seq } = await replica.head();
    state.kept.transcriptsTo ??= seq;
    const reader = reads.calls(this.selection);
    const read = await readWindow(reader, window, replica, clock, mostCalls);
    this.callsReadAt = clock.now();
    if (read === null) return null;
    if (read.isExact) {
      const kept = await replica.sync.callIdsIn(window.fromMs, window.toMs);
      const missing = kept.filter((id) => !read.starts.has(id));
      const isChanged = vanished.note(missing, read.starts.keys(), clock.now());
      if (isChanged) await state.saveVanished();
    } else await state.noteScheduled(clock.now());
    await this.wantTranscripts(window);
    return read;
  }

  private async wantTranscripts(window: Window): Promise<void> {
    const { replica, queue, clock } = this.options;
    if (!replica.holds.has('TRANSCRIPT')) return;
    const now = clock.now();
    const ageMs = now - window.toMs;
    const waitMs = Math.max(TRANSCRIPT_INTERVAL_MS, TRANSCRIPT_GROWTH * ageMs);
    const emptyBefore = ageMs > TRANSCRIPT_MS ? 0 : now - waitMs;
    queue.add(
      await replica.sync.callsWithout('TRANSCRIPT', window, emptyBefore, MOST_AWAITED),
      now,
    );
    await this.wantChanged();
    this.noteTranscripts();
  }

  /**
   * Queues calls whose times of speech changed: their transcripts may have changed, too. It does not matter whether the
   * sync or a client read the call.
   */
  private async wantChanged(): Promise<void> {
    const { replica, queue, state, clock } = this.options;
    const since = this.queuedTo ?? state.kept.transcriptsTo ?? 0;
    const { seq } = await replica.head();
    const query = { since, first: MOST_CHANGES, parts: ['INTERACTION'] as const };
    let after: number | undefined = since;
    while (after !== undefined) {
      const changes: readonly CallChangeRow[] = await replica.callChanges({ ...query, after });
      const changed = changes.filter(({ isGone, isNew }) => !isGone && !isNew);
      queue.addAgain(
        changed.map(({ id }) => id),
        clock.now(),
      );
      after = changes.length < MOST_CHANGES ? undefined : changes.at(-1)?.seq;
    }
    this.queuedTo = seq;
  }

  /** What still waits to be read again is found by its change after a restart. */
  private noteTranscripts(): void {
    const { queue, state } = this.options;
    if (this.queuedTo !== null && !queue.hasRead) state.kept.transcriptsTo = this.queuedTo;
  }

  private chased(slices: readonly Slice[], { unseen, readAt }: WindowRead): readonly Slice[] {
    const [first] = slices;
    if (first === undefined || readAt - first.toMs > CHASED_MS) return slices;
    const at = this.chases.next(first.fromMs, unseen, readAt);
    if (at === null) return slices;
    return slices.map((slice) => ({ ...slice, nextAt: Math.min(slice.nextAt, at) }));
  }
}
