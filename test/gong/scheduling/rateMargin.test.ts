import { describe, expect, it } from '@jest/globals';
import type { Fetch } from '../../../src/gong/exchange.js';
import { AdaptiveMargin } from '../../../src/gong/scheduling/adaptiveMargin.js';
import { DayCountInMemory } from '../../../src/gong/scheduling/dayCount.js';
import { LocalQuota } from '../../../src/gong/scheduling/localQuota.js';
import type { RequestQuota } from '../../../src/gong/scheduling/requestQuota.js';
import { RedisQuota } from '../../../src/storage/redis/redisQuota.js';
import { createRateLimit } from '../../../sandbox/src/rateLimit.js';
import { createRandom, type Random } from '../../company/support.js';
import { FakeQuotaStore, FakeRedisServer } from '../../storage/redis/fakeQuotaStore.js';
import { RecordingLogger } from '../../storage/redis/support.js';
import { FakeClock } from '../../support/clock.js';
import { createCaller, createTestClient, FakeWire } from '../support.js';

const RATE = { requestsPerSecond: 3, marginMs: 15 };
const QUOTA = { ...RATE, requestsPerDay: 1_000_000, dayTimeZone: 'UTC' };
const SECOND_MS = 1000;
const WORKERS = 6;

/** Gong, which counts requests by when they arrive, and what came of each. */
class StrictGong {
  readonly accepted: number[] = [];
  readonly refused: number[] = [];
  private readonly limit = createRateLimit({
    requestsPerSecond: RATE.requestsPerSecond,
    requestsPerDay: Infinity,
  });

  constructor(
    private readonly clock: FakeClock,
    /** How long a request is on its way, and Gong takes for its answer. */
    private readonly pace: { readonly wayMs: () => number; readonly answerMs: () => number },
  ) {}

  readonly fetch: Fetch = async () => {
    await this.pass(this.pace.wayMs());
    const isAccepted = this.arrive();
    if (isAccepted) await this.pass(this.pace.answerMs());
    const headers: Readonly<Record<string, string>> = isAccepted ? {} : { 'retry-after': '1' };
    return {
      status: isAccepted ? 200 : 429,
      headers: { get: (name: string) => headers[name] ?? null },
      text: () => Promise.resolve('{}'),
    };
  };

  /** A request of whoever it is. */
  arrive(): boolean {
    const at = this.clock.monotonic();
    try {
      this.limit.admit(at);
      this.accepted.push(at);
      return true;
    } catch {
      this.refused.push(at);
      return false;
    }
  }

  private pass(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(ms, resolve);
    });
  }
}

function localQuota(clock: FakeClock): RequestQuota[] {
  return [new LocalQuota({ ...QUOTA, dayCount: new DayCountInMemory(), clock })];
}

function redisQuotas(count: number) {
  return (clock: FakeClock, random: Random): RequestQuota[] => {
    const server = new FakeRedisServer(clock, RATE);
    let ids = 0;
    return Array.from({ length: count }, (_, index) => {
      const replica = `gateway-${index}`;
      return new RedisQuota({
        ...QUOTA,
        table: new FakeQuotaStore(server, replica, () => random.next()),
        replica,
        clock,
        logger: new RecordingLogger(),
        createId: () => `id-${(ids += 1)}`,
      });
    });
  };
}

/** Gateways that send as much as they may for so long. */
async function load(
  clock: FakeClock,
  gong: StrictGong,
  quotas: readonly RequestQuota[],
  forMs: number,
): Promise<void> {
  const work = async (quota: RequestQuota): Promise<void> => {
    const wire = new FakeWire(clock, {});
    const { client } = createTestClient({ clock, wire, quota, fetch: gong.fetch });
    const endsAt = clock.monotonic() + forMs;
    await Promise.all(
      Array.from({ length: WORKERS }, async () => {
        while (clock.monotonic() < endsAt) {
          const request = { operation: 'listCalls' } as const;
          await client.read(request, createCaller(clock).caller).catch(() => undefined);
        }
      }),
    );
  };
  const working = Promise.all(quotas.map(work));
  await clock.advance(forMs);
  await clock.runUntil(working);
}

const LOAD_MS = 60 * SECOND_MS;
const SETTLED_MS = 10 * SECOND_MS;

const kinds = [
  { kind: 'one process', open: localQuota },
  { kind: 'one gateway on Redis', open: redisQuotas(1) },
  { kind: 'three gateways on one Redis', open: redisQuotas(3) },
] as const;
const settings = kinds.flatMap((each) => [1, 2, 3].map((seed) => ({ ...each, seed })));

/** The part of the permitted rate that was used in that time, and when Gong answered 429. */
function outcomeOf(gong: StrictGong, forMs: number) {
  const used = gong.accepted.filter((at) => at < forMs).length;
  return {
    used: used / ((RATE.requestsPerSecond * forMs) / SECOND_MS),
    refusedLate: gong.refused.filter((at) => at >= SETTLED_MS),
    refused: gong.refused,
  };
}

describe('60 seconds of load at 3 requests a second', () => {
  it.each(settings)(
    'meets a 429 only at the beginning when the way to Gong takes 0 to 150 ms ($kind, seed $seed)',
    async ({ seed, open }) => {
      const clock = new FakeClock();
      const random = createRandom(seed);
      const wayMs = (): number => random.next() * 150;
      const gong = new StrictGong(clock, { wayMs, answerMs: () => 0 });

      await load(clock, gong, open(clock, random), LOAD_MS);

      const { used, refused, refusedLate } = outcomeOf(gong, LOAD_MS);
      expect(refused.length).toBeGreaterThan(0);
      expect(refusedLate).toEqual([]);
      expect(used).toBeGreaterThanOrEqual(0.9);
    },
  );

  it.each(kinds)(
    'meets none and uses the rate when the way always takes as long ($kind)',
    async ({ open }) => {
      const clock = new FakeClock();
      const gong = new StrictGong(clock, { wayMs: () => 5, answerMs: () => 10 });

      await load(clock, gong, open(clock, createRandom(1)), LOAD_MS);

      const { used, refused } = outcomeOf(gong, LOAD_MS);
      expect(refused).toEqual([]);
      expect(used).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('still uses most of the rate when another program sends a request each 10 seconds', async () => {
    const clock = new FakeClock();
    const random = createRandom(1);
    const gong = new StrictGong(clock, { wayMs: () => 20, answerMs: () => random.next() * 30 });
    const interfere = (): void => {
      gong.arrive();
      clock.after(10 * SECOND_MS, interfere);
    };
    interfere();

    await load(clock, gong, localQuota(clock), LOAD_MS);

    expect(outcomeOf(gong, LOAD_MS).refused.length).toBeGreaterThan(0);
    expect(outcomeOf(gong, LOAD_MS).used).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the margin', () => {
  it('is at its maximum after a 429, and shrinks to the configured one within five minutes', async () => {
    const clock = new FakeClock();
    const margin = new AdaptiveMargin(clock, RATE);
    expect(margin.extraMs).toBe(0);

    margin.widen();
    expect(margin.extraMs).toBe(235);
    await clock.advance(150 * SECOND_MS);
    expect(margin.extraMs).toBe(117.5);
    await clock.advance(150 * SECOND_MS);

    expect(margin.extraMs).toBe(0);
  });

  it('does not grow when the configured one exceeds the maximum', () => {
    const margin = new AdaptiveMargin(new FakeClock(), { marginMs: 400 });

    margin.widen();

    expect(margin.extraMs).toBe(0);
  });
});
