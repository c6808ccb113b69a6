import { MINUTE_MS } from '../../lib/clock.js';
import type { CallWithout } from '../../replica/replica.js';
import type { StartRange } from '../../replica/status.js';
import { PAGE_CALLS } from './schedule.js';

/** A request is sent when it is full, or the first call in it has waited for so long. */
const LONGEST_WAIT_MS = 20 * MINUTE_MS;

interface Waiting {
  readonly since: number;
  /** Start of a call whose transcript was never requested from Gong; null: it was, and is requested again. */
  readonly unreadStartMs: number | null;
}

/** Calls whose transcripts are to be read, 100 in one request. What is forgotten is found again in the replica. */
export class TranscriptQueue {
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
      const unreadStartMs = wasRead ? null : startMs;
      if (!this.waiting.has(id)) this.waiting.set(id, { since: now, unreadStartMs });
    }
  }

  /** Adds calls whose transcripts were read before. */
  addAgain(ids: Iterable<string>, now: number): void {
    for (const id of ids) {
      if (!this.waiting.has(id)) this.waiting.set(id, { since: now, unreadStartMs: null });
    }
  }

  dueAt(): number {
    if (this.waiting.size >= PAGE_CALLS) return -Infinity;
    const [first] = this.waiting.values();
    return first === undefined ? Infinity : first.since + LONGEST_WAIT_MS;
  }

  /** IDs for the next request, which stay until they are deleted. */
  next(): readonly string[] {
    return [...this.waiting.keys()].slice(0, PAGE_CALLS);
  }

  delete(ids: Iterable<string>): void {
    for (const id of ids) this.waiting.delete(id);
  }
}
