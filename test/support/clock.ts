import type { Clock } from '../../src/lib/clock.js';

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** Time that passes only when a test says so. */
export class FakeClock implements Clock {
  private time: number;
  private readonly started: number;
  private readonly timers = new Set<Timer>();

  constructor(start = Date.parse('2026-06-01T12:00:00Z')) {
    this.time = start;
    this.started = start;
  }

  /** How many timers are running. */
  get pending(): number {
    return this.timers.size;
  }

  now(): number {
    return this.time;
  }

  monotonic(): number {
    return this.time - this.started;
  }

  after(delayMs: number, task: () => void): () => void {
    const timer = { at: this.time + delayMs, task };
    this.timers.add(timer);
    return () => {
      this.timers.delete(timer);
    };
  }

  /** Lets time pass, running what falls due on the way, each at its own moment. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settle();
      const due = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.timers.delete(due);
      this.time = Math.max(this.time, due.at);
      due.task();
    }
    this.time = end;
    await settle();
  }

  /** Lets time pass until the promise settles; fails if nothing is left that could settle it. */
  async runUntil<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const mark = (): void => {
      isSettled = true;
    };
    promise.then(mark, mark);
    for (;;) {
      await settle(() => isSettled);
      if (isSettled) return promise;
      const next = Math.min(...[...this.timers].map(({ at }) => at));
      if (next === Infinity) throw new Error('Nothing is left to wait for, yet no result.');
      await this.advance(next - this.time);
    }
  }
}

/** Everything that can happen without time passing has happened, or what was waited for has. */
export async function settle(isDone: () => boolean = () => false): Promise<void> {
  for (let turn = 0; turn < 20 && !isDone(); turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}
