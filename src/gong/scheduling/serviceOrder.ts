import { clientsOf, priorities, type Priority, type Waiter } from './waiter.js';

/** After this many more urgent requests, a waiting request is served. */
const MAX_TIMES_PASSED_OVER = 5;

/**
 * Requests that wait, in the order in which they are to be served: by priority; within one, each client in
 * its turn; of one client's, first come, first served. Nothing starves: who is passed over again and again
 * has a turn of its own. Only what is in the background is served when nothing else waits, and never before.
 */
export class ServiceOrder<W extends { readonly waiter: Waiter }> {
  private readonly waiting = new Set<W>();
  /** When each client was last served, as a sequence number. */
  private readonly lastServed = new Map<string, number>();
  private served = 0;
  private readonly passedOver: Record<Priority, number> = {
    write: 0,
    interactive: 0,
    bulk: 0,
    background: 0,
  };

  get size(): number {
    return this.waiting.size;
  }

  add(item: W): void {
    this.waiting.add(item);
  }

  delete(item: W): boolean {
    return this.waiting.delete(item);
  }

  [Symbol.iterator](): IterableIterator<W> {
    return this.waiting.values();
  }

  /** Removes and returns the next request. */
  take(): W | undefined {
    const next = this.choose();
    if (next === undefined) return undefined;
    const { item, priority, client, waitingPriorities } = next;
    this.waiting.delete(item);
    this.served += 1;
    this.lastServed.set(client, this.served);
    for (const each of priorities) {
      const isPassedOver =
        each !== priority && each !== 'background' && waitingPriorities.has(each);
      this.passedOver[each] = isPassedOver ? this.passedOver[each] + 1 : 0;
    }
    if (this.waiting.size === 0) this.lastServed.clear();
    return item;
  }

  /** Returns the priority of the next request; undefined when none waits. */
  mostUrgent(): Priority | undefined {
    return this.choose()?.priority;
  }

  /** Returns the number of requests that will be served before another one of the same client and priority. */
  ahead(waiter: Waiter): number {
    const priority = waiter.priority();
    const lines = new Map<string, number>();
    for (const client of clientsOf(waiter)) lines.set(client, 0);
    for (const { waiter: each } of this.waiting) {
      if (each.priority() !== priority) continue;
      for (const client of clientsOf(each)) {
        const count = lines.get(client);
        if (count !== undefined) lines.set(client, count + 1);
      }
    }
    return Math.min(...lines.values());
  }

  /**
   * Who gives way to a newcomer where there is no room for both: what is in the background, else something less urgent
   * of the same client, else the last to come of the client with the most waiting, where that has more than the
   * newcomer's would have. What is to change something at Gong never does, and to what is in the background, nothing.
   */
  evictFor(newcomer: Waiter): W | undefined {
    if (newcomer.priority() === 'background') return undefined;
    const idle = last([...this.waiting], 'background');
    if (idle !== undefined) return idle;
    const lines = new Map<string, W[]>();
    for (const item of this.waiting) {
      const { client } = item.waiter.asker();
      const line = lines.get(client);
      if (line === undefined) lines.set(client, [item]);
      else line.push(item);
    }
    const own = lines.get(newcomer.asker().client) ?? [];
    const urgency = priorities.indexOf(newcomer.priority());
    const lessUrgent = own.filter(({ waiter }) => priorities.indexOf(waiter.priority()) > urgency);
    if (lessUrgent.length > 0) return leastUrgent(lessUrgent);
    let longest: readonly W[] = [];
    for (const line of lines.values()) if (line.length > longest.length) longest = line;
    return longest.length > own.length + 1 ? leastUrgent(longest) : undefined;
  }

  private choose() {
    const first = new Map<Priority, Map<string, W>>();
    for (const item of this.waiting) {
      const priority = item.waiter.priority();
      let clients = first.get(priority);
      if (clients === undefined) {
        clients = new Map();
        first.set(priority, clients);
      }
      for (const client of clientsOf(item.waiter)) {
        if (!clients.has(client)) clients.set(client, item);
      }
    }
    const priority =
      priorities.find(
        (each) => first.has(each) && this.passedOver[each] >= MAX_TIMES_PASSED_OVER,
      ) ?? priorities.find((each) => first.has(each));
    if (priority === undefined) return undefined;
    let chosen: { client: string; item: W; lastServed: number } | undefined;
    for (const [client, item] of first.get(priority) ?? []) {
      const lastServed = this.lastServed.get(client) ?? 0;
      if (chosen === undefined || lastServed < chosen.lastServed) {
        chosen = { client, item, lastServed };
      }
    }
    return chosen && { ...chosen, priority, waitingPriorities: new Set(first.keys()) };
  }
}

/** Returns the latest of the least urgent requests; undefined when all are writes. */
function leastUrgent<W extends { readonly waiter: Waiter }>(items: readonly W[]): W | undefined {
  return last(items, 'bulk') ?? last(items, 'interactive');
}

function last<W extends { readonly waiter: Waiter }>(
  items: readonly W[],
  priority: Priority,
): W | undefined {
  return items.filter(({ waiter }) => waiter.priority() === priority).at(-1);
}
