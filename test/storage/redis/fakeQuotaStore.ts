import type { Clock } from '../../../src/lib/clock.js';
import { AdaptiveMargin } from '../../../src/gong/scheduling/adaptiveMargin.js';
import { windowOf, type WindowOptions } from '../../../src/gong/scheduling/slidingWindow.js';
import type {
  QuotaAnswer,
  QuotaReport,
  QuotaStore,
  QuotaView,
} from '../../../src/storage/redis/quotaStore.js';

/** Redis's part, on a test's clock: what the scripts do, without the round trips. */
export class FakeRedisServer {
  isUp = true;
  days = new Map<string, number>();
  starts = new Map<string, number>();
  reported = new Set<string>();
  replicas = new Map<string, number>();
  /** The day's count that was restored after it had been forgotten. */
  told = 0;
  /** Changes with each loss. */
  memory = '1';
  holdUntil = Number.NEGATIVE_INFINITY;
  margin: AdaptiveMargin;

  /** What Redis's clock is ahead of the test's. */
  constructor(
    readonly clock: Clock,
    readonly options: WindowOptions,
    readonly aheadMs = 123_456.789,
  ) {
    this.margin = new AdaptiveMargin(clock, options);
  }

  /** As after a crash. */
  forget(): void {
    this.days.clear();
    this.starts.clear();
    this.reported.clear();
    this.replicas.clear();
    this.told = 0;
    this.memory += '1';
    this.holdUntil = Number.NEGATIVE_INFINITY;
    this.margin = new AdaptiveMargin(this.clock, this.options);
  }
}

/** One gateway's connection to it. */
export class FakeQuotaStore implements QuotaStore {
  isConnected = true;
  private readonly connected: (() => void)[] = [];
  private readonly lost: ((reason: string) => void)[] = [];
  /** The answers to so many reports are lost on their way back. */
  lostReports = 0;

  constructor(
    private readonly server: FakeRedisServer,
    private readonly replica: string,
    private readonly delayMs: () => number = () => 0,
  ) {}

  onConnected(listener: () => void): void {
    this.connected.push(listener);
  }

  onLost(listener: (reason: string) => void): void {
    this.lost.push(listener);
  }

  connect(): void {
    this.isConnected = true;
    for (const each of this.connected) each();
  }

  disconnect(): void {
    this.isConnected = false;
    for (const each of this.lost) each('ECONNRESET');
  }

  acquire(day: string, start: string, perDay: number): Promise<QuotaAnswer> {
    return this.answer(() => {
      const { server, now } = this;
      const { limit, lengthMs } = windowOf(server.options);
      const recent = [...server.starts.values()].sort((a, b) => b - a);
      const free = (recent[limit - 1] ?? Number.NEGATIVE_INFINITY) + lengthMs;
      const give = (verdict: QuotaAnswer['verdict'], waitMs = 0): QuotaAnswer => ({
        ...this.view(day),
        verdict,
        waitMs,
      });
      if (server.holdUntil > now) return give('hold');
      if ((server.days.get(day) ?? 0) >= perDay) return give('day');
      if (free > now) return give('rate', free - now);
      server.starts.set(start, now + server.margin.extraMs);
      this.count(day, 1);
      return give('granted');
    });
  }

  beat(day: string): Promise<QuotaView> {
    return this.answer(() => this.view(day));
  }

  async report(day: string, report: QuotaReport): Promise<QuotaView> {
    const { seen, holdMs, marginDecayMs, starts, batches } = report;
    const view = await this.answer(() => {
      const { server, now } = this;
      for (const { id, ageMs } of starts) server.starts.set(id, now - ageMs);
      let known = server.days.get(day) ?? 0;
      if (seen.memory !== server.memory) {
        known = server.told;
        server.told = Math.max(server.told, seen.usedToday);
      }
      this.count(day, Math.max(0, seen.usedToday - known));
      for (const { id, count } of batches) {
        if (!server.reported.has(id)) this.count(day, count);
        server.reported.add(id);
      }
      if (holdMs > 0) server.holdUntil = Math.max(server.holdUntil, now + holdMs);
      server.margin.widen(marginDecayMs);
      return this.view(day);
    });
    if (this.lostReports > 0) {
      this.lostReports -= 1;
      throw new Error('lost');
    }
    return view;
  }

  move(_day: string, start: string, ageMs: number): Promise<void> {
    return this.answer(() => {
      this.server.starts.set(start, this.now - ageMs);
    });
  }

  release(day: string, start: string): Promise<QuotaView> {
    return this.answer(() => {
      if (this.server.starts.delete(start)) this.count(day, -1);
      return this.view(day);
    });
  }

  hold(_day: string, ms: number): Promise<void> {
    return this.answer(() => {
      this.server.holdUntil = Math.max(this.server.holdUntil, this.now + ms);
    });
  }

  widenMargin(): Promise<void> {
    return this.answer(() => {
      this.server.margin.widen();
    });
  }

  leave(): Promise<void> {
    return this.answer(() => {
      this.server.replicas.delete(this.replica);
    });
  }

  private get now(): number {
    return this.server.clock.now() + this.server.aheadMs;
  }

  private count(day: string, count: number): void {
    this.server.days.set(day, (this.server.days.get(day) ?? 0) + count);
  }

  private view(day: string): QuotaView {
    const { server, now } = this;
    return {
      usedToday: server.days.get(day) ?? 0,
      memory: server.memory,
      holdMs: Math.max(0, server.holdUntil - now),
      marginDecayMs: server.margin.decayLeftMs,
      redisTime: now,
      replicas: [...server.replicas].filter(([, at]) => at > now - 5000).map(([name]) => name),
    };
  }

  private async answer<T>(act: () => T): Promise<T> {
    await this.pass();
    if (!this.isConnected || !this.server.isUp) throw new Error('away');
    this.server.replicas.set(this.replica, this.now);
    const answer = act();
    await this.pass();
    if (!this.isConnected) throw new Error('away');
    return answer;
  }

  private pass(): Promise<void> {
    const delayMs = this.delayMs();
    if (delayMs === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.server.clock.after(delayMs, resolve);
    });
  }
}
