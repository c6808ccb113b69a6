import type { CacheGroup } from '../../company/cache/sharedStore.js';
import type { Generations } from './invalidateGroups.js';

/**
 * How often each group was dropped, as far as this gateway knows: never more than is true, so that what was
 * read before a drop is never kept under the generation after it.
 */
export class KnownGenerations {
  private readonly known = new Map<CacheGroup, number>();
  private readonly listeners: ((groups: readonly CacheGroup[]) => void)[] = [];

  of(group: CacheGroup): number {
    return this.known.get(group) ?? 0;
  }

  get all(): Generations {
    return this.known;
  }

  onDrop(listener: (groups: readonly CacheGroup[]) => void): void {
    this.listeners.push(listener);
  }

  /** This gateway dropped them itself: whoever had it done knows. */
  advance(generations: Generations): readonly CacheGroup[] {
    const advanced = [...generations].filter(([group, each]) => each > this.of(group));
    for (const [group, generation] of advanced) this.known.set(group, generation);
    return advanced.map(([group]) => group);
  }

  /**
   * Others dropped them. Listeners are told in the same turn: between the two, something read before
   * could be kept as if it had been read after.
   */
  learn(generations: Generations): void {
    const groups = this.advance(generations);
    if (groups.length > 0) this.tell(groups);
  }

  tell(groups: readonly CacheGroup[]): void {
    for (const listener of this.listeners) listener(groups);
  }
}
