import { MINUTE_MS } from '../../lib/clock.js';
import type { CallWithout } from '../../replica/replica.js';
import type { StartRange } from '../../replica/status.js';
import { PAGE_CALLS } from './schedule.js';

/** A request is sent when it is full, or the first call in it has waited for so long. */
const LONGEST_WAIT_MS = 20 * MINUTE_MS;

/** Which call of a request makes Gong fail is found by requests of so many times fewer calls. */
const NARROWING = 4;
const MOST_FAILURES = 3;

interface Waiting {
  readonly since: number;
  /** Start of a call whose transcript was never requested from Gong; null: it was, and is requested again. */
  readonly unreadStartMs: number | null;
  /** How often Gong failed to send it alone. */
  readonly failures: number;
}

/** Calls whose transcripts are to be read, 100 in one request. What is forgotten is found again in the replica. */
export class TranscriptQueue {
  /** How many are requested together. */
  private together = PAGE_CALLS;
  private readonly waiting = new Map<string, Waiting>();

  get size(): number {
    return this.waiting.size;
  }

  /** First and last start of the calls whose transcript was never requested from Gong; null: there are none. */
  get unread(): StartRange | null {
    let [fromMs, toMs] = [Infinity, -Infinity];
    for (const { unreadStartMs } of this.waiting.values()) {
      if (unreadStartMs === null) continue;
      fromMs = Math.min(fromMs, unreadStartMs);
      toMs = Math.max(toMs, unreadStartMs);
    }
    return fromMs === Infinity ? null : { fromMs, toMs };
  }

  /** Whether a transcript waits to be requested again. */
  get hasRead(): boolean {
    for (const { unreadStartMs } of this.waiting.values()) if (unreadStartMs === null) return true;
    return false;
  }

  add(calls: Iterable<CallWithout>, now: number): void {
    for (const { id, startMs, wasRead } of calls) {
      this.put(id, now, wasRead ? null : startMs);
    }
  }

  /** Adds calls whose transcripts were read before. */
  addAgain(ids: Iterable<string>, now: number): void {
    for (const id of ids) this.put(id, now, null);
  }

  dueAt(): number {
    if (this.waiting.size >= PAGE_CALLS) return -Infinity;
    const [first] = this.waiting.values();
    return first === undefined ? Infinity : first.since + LONGEST_WAIT_MS;
  }

  /** IDs for the next request, which stay until they are deleted. */
  next(): readonly string[] {
    return [...this.waiting.keys()].slice(0, this.together);
  }

  /** Their transcripts were read. */
  delete(ids: Iterable<string>): void {
    for (const id of ids) this.waiting.delete(id);
    this.together = Math.min(PAGE_CALLS, this.together * NARROWING);
  }

  /**
   * Gong failed to send these: the others go first, and fewer together, until the one that fails is alone. That one is
   * forgotten after a few requests of its own, and found again when its slice is read.
   */
  fail(ids: readonly string[]): void {
    for (const id of ids) {
      const waiting = this.waiting.get(id);
      if (waiting === undefined) continue;
      this.waiting.delete(id);
      const failures = waiting.failures + (ids.length === 1 ? 1 : 0);
      if (failures < MOST_FAILURES) this.waiting.set(id, { ...waiting, failures });
    }
    this.together = Math.max(1, Math.floor(this.together / NARROWING));
  }

  private put(id: string, since: number, unreadStartMs: number | null): void {
    if (!this.waiting.has(id)) this.waiting.set(id, { since, unreadStartMs, failures: 0 });
  }
}
