import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.js';
import { secondOf, type Window } from './schedule.js';
import type { SyncState } from './syncState.js';
import { MOST_CALLS, nextFillLength, partsOf } from './windows.js';

/** A window that Gong fails to send. It is no slice, because it was never read. */
export interface FailingWindow extends Window {
  readonly failedAt: number;
}

/** After a failure, a window is divided by this, so that the calls around the failing one are read. */
const NARROWING = 4;

/** The first copy requests no shorter window: few calls share a minute with the one that fails. */
const SHORTEST_MS = MINUTE_MS;

/** One of the windows that were passed over is requested at this interval while they fail. */
const AGAIN_MS = HOUR_MS;

/** When this many windows fail, none of them is divided further. */
const MOST_FAILING = 100;

/** Chooses the windows of the first copy: from the newest to the oldest, around those that Gong fails to send. */
export class FillWindows {
  private lengthMs = DAY_MS;
  /** A longer window is narrowed before it is passed over. This grows until a call is read: all older ones may fail. */
  private shortestMs = SHORTEST_MS;
  /** The shortest window that failed, of which not all was read since. */
  private failed: FailingWindow | null = null;

  constructor(private readonly state: Pick<SyncState, 'kept'>) {}

  /** The newest part of a gap that is to be requested together. */
  next(gap: Window): Window {
    const { failed } = this;
    if (failed !== null && failed.fromMs < gap.toMs && gap.toMs <= failed.toMs) {
      const length = Math.max(this.shortestMs, lengthOf(failed) / NARROWING);
      const fromMs = Math.max(gap.fromMs, failed.fromMs, secondOf(gap.toMs - length));
      return { fromMs, toMs: gap.toMs };
    }
    this.failed = null;
    return { fromMs: Math.max(gap.fromMs, secondOf(gap.toMs - this.lengthMs)), toMs: gap.toMs };
  }

  /** The window was read. */
  succeeded(window: Window, calls: number): void {
    if (calls > 0) this.shortestMs = SHORTEST_MS;
    // The length of a part of a window that failed says nothing about the number of calls.
    if (this.failed === null) this.lengthMs = Math.round(nextFillLength(lengthOf(window), calls));
  }

  /** The window holds too many calls to read it through. */
  exceeded(window: Window): void {
    this.failed = null;
    this.lengthMs = Math.max(MINUTE_MS, Math.round(lengthOf(window) / NARROWING));
  }

  /**
   * Gong failed to send the window. A short one is passed over when it fails again after Gong sent other calls: while it
   * sends none, the reason is not the window.
   *
   * @param readAt when other calls were read last.
   */
  fail(window: Window, now: number, readAt: number): void {
    const { failed } = this;
    // The oldest window begins later every time.
    if (failed?.toMs !== window.toMs || lengthOf(failed) > this.shortestMs) {
      this.failed = { ...window, failedAt: now };
      return;
    }
    if (readAt <= failed.failedAt) return;
    this.failed = null;
    this.shortestMs *= NARROWING;
    const { kept } = this.state;
    const above = kept.failing.find(({ fromMs }) => fromMs === window.toMs);
    const others = kept.failing.filter((each) => each !== above);
    const toMs = above?.toMs ?? window.toMs;
    kept.failing = [...others, { fromMs: window.fromMs, toMs, failedAt: now }];
  }

  /** Gong failed to send a window that was passed over: after Gong sent other calls, its parts are requested. */
  failAgain(window: FailingWindow, now: number, readAt: number): void {
    const { kept } = this.state;
    const isOfWindow = readAt > Math.max(window.failedAt, kept.failingAt);
    const isDivided =
      isOfWindow && lengthOf(window) >= NARROWING * SECOND_MS && kept.failing.length < MOST_FAILING;
    const others = kept.failing.filter((each) => each !== window);
    const parts = isDivided ? partsOf(window, 2 * MOST_CALLS) : [window];
    kept.failing = [...others, ...parts.map((part) => ({ ...part, failedAt: now }))];
    kept.failingAt = now;
  }

  /** A window that was passed over holds too many calls to read it through. */
  divide(window: FailingWindow): void {
    const { kept } = this.state;
    const parts = partsOf(window, 2 * MOST_CALLS).map((part) => ({ ...window, ...part }));
    kept.failing = [...parts, ...kept.failing.filter((each) => each !== window)];
  }

  /** When a window that was passed over is to be requested again, in milliseconds since the epoch. */
  failingDueAt(): number {
    const { failing, failingAt } = this.state.kept;
    const [first] = failing;
    return first === undefined ? Infinity : Math.max(first.failedAt, failingAt) + AGAIN_MS;
  }
}

function lengthOf({ fromMs, toMs }: Window): number {
  return toMs - fromMs;
}
