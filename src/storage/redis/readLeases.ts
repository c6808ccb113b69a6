import type { Redis } from 'ioredis';
import type { CacheKey, Claim } from '../../company/cache/sharedStore.js';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import { channelOf } from './invalidateGroups.js';
import { CLAIM_LIFETIME_MS, claimPrefixOf } from './keys.js';
import type { Sealer } from '../../lib/sealer.js';

/** One that is held for longer was forgotten: others must not wait for it for ever. */
const LONGEST_CLAIM_MS = 5 * MINUTE_MS;

export interface ClaimsOptions {
  readonly redis: Redis;
  readonly tenant: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Rejects what takes too long. */
  readonly answer: <T>(reply: Promise<T>) => Promise<T>;
}

interface Held {
  /** Differs for each claim, since no sealing is like another: it tells one's own. */
  readonly value: Buffer;
  readonly since: number;
}

/** Which reads are under way, here and elsewhere. Its promises reject where Redis is away, `landed` excepted. */
export class ReadLeases {
  private readonly held = new Map<string, Held>();
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(private readonly options: ClaimsOptions) {}

  async claim(claims: readonly Claim[]): Promise<readonly ({ readonly want: unknown } | null)[]> {
    const { redis, sealer, clock, answer } = this.options;
    const wanted = claims.map(({ key, want }) => {
      const name = this.nameOf(key);
      const place = this.placeOf(name);
      return { name, place, value: sealer.seal({ want }, place) };
    });
    const replies = await answer(
      Promise.all(
        wanted.map(async ({ name, place, value }) => {
          if (this.held.has(name)) return null;
          // Sent in one go, so that nothing comes between the two.
          const [made, known] = await Promise.all([
            redis.set(place, value, 'PX', CLAIM_LIFETIME_MS, 'NX'),
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
      return other === undefined ? null : (other as { want: unknown });
    });
  }

  /** Ends own claims, and tells those who wait for them. */
  async land(keys: readonly CacheKey[]): Promise<void> {
    const { redis, tenant, answer } = this.options;
    const waitForRelease = keys.flatMap((key) => {
      const name = this.nameOf(key);
      const held = this.held.get(name);
      this.held.delete(name);
      return held === undefined ? [] : [{ name, value: held.value }];
    });
    if (waitForRelease.length === 0) return;
    const event = { kind: 'landed', claims: waitForRelease.map(({ name }) => name) };
    await answer(
      redis.releaseClaims(
        waitForRelease.length,
        ...waitForRelease.map(({ name }) => this.placeOf(name)),
        ...waitForRelease.map(({ value }) => value),
        channelOf(tenant),
        JSON.stringify(event),
      ),
    );
  }

  /** Resolves when the read of that name is over, is nobody's, or can't be waited for any more. */
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

  /** These reads are over. */
  wake(names: readonly string[]): void {
    for (const name of names) {
      for (const leave of [...(this.waiting.get(name) ?? [])]) leave();
    }
  }

  /** Nobody can be heard of any more. */
  wakeAll(): void {
    this.wake([...this.waiting.keys()]);
  }

  /** To be called every second: keeps own claims, and looks after those that are waited for. */
  async tick(): Promise<void> {
    const { redis, clock, answer } = this.options;
    const forgotten = clock.monotonic() - LONGEST_CLAIM_MS;
    for (const [name, { since }] of this.held) if (since < forgotten) this.held.delete(name);
    const held = [...this.held];
    const renewed =
      held.length === 0
        ? Promise.resolve()
        : answer(
            redis.renewClaims(
              held.length,
              ...held.map(([name]) => this.placeOf(name)),
              ...held.map(([, { value }]) => value),
            ),
          );
    await Promise.allSettled([renewed, this.check([...this.waiting.keys()])]);
  }

  /** Wakes those who wait for what nobody claims any more. */
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
    return `${claimPrefixOf(this.options.tenant)}${name}`;
  }
}
