import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import { AdaptiveMargin } from '../../gong/scheduling/adaptiveMargin.js';
import { CompanyDay } from '../../gong/scheduling/companyDay.js';
import type {
  QuotaUsage,
  Refusal,
  RequestQuota,
  Verdict,
} from '../../gong/scheduling/requestQuota.js';
import {
  AnswerTimes,
  createSlot,
  SlidingWindow,
  windowOf,
  type WindowOptions,
} from '../../gong/scheduling/slidingWindow.js';
import type { Priority } from '../../gong/scheduling/waiter.js';
import { reasonOf, MAX_RECONNECT_MS } from './connection.js';
import { UnreportedRequests } from './unreportedRequests.js';
import type { QuotaStore, QuotaView } from './quotaStore.js';
import { RedisClock } from './redisClock.js';
import { RoundRobinSchedule } from './roundRobinSchedule.js';

/** Interval at which an idle instance reports to Redis, and learns of holds and counts. */
const HEARTBEAT_MS = SECOND_MS;

/** Of gateways that wait for the same slot, the one in a hurry asks first. */
const PRIORITY_DELAY_MS: Readonly<Record<Priority, number>> = {
  write: 0,
  interactive: 3,
  bulk: 6,
  background: 50,
};

/** For a day of which Redis has returned nothing yet. */
const NOTHING_SEEN = { usedToday: 0, memory: '' };

export interface RedisQuotaOptions extends WindowOptions {
  readonly table: QuotaStore;
  /** Name of this instance in the store. */
  readonly replica: string;
  readonly requestsPerDay: number;
  /** IANA time zone in which the company's day begins. */
  readonly dayTimeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes names of starts and batches that no other instance uses. */
  readonly createId: () => string;
}

/**
 * `starting`: Redis has not responded yet. `shared`: Redis decides. `away`: Redis is unreachable, and the instances
 * start round-robin. `returning`: this instance has reconnected, but others may not have, so Redis and the
 * round-robin schedule must both allow a start.
 */
type Phase = 'starting' | 'shared' | 'away' | 'returning';

interface OwnTurn {
  /** In monotonic time. */
  readonly at: number;
  /** Uses the turn for a start. */
  take(): void;
}

/**
 * The quota of a company that several instances share. Redis decides in one round trip. Without Redis, each instance
 * continues with its share, and together they never start more than one instance could.
 */
export class RedisQuota implements RequestQuota {
  private readonly clock: Clock;
  private readonly table: QuotaStore;
  private readonly lengthMs: number;
  private readonly day: CompanyDay;
  /** The starts of this instance, whichever way they were allowed. */
  private readonly window: SlidingWindow;
  private readonly turns: RoundRobinSchedule;
  private readonly margin: AdaptiveMargin;
  private readonly answerTimes = new AnswerTimes();
  private readonly redisClock: RedisClock;
  private readonly uncounted: UnreportedRequests;
  private current: Phase = 'starting';
  private readonly begun: Promise<void>;
  private begin: () => void = () => undefined;
  /** The instances seen last while Redis decided, in round-robin order. */
  private replicas: readonly string[];
  private seen = { day: '', ...NOTHING_SEEN };
  private pausedUntil = Number.NEGATIVE_INFINITY;
  /** By this time, the starts that Redis allowed before it became unreachable have left the window. */
  private quietUntil = Number.NEGATIVE_INFINITY;
  private returnedAt = Number.NEGATIVE_INFINITY;
  private isInContact = false;
  private cancelHeartbeat: () => void = () => undefined;
  private isClosed = false;

  constructor(private readonly options: RedisQuotaOptions) {
    const { clock, table, replica, dayTimeZone, createId } = options;
    this.clock = clock;
    this.table = table;
    this.lengthMs = windowOf(options).lengthMs;
    this.day = new CompanyDay(clock, dayTimeZone);
    this.margin = new AdaptiveMargin(clock, options);
    this.window = new SlidingWindow(clock, options, this.margin);
    this.turns = new RoundRobinSchedule(options);
    this.redisClock = new RedisClock(clock);
    this.uncounted = new UnreportedRequests(createId);
    this.replicas = [replica];
    this.begun = new Promise((resolve) => {
      this.begin = resolve;
    });
    table.onConnected(() => void this.contact());
    table.onLost((reason) => {
      this.lose(reason);
    });
    if (table.isConnected) void this.contact();
    this.scheduleHeartbeat();
  }

  /** Returns the state for health checks. */
  status(): { readonly status: 'ok' | 'away'; readonly replicas: number } {
    const isAway = this.phase === 'away' || this.phase === 'starting';
    return { status: isAway ? 'away' : 'ok', replicas: this.replicas.length };
  }

  async acquire(priority: Priority): Promise<Verdict> {
    await this.begun;
    const blocked = this.blocked();
    if (blocked !== null) return blocked;
    if (this.phase === 'away') return this.decideAlone();
    const own = this.ownTurn();
    if (own !== null && own.at > this.clock.monotonic()) return refuse('rate', own.at);
    const day = this.day.today().name;
    const start = this.options.createId();
    const askedAt = this.clock.monotonic();
    try {
      const answer = await this.table.acquire(day, start, this.options.requestsPerDay);
      this.learn(answer, day, askedAt);
      switch (answer.verdict) {
        case 'granted':
          return this.grantShared(day, start);
        case 'rate':
          return refuse('rate', askedAt + this.waitOf(answer.waitMs, priority));
        case 'hold':
          return refuse('hold', Math.max(this.pausedUntil, askedAt));
        case 'day':
          return this.blocked() ?? refuse('day', this.dayEnd());
      }
    } catch (error) {
      this.lose(reasonOf(error));
      return this.decideAlone();
    }
  }

  pauseFor(delayMs: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.monotonic() + delayMs);
    if (delayMs > 0) this.tell((day) => this.table.hold(day, delayMs));
  }

  widenMargin(): void {
    this.margin.widen();
    this.tell((day) => this.table.widenMargin(day));
  }

  blocked(): Refusal | null {
    const now = this.clock.monotonic();
    const { perDay, usedToday } = this.usage();
    if (usedToday >= perDay) return refuse('day', Math.max(this.pausedUntil, this.dayEnd()));
    return this.pausedUntil > now ? refuse('hold', this.pausedUntil) : null;
  }

  usage(): QuotaUsage {
    const { name, endsAt } = this.day.today();
    const seen = this.seen.day === name ? this.seen.usedToday : 0;
    return {
      perSecond: this.options.requestsPerSecond,
      perDay: this.options.requestsPerDay,
      usedToday: seen + this.uncounted.used(name),
      resetsAt: endsAt,
    };
  }

  /** Gives up the share of this instance. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.current = 'away';
    this.cancelHeartbeat();
    this.begin();
    await this.table.leave().catch(() => undefined);
  }

  private get phase(): Phase {
    if (
      this.current === 'returning' &&
      this.clock.monotonic() >= this.returnedAt + MAX_RECONNECT_MS
    ) {
      this.current = 'shared';
    }
    return this.current;
  }

  /** Returns when this instance may start a request without Redis, never in the past; null when Redis alone decides. */
  private ownTurn(): OwnTurn | null {
    if (this.phase === 'shared') return null;
    const earliest = Math.max(this.clock.monotonic(), this.quietUntil, this.window.freeAt());
    // There is no other instance in the schedule.
    if (this.replicas.length === 1) return { at: earliest, take: () => undefined };
    const rank = this.replicas.indexOf(this.options.replica);
    const turn = this.turns.next(this.redisClock.at(earliest), rank, this.replicas.length);
    return {
      at: Math.max(earliest, this.redisClock.monotonicAt(turn.startsAt)),
      take: () => {
        this.turns.take(turn);
      },
    };
  }

  private waitOf(waitMs: number, priority: Priority): number {
    const courtesyMs = this.replicas.length > 1 ? PRIORITY_DELAY_MS[priority] : 0;
    return this.margin.lookAgainAfter(waitMs) + courtesyMs;
  }

  private decideAlone(): Verdict {
    const own = this.ownTurn();
    if (own !== null && own.at > this.clock.monotonic()) return refuse('rate', own.at);
    const { slot, take } = this.window.offer();
    return {
      kind: 'granted',
      slot,
      keep: () => {
        take();
        own?.take();
        this.uncounted.add(this.day.today().name);
      },
      release: () => undefined,
    };
  }

  private grantShared(day: string, start: string): Verdict {
    const own = this.ownTurn();
    const release = (): void => {
      this.tell(async () => {
        const askedAt = this.clock.monotonic();
        this.learn(await this.table.release(day, start), day, askedAt);
      });
    };
    // The response may have taken longer than the turn.
    if (own !== null && own.at > this.clock.monotonic()) {
      release();
      return refuse('rate', own.at);
    }
    const { slot: here, take } = this.window.offer();
    const there = createSlot({
      clock: this.clock,
      startedAt: this.clock.monotonic(),
      moveTo: (at) => {
        this.tell(() => this.table.move(day, start, this.clock.monotonic() - at));
      },
      answerTimes: this.answerTimes,
      margin: this.margin,
    });
    return {
      kind: 'granted',
      slot: {
        sent: () => {
          here.sent();
          there.sent();
        },
        answered: () => {
          here.answered();
          there.answered();
        },
      },
      keep: () => {
        take();
        own?.take();
      },
      release,
    };
  }

  /** Sends a report without waiting for it. */
  private tell(say: (day: string) => Promise<void>): void {
    if (this.phase === 'away' || this.phase === 'starting') return;
    say(this.day.today().name).catch((error: unknown) => {
      this.lose(reasonOf(error));
    });
  }

  private learn(view: QuotaView, day: string, askedAt: number): void {
    this.seen = { day, usedToday: view.usedToday, memory: view.memory };
    if (view.holdMs > 0) {
      this.pausedUntil = Math.max(this.pausedUntil, this.clock.monotonic() + view.holdMs);
    }
    this.margin.widen(view.marginDecayMs);
    // Round-robin starts need one list and one clock in all instances, so neither changes until Redis decides again.
    if (this.phase !== 'shared') return;
    this.redisClock.observe(view.redisTime, askedAt);
    this.replicas = [...new Set([...view.replicas, this.options.replica])].sort();
  }

  private scheduleHeartbeat(): void {
    this.cancelHeartbeat = this.clock.after(HEARTBEAT_MS, () => {
      void this.contact();
      this.scheduleHeartbeat();
    });
  }

  private async contact(): Promise<void> {
    if (this.isInContact || this.isClosed) return;
    this.isInContact = true;
    const day = this.day.today().name;
    const askedAt = this.clock.monotonic();
    try {
      const isInTouch = this.phase === 'shared' || this.phase === 'returning';
      if (isInTouch && this.uncounted.used(day) === 0) {
        this.learn(await this.table.beat(day), day, askedAt);
      } else {
        const view = await this.report(day);
        this.find();
        this.learn(view, day, askedAt);
      }
    } catch (error) {
      this.lose(reasonOf(error));
    } finally {
      this.isInContact = false;
    }
  }

  private async report(day: string): Promise<QuotaView> {
    const batches = this.uncounted.close(day);
    const view = await this.table.report(day, {
      seen: this.seen.day === day ? this.seen : NOTHING_SEEN,
      holdMs: Math.max(0, this.pausedUntil - this.clock.monotonic()),
      marginDecayMs: this.margin.decayLeftMs,
      starts: this.window.ages().map((ageMs) => ({ id: this.options.createId(), ageMs })),
      batches,
    });
    this.uncounted.delete(batches);
    return view;
  }

  private find(): void {
    if (this.current === 'starting') {
      this.current = 'shared';
      this.begin();
    } else if (this.current === 'away') {
      this.current = 'returning';
      this.returnedAt = this.clock.monotonic();
      this.options.logger.info({}, 'Redis connection restored');
    }
  }

  private lose(reason: string): void {
    if (this.current === 'away' || this.isClosed) return;
    // Other instances may have started a request just now that Redis no longer reports.
    if (this.replicas.length > 1) this.quietUntil = this.clock.monotonic() + this.lengthMs;
    this.current = 'away';
    this.turns.reset();
    this.options.logger.warn(
      { reason, replicas: this.replicas.length },
      "Redis connection lost: continuing with this instance's share of the rate limit",
    );
    this.begin();
  }

  /** Returns when the next day begins, in monotonic time. */
  private dayEnd(): number {
    return this.clock.monotonic() + this.day.today().endsAt - this.clock.now();
  }
}

function refuse(because: Refusal['because'], until: number): Refusal {
  return { kind: 'refused', because, until };
}
