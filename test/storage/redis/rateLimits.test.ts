import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/lib/clock.js';
import { Sealer } from '../../../src/lib/sealer.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { RedisRateLimits } from '../../../src/storage/redis/redisRateLimits.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { eventually } from './support.js';

/** Long enough that no time that passes during a test matters. */
const RATE = { limit: 10, windowMs: 86_400_000 };
const SECRET = 'a secret for tests, long enough to be one';

let redis: TestRedis;
let ends: (() => void)[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
});
afterAll(() => redis.close());

async function createRates() {
  const connection = connectToRedis(redis.url);
  ends.push(() => {
    connection.disconnect();
  });
  await eventually(() => connection.status === 'ready');
  const sealer = new Sealer(SECRET, 'state');
  const rates = new RedisRateLimits({ redis: connection, sealer, tenant: 'x', clock: systemClock });
  return { rates, connection };
}

describe('rate limits in Redis', () => {
  it('count at all instances together', async () => {
    const [one, other] = await Promise.all([createRates(), createRates()]);
    const waits = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        (index % 2 === 0 ? one : other).rates.take('login 203.0.113.7', RATE),
      ),
    );
    const refused = waits.filter((waitMs) => waitMs > 0);

    expect(refused).toHaveLength(15);
    // One event leaves room after a tenth of the window.
    for (const waitMs of refused) {
      expect(waitMs).toBeGreaterThan(0.9 * (RATE.windowMs / RATE.limit));
      expect(waitMs).toBeLessThanOrEqual(RATE.windowMs / RATE.limit);
    }
    expect(await other.rates.waitFor('login 203.0.113.7', RATE)).toBeGreaterThan(0);
    expect(await one.rates.take('login 203.0.113.8', RATE)).toBe(0);
  });

  it('look without counting', async () => {
    const { rates } = await createRates();
    for (let count = 0; count < 20; count += 1) await rates.waitFor('looked at', RATE);

    expect(await rates.take('looked at', RATE)).toBe(0);
  });

  it('hold no address', async () => {
    const { rates, connection } = await createRates();
    await rates.take('login 203.0.113.9', RATE);

    const keys = await connection.keys('*');
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join()).not.toContain('203.0.113');
    for (const key of keys) expect(await connection.pttl(key)).toBeGreaterThan(0);
  });

  it('are those of the instance alone while Redis is unreachable', async () => {
    const { rates } = await createRates();
    await redis.kill();
    const waits = [];
    for (let count = 0; count < 12; count += 1) waits.push(await rates.take('alone', RATE));

    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(RATE.limit);
  });
});
