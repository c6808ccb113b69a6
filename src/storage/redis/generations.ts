import type { CacheGroup } from '../../company/cache/sharedStore.js';
import type { Generations } from './invalidateGroups.js';

/**
 * How often each group was invalidated, as far as this instance knows. The number is never too high, so a value that
 * was read before an invalidation is never stored under a later generation.
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

  /** Records the groups that this instance invalidated. Its caller already knows. */
  advance(generations: Generations): readonly CacheGroup[] {
    const advanced = [...generations].filter(([group, each]) => each > this.of(group));
    for (const [group, generation] of advanced) this.known.set(group, generation);
    return advanced.map(([group]) => group);
  }

  /**
   * Records the groups that other instances invalidated, and calls the listeners in the same event loop turn.
   * Otherwise an older value could be stored as if it had been read later.
   */
  learn(generations: Generations): void {
    const groups = this.advance(generations);
    if (groups.length > 0) this.tell(groups);
  }

  tell(groups: readonly CacheGroup[]): void {
    for (const listener of this.listeners) listener(groups);
  }
}
