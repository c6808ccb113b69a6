import { MINUTE_MS } from '../lib/clock.js';
import { PAGE_CALLS } from './schedule.js';

/** A request is sent when it is full, or the first call in it has waited for so long. */
const LONGEST_WAIT_MS = 20 * MINUTE_MS;

/** Calls whose transcripts are to be read, 100 in one request. What is forgotten is found again in the replica. */
export class TranscriptQueue {
  /** When each call came. */
  private readonly waiting = new Map<string, number>();

  get size(): number {
    return this.waiting.size;
  }

  add(ids: Iterable<string>, now: number): void {
    for (const id of ids) if (!this.waiting.has(id)) this.waiting.set(id, now);
  }

  dueAt(): number {
    if (this.waiting.size >= PAGE_CALLS) return -Infinity;
    const [first] = this.waiting.values();
    return first === undefined ? Infinity : first + LONGEST_WAIT_MS;
  }

  /** IDs for the next request, which stay until they are deleted. */
  next(): readonly string[] {
    return [...this.waiting.keys()].slice(0, PAGE_CALLS);
  }

  delete(ids: Iterable<string>): void {
    for (const id of ids) this.waiting.delete(id);
  }
}
