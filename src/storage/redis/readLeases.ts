import type { Redis } from 'ioredis';
import type { CacheKey, ReadLease } from '../../company/cache/sharedStore.js';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import { channelOf } from './invalidateGroups.js';
import { LEASE_TTL_MS, leasePrefixOf } from './keys.js';
import type { Sealer } from '../../lib/sealer.js';

/** This instance stops renewing a lease after this time: other instances must not wait forever for a lost read. */
const MAX_LEASE_MS = 5 * MINUTE_MS;

export interface ReadLeasesOptions {
  readonly redis: Redis;
  readonly tenant: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Rejects when the reply takes too long. */
  readonly answer: <T>(reply: Promise<T>) => Promise<T>;
}

interface HeldLease {
  /** Differs for each lease, because no two seals are equal. It identifies this instance's own leases. */
  readonly value: Buffer;
  readonly since: number;
}

/**
 * The leases of the reads in progress, of this instance and of the others. Its promises reject while Redis is
 * unreachable, except that of `waitForRelease`.
 */
export class ReadLeases {
  private readonly held = new Map<string, HeldLease>();
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(private readonly options: ReadLeasesOptions) {}

  /** Returns, for each lease, null when it is acquired, or what its present holder selects. */
  async acquire(
    leases: readonly ReadLease[],
  ): Promise<readonly ({ readonly selection: unknown } | null)[]> {
    const { redis, sealer, clock, answer } = this.options;
    const wanted = leases.map(({ key, selection: want }) => {
      const name = this.nameOf(key);
      const place = this.placeOf(name);
      return { name, place, value: sealer.seal({ want }, place) };
    });
    const replies = await answer(
      Promise.all(
        wanted.map(async ({ name, place, value }) => {
          if (this.held.has(name)) return null;
          // Both commands are sent together, so that no other command comes between them.
          const [made, known] = await Promise.all([
            redis.set(place, value, 'PX', LEASE_TTL_MS, 'NX'),
            redis.getBuffer(place),
          ]);
          if (made === null) return known;
          this.held.set(name, { value, since: clock.monotonic() });
          return null;
        }),
      ),
    );
    return replies.map((known, index) => {
      const other = known === null ? undefined : sealer.open(known, wanted[index]?.place ?? '');
      return other === undefined ? null : { selection: (other as { want: unknown }).want };
    });
  }

  /** Ends this instance's leases, and notifies the instances that wait for them. */
  async release(keys: readonly CacheKey[]): Promise<void> {
    const { redis, tenant, answer } = this.options;
    const released = keys.flatMap((key) => {
      const name = this.nameOf(key);
      const held = this.held.get(name);
      this.held.delete(name);
      return held === undefined ? [] : [{ name, value: held.value }];
    });
    if (released.length === 0) return;
    const event = { kind: 'landed', claims: released.map(({ name }) => name) };
    await answer(
      redis.releaseLeases(
        released.length,
        ...released.map(({ name }) => this.placeOf(name)),
        ...released.map(({ value }) => value),
        channelOf(tenant),
        JSON.stringify(event),
      ),
    );
  }

  /** Resolves when the lease ends, when no instance holds it, or when Redis is unreachable. */
  waitForRelease(key: CacheKey, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    const name = this.nameOf(key);
    return new Promise((resolve) => {
      const waiting = this.waiting.get(name) ?? new Set();
      const leave = (): void => {
        signal.removeEventListener('abort', leave);
        waiting.delete(leave);
        if (waiting.size === 0 && this.waiting.get(name) === waiting) this.waiting.delete(name);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(leave);
      this.waiting.set(name, waiting);
      void this.check([name]);
    });
  }

  /** Resolves the waits for these leases, which have ended. */
  wake(names: readonly string[]): void {
    for (const name of names) {
      for (const leave of [...(this.waiting.get(name) ?? [])]) leave();
    }
  }

  /** Resolves all waits: no event of another instance arrives while Redis is unreachable. */
  wakeAll(): void {
    this.wake([...this.waiting.keys()]);
  }

  /** To be called every second: renews this instance's leases, and checks those that it waits for. */
  async tick(): Promise<void> {
    const { redis, clock, answer } = this.options;
    const forgotten = clock.monotonic() - MAX_LEASE_MS;
    for (const [name, { since }] of this.held) if (since < forgotten) this.held.delete(name);
    const held = [...this.held];
    const renewed =
      held.length === 0
        ? Promise.resolve()
        : answer(
            redis.renewLeases(
              held.length,
              ...held.map(([name]) => this.placeOf(name)),
              ...held.map(([, { value }]) => value),
            ),
          );
    await Promise.allSettled([renewed, this.check([...this.waiting.keys()])]);
  }

  /** Resolves the waits for those leases that no instance holds now. */
  private async check(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const { redis, answer } = this.options;
    try {
      const exist = await answer(
        Promise.all(names.map((name) => redis.exists(this.placeOf(name)))),
      );
      this.wake(names.filter((_, index) => exist[index] === 0));
    } catch {
      this.wake(names);
    }
  }

  private nameOf({ group, name }: CacheKey): string {
    return this.options.sealer.name('claim', group, name);
  }

  private placeOf(name: string): string {
    return `${leasePrefixOf(this.options.tenant)}${name}`;
  }
}
