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

/** How often a gateway without work says that it is there, and learns of holds and counts. */
const HEARTBEAT_MS = SECOND_MS;

/** Of gateways that wait for the same slot, the one in a hurry asks first. */
const PRIORITY_DELAY_MS: Readonly<Record<Priority, number>> = { write: 0, interactive: 3, bulk: 6 };

/** Of a day of which Redis has told nothing yet. */
const NOTHING_SEEN = { usedToday: 0, memory: '' };

export interface RedisQuotaOptions extends WindowOptions {
  readonly table: QuotaStore;
  /** This gateway's name in the table. */
  readonly replica: string;
  readonly requestsPerDay: number;
  /** IANA zone in which the company's day of requests begins. */
  readonly dayTimeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Names starts and batches as no other gateway does. */
  readonly createId: () => string;
}

/**
 * `starting`: Redis has not answered yet. `shared`: it decides. `away`: it can't be reached, the gateways take
 * turns. `returning`: it is back for this gateway, and maybe not for others yet: both must allow a start.
 */
type Phase = 'starting' | 'shared' | 'away' | 'returning';

interface OwnTurn {
  /** By monotonic time. */
  readonly at: number;
  /** Something starts in it. */
  take(): void;
}

/**
 * The quota of a company that several gateways send requests to. Redis decides, in one round trip; without it
 * they go on, each with its share, and never more together than one alone might.
 */
export class RedisQuota implements RequestQuota {
  private readonly clock: Clock;
  private readonly table: QuotaStore;
  private readonly lengthMs: number;
  private readonly day: CompanyDay;
  /** Own starts, whoever allowed them. */
  private readonly window: SlidingWindow;
  private readonly turns: RoundRobinSchedule;
  private readonly margin: AdaptiveMargin;
  private readonly answerTimes = new AnswerTimes();
  private readonly redisClock: RedisClock;
  private readonly uncounted: UnreportedRequests;
  private current: Phase = 'starting';
  private readonly begun: Promise<void>;
  private begin: () => void = () => undefined;
  /** Gateways seen last while Redis decided, in the order in which they take turns. */
  private replicas: readonly string[];
  private seen = { day: '', ...NOTHING_SEEN };
  private pausedUntil = Number.NEGATIVE_INFINITY;
  /** What Redis allowed before it went away has left the window by then. */
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

  /** How things stand, for whoever runs the gateway. */
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

  /** Leaves its share to the others. */
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

  /**
   * When this gateway may start something without the others knowing, the past never. Null: Redis alone
   * decides.
   */
  private ownTurn(): OwnTurn | null {
    if (this.phase === 'shared') return null;
    const earliest = Math.max(this.clock.monotonic(), this.quietUntil, this.window.freeAt());
    // Nobody else to take turns with.
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
    // The answer may have taken longer than the turn.
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

  /** Says something that nobody waits for. */
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
    // Turns need all gateways to go by the same list and clock, so neither changes while they are taken.
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
    // Others may have started something a moment ago, which nobody tells any more.
    if (this.replicas.length > 1) this.quietUntil = this.clock.monotonic() + this.lengthMs;
    this.current = 'away';
    this.turns.reset();
    this.options.logger.warn(
      { reason, replicas: this.replicas.length },
      "Redis connection lost: continuing with this instance's share of the rate limit",
    );
    this.begin();
  }

  /** When the next day begins, by monotonic time. */
  private dayEnd(): number {
    return this.clock.monotonic() + this.day.today().endsAt - this.clock.now();
  }
}

function refuse(because: Refusal['because'], until: number): Refusal {
  return { kind: 'refused', because, until };
}
