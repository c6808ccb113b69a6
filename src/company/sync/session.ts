import { DAY_MS, HOUR_MS, MINUTE_MS, sleep } from '../../lib/clock.js';
import { DatabaseError } from '../../replica/database.js';
import { recordKinds } from '../../replica/parts.js';
import type { Lease } from '../../replica/replica.js';
import { BudgetError, type Purpose, type SyncBudget } from './budget.js';
import { GongError } from '../../gong/errors.js';
import { startTaskSpan } from '../../telemetry/rootSpans.js';
import { forgetChanges } from './forgetChanges.js';
import type { SyncOptions } from './options.js';
import { statusOf, type SyncStatus } from './status.js';
import { SyncCaller } from './syncCaller.js';
import { SyncState } from './syncState.js';
import { TranscriptQueue } from './transcriptQueue.js';
import { Troubles } from './troubles.js';
import { Vanished } from './vanished.js';
import { SyncWork } from './work.js';

/** One thing to do. */
interface Task {
  /** Name in traces. */
  readonly name: string;
  /** What fails for itself. */
  readonly id: string;
  /** Null: it sends no request. */
  readonly purpose: Purpose | null;
  /** In milliseconds since the epoch. */
  readonly dueAt: number;
  readonly run: () => Promise<void>;
}

const DIRECTORY_INTERVAL_MS = 6 * HOUR_MS;
const REVIEW_ROUND_MS = 30 * DAY_MS;

/** For so long after a task had to wait for requests, these are what the copy lacks. */
const BUDGET_SHORT_MS = 6 * HOUR_MS;

/** The clock may be set while the sync sleeps. */
const LONGEST_SLEEP_MS = 15 * MINUTE_MS;

/** A clock that is corrected by less leaves every time as it is. */
const SET_BACK_MS = MINUTE_MS;

/** While calls are held, an administrator may confirm them at any gateway. */
const CONFIRMATION_INTERVAL_MS = MINUTE_MS;

/** What one holder of the right to sync does, for as long as it has it. */
export class SyncSession {
  private readonly vanished = new Vanished();
  private readonly troubles = new Troubles();
  private readonly queue = new TranscriptQueue();
  private readonly state: SyncState;
  private readonly caller: SyncCaller;
  private readonly work: SyncWork;
  /** When a task had to wait for requests last. */
  private budgetShortAt = Number.NEGATIVE_INFINITY;

  /** @param onStatus told how the copy stands, at first and after each task. */
  constructor(
    private readonly options: SyncOptions,
    private readonly budget: SyncBudget,
    lease: Lease,
    private readonly signal: AbortSignal,
    private readonly onStatus: (status: SyncStatus) => void,
  ) {
    const { company, replica, clock } = options;
    this.state = new SyncState(replica.sync, lease, budget, this.vanished);
    this.caller = new SyncCaller(signal, budget, clock);
    this.work = new SyncWork({
      ...options,
      replica: forgetChanges(
        replica,
        company,
        () => this.caller.purpose !== 'fill',
        replica.writerUnder(lease),
      ),
      reads: company.fresh(this.caller),
      state: this.state,
      vanished: this.vanished,
      queue: this.queue,
    });
  }

  /**
   * Syncs until the signal is aborted, or until the clock was set back, so that another session begins by the new time. The
   * status tells of Gong's failures.
   *
   * @throws DatabaseError when the replica can't be written, or another gateway holds the lease.
   */
  async run(): Promise<void> {
    const { clock } = this.options;
    let latest = clock.now();
    await this.state.load(latest + SET_BACK_MS);
    await this.work.awaitTranscripts();
    // After a restart, nothing may be due for a while. A replica that cannot be written costs no request.
    await this.report();
    while (!this.signal.aborted && clock.now() > latest - SET_BACK_MS) {
      latest = Math.max(latest, clock.now());
      await this.takeConfirmation();
      const { task, wakeAt } = this.next(clock.now());
      if (task === null) await this.sleepUntil(wakeAt);
      else await this.attempt(task);
    }
  }

  private async takeConfirmation(): Promise<void> {
    const calls = await this.state.takeConfirmation();
    if (calls > 0) this.options.logger.info({ calls }, 'Missing calls confirmed as deleted');
  }

  private async attempt({ name, id, purpose, run }: Task): Promise<void> {
    this.caller.purpose = purpose ?? 'steady';
    try {
      await this.traced(name, run);
      if (purpose === null) this.troubles.forget(id);
      else this.troubles.succeeded(id);
    } catch (error) {
      if (this.signal.aborted) return;
      this.fail(id, error);
    }
    await this.report();
  }

  private async report(): Promise<void> {
    this.work.endFirstCopy();
    const status = this.status();
    await this.state.save(status);
    this.onStatus(status);
  }

  /** Runs a task in a span of its own, to which its requests belong. */
  private async traced(name: string, run: () => Promise<void>): Promise<void> {
    const span = startTaskSpan(this.options.tenant, name);
    this.caller.trace = span;
    let failure: string | null = null;
    try {
      await run();
    } catch (error) {
      failure = error instanceof GongError ? error.kind : 'other';
      throw error;
    } finally {
      this.caller.trace = null;
      span?.end({}, failure);
    }
  }

  private fail(task: string, error: unknown): void {
    if (error instanceof DatabaseError) throw error;
    const { clock, logger } = this.options;
    this.troubles.failed(task, error, clock.now());
    if (error instanceof BudgetError || error instanceof GongError) return;
    logger.error({ task, err: error }, 'Replica sync failed unexpectedly');
  }

  private status(): SyncStatus {
    const { clock, config, replica } = this.options;
    return statusOf({
      now: clock.now(),
      sinceMs: this.work.sinceMs(),
      state: this.state,
      spent: this.budget.today,
      config,
      troubles: this.troubles.reasons,
      unreadTranscripts: this.work.unreadTranscripts,
      holdsReviews: replica.holds.has('REVIEWS'),
      callsMissing: this.vanished.held,
      isBudgetShort: clock.now() - this.budgetShortAt < BUDGET_SHORT_MS,
    });
  }

  /** What to do now, or when there will be something. */
  private next(now: number): { readonly task: Task | null; readonly wakeAt: number } {
    let wakeAt = now + (this.vanished.held > 0 ? CONFIRMATION_INTERVAL_MS : LONGEST_SLEEP_MS);
    for (const task of this.tasks()) {
      if (task.dueAt === Infinity) {
        this.troubles.forget(task.id);
        continue;
      }
      const { purpose } = task;
      const budgetAt = purpose === null ? -Infinity : this.budget.freeAt(purpose);
      const at = Math.max(task.dueAt, this.troubles.freeAt(task.id, purpose !== null), budgetAt);
      if (purpose === 'steady' && task.dueAt <= now && budgetAt > now) {
        this.budgetShortAt = now;
      }
      if (at <= now) return { task, wakeAt: at };
      wakeAt = Math.min(wakeAt, at);
    }
    return { task: null, wakeAt };
  }

  /** The most urgent first. */
  private tasks(): readonly Task[] {
    const { state, work } = this;
    const { kept, slices } = state;
    const { config, replica } = this.options;
    const { filledAt } = kept;
    const isFilled = filledAt !== null;
    const list: Task[] = [];
    const add = (
      name: string,
      purpose: Purpose | null,
      dueAt: number,
      run: () => Promise<void>,
      id = name,
    ): void => {
      list.push({ name, id, purpose, dueAt, run });
    };
    add('vanished', 'steady', this.vanished.dueAt(), () => work.askForVanished());
    add('calls', 'steady', kept.hot?.nextAt ?? 0, () => work.readHot());
    if (config.keepDays !== null) {
      add('retention', null, kept.retentionAt + DAY_MS, () => work.removeOld());
    }
    for (const kind of recordKinds) {
      const at = (kept.recordsAt[kind] ?? 0) + DIRECTORY_INTERVAL_MS;
      add('directory', 'steady', at, () => work.readRecords(kind), `directory ${kind}`);
    }
    const gap = state.gapFrom(work.sinceMs());
    const isFirstEnding = !isFilled && kept.hot !== null && gap === null;
    // The first copy ends with the transcripts of its last calls: these don't wait for others.
    const transcriptsAt = isFirstEnding && this.queue.size > 0 ? -Infinity : this.queue.dueAt();
    const transcriptsFor = isFilled ? 'steady' : 'fill';
    add('transcripts', transcriptsFor, transcriptsAt, () => work.readTranscripts());
    const dueAt = slices.reduce((least, { nextAt }) => Math.min(least, nextAt), Infinity);
    if (replica.holds.has('REVIEWS')) {
      add('reviews', 'steady', kept.reviewsNextAt, () => work.readReviews());
    }
    add('slices', 'steady', dueAt, () => work.readSlice());
    const failingFor = isFilled ? 'steady' : 'fill';
    add('failing', failingFor, work.failingDueAt(), () => work.readFailing());
    if (replica.holds.has('REVIEWS') && isFilled) {
      const isFirst = kept.reviewRoundAt === 0;
      // The steps of later rounds are spread over a month: at once, they would fill a day.
      const roundAt = isFirst ? 0 : kept.reviewStepAt + REVIEW_ROUND_MS / work.reviewSteps();
      const youngAt = Math.max(kept.youngReviewsAt, kept.reviewRoundAt) + DAY_MS;
      add('youngReviews', 'steady', isFirst ? Infinity : youngAt, () => work.readYoungReviews());
      add('reviewRound', isFirst ? 'fill' : 'steady', roundAt, () => work.readReviewRound());
    }
    add('fill', 'fill', gap === null ? Infinity : 0, () => work.fill());
    return list;
  }

  private sleepUntil(wakeAt: number): Promise<void> {
    const { clock } = this.options;
    return sleep(clock, Math.ceil(Math.max(1, wakeAt - clock.now())), this.signal);
  }
}
