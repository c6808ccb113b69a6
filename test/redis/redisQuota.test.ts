import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/gong/clock.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import {
  createGatewayQuota,
  eventually,
  granted,
  hammer,
  mostWithin,
  pass,
  type Gateway,
  type GatewayOptions,
} from './support.js';

const AWAY = 'warn: Redis is away: this gateway goes on with its share of the rate';
const BACK = 'info: Redis is back';

let server: TestRedis;
let gateways: Gateway[] = [];
let tenants = 0;

beforeAll(async () => {
  server = await startRedis();
});
afterEach(async () => {
  await Promise.all(gateways.map((each) => each.close()));
  gateways = [];
});
afterAll(() => server.close());

/** So many gateways of one company, which know of each other. */
async function companyOf(count: number, options: GatewayOptions = {}): Promise<Gateway[]> {
  tenants += 1;
  const tenant = `company-${tenants}`;
  const company = Array.from({ length: count }, () =>
    createGatewayQuota(server.url, { tenant, ...options }),
  );
  gateways.push(...company);
  await eventually(() => company.every(({ quota }) => quota.status().replicas === count));
  return company;
}

const only = async (options: GatewayOptions = {}): Promise<Gateway> => {
  const [gateway] = await companyOf(1, options);
  if (gateway === undefined) throw new Error('There is one.');
  return gateway;
};

const pairOf = async (options: GatewayOptions = {}): Promise<[Gateway, Gateway]> => {
  const [a, b] = await companyOf(2, options);
  if (a === undefined || b === undefined) throw new Error('There are two.');
  return [a, b];
};

describe('several gateways with Redis', () => {
  it('start no more than the limit in any window, and waste next to none of it', async () => {
    const limit = 200;
    const company = await companyOf(4, { requestsPerSecond: limit });
    const starts: number[] = [];

    const from = systemClock.monotonic();
    await Promise.all(company.map(({ quota }) => hammer(quota, from + 3000, starts)));

    expect(mostWithin(1000, starts)).toBeLessThanOrEqual(limit);
    expect(starts.length).toBeGreaterThanOrEqual(0.9 * 3 * limit);
  });

  it('count together, and a new one learns the count', async () => {
    const [a, b] = await pairOf({ requestsPerSecond: 50, requestsPerDay: 5 });
    for (const { quota } of [a, b, a, b]) (await granted(quota)).keep();
    const late = createGatewayQuota(server.url, {
      tenant: `company-${tenants}`,
      requestsPerDay: 5,
      requestsPerSecond: 50,
    });
    gateways.push(late);
    await eventually(() => late.quota.usage().usedToday === 4);

    (await granted(late.quota)).keep();
    const verdict = await a.quota.acquire('write');

    expect(verdict).toMatchObject({ kind: 'refused', because: 'day' });
    expect(a.quota.blocked()).toMatchObject({ because: 'day' });
    await eventually(() => b.quota.blocked()?.because === 'day');
  });

  it('give back what nothing was sent with', async () => {
    const { quota } = await only({ requestsPerSecond: 1 });

    (await granted(quota)).release();
    await eventually(() => quota.usage().usedToday === 0);
    const verdict = await quota.acquire('interactive');

    expect(verdict.kind).toBe('granted');
  });

  it('all heed the hold that one was told of, and the longer of two', async () => {
    const [a, b] = await pairOf();

    a.quota.pauseFor(1500);
    a.quota.pauseFor(100);

    expect(a.quota.blocked()).toMatchObject({ because: 'hold' });
    await eventually(() => b.quota.blocked() !== null);
    const left = (b.quota.blocked()?.until ?? 0) - systemClock.monotonic();
    expect(left).toBeLessThanOrEqual(1510);
    const told = await b.quota.acquire('write');
    expect(told).toMatchObject({ kind: 'refused', because: 'hold' });

    const startedAt = systemClock.monotonic() + left;
    await granted(b.quota);
    expect(systemClock.monotonic()).toBeGreaterThanOrEqual(startedAt - 5);
  });

  it('count a request from when it left', async () => {
    const [a, b] = await pairOf({ requestsPerSecond: 1, marginMs: 0 });
    const grant = await granted(a.quota);
    grant.keep();
    await pass(400);
    const sentAt = systemClock.monotonic();
    grant.slot.sent();

    await granted(b.quota);

    expect(systemClock.monotonic() - sentAt).toBeGreaterThanOrEqual(998);
  });

  it('forget one that left', async () => {
    const [a, b] = await pairOf();

    await b.close();

    await eventually(() => a.quota.status().replicas === 1);
    expect(a.quota.status()).toEqual({ status: 'ok', replicas: 1 });
  });
});

describe('Redis going away', () => {
  it('leaves each its share, never more together than one alone, and all come back', async () => {
    const limit = 60;
    const company = await companyOf(4, { requestsPerSecond: limit });
    const starts: number[] = [];
    const from = systemClock.monotonic();
    const work = company.map(({ quota }) => hammer(quota, from + 9000, starts));
    await eventually(() => starts.length > limit);

    await server.kill();
    const gone = systemClock.monotonic();
    await eventually(() => company.every(({ quota }) => quota.status().status === 'away'));
    await eventually(() => systemClock.monotonic() > gone + 3500);
    const during = starts.filter((at) => at > gone + 1200 && at <= gone + 3200).length;
    await server.restart();
    await eventually(() => company.every(({ quota }) => quota.status().status === 'ok'), 2500);
    await Promise.all(work);

    expect(mostWithin(1000, starts)).toBeLessThanOrEqual(limit);
    expect(during).toBeGreaterThanOrEqual(0.85 * 2 * limit);
    expect(company.map(({ logger }) => logger.messages)).toEqual(company.map(() => [AWAY, BACK]));
    const last = starts.filter((at) => at > from + 8000).length;
    expect(last).toBeGreaterThanOrEqual(0.85 * limit);
    const used = company.map(({ quota }) => quota.usage().usedToday);
    // A crashed Redis may have counted, or lost, what was on its way: one for each gateway.
    for (const each of used) expect(Math.abs(each - starts.length)).toBeLessThanOrEqual(4);
  });

  it('keeps the count of the day, and reports its own part once', async () => {
    const { quota, redis } = await only({ requestsPerSecond: 20 });
    for (let sent = 0; sent < 5; sent += 1) (await granted(quota)).keep();
    await server.kill();
    await eventually(() => quota.status().status === 'away');
    for (let sent = 0; sent < 3; sent += 1) (await granted(quota)).keep();
    expect(quota.usage().usedToday).toBe(8);

    await server.restart();
    await eventually(() => quota.status().status === 'ok');
    expect(quota.usage().usedToday).toBe(8);
    redis.disconnect(true);
    await eventually(() => quota.status().status === 'away');
    await eventually(() => quota.status().status === 'ok');

    expect(quota.usage().usedToday).toBe(8);
  });

  it('shares afterwards the hold that was told of meanwhile', async () => {
    const [a, b] = await pairOf();
    await server.kill();
    await eventually(() => [a, b].every(({ quota }) => quota.status().status === 'away'));

    a.quota.pauseFor(20_000);
    expect(b.quota.blocked()).toBeNull();
    await server.restart();

    await eventually(() => b.quota.blocked()?.because === 'hold');
  });

  it('is noticed when it answers nothing any more', async () => {
    const { quota, logger } = await only({ requestsPerSecond: 5 });
    server.pause();
    try {
      const askedAt = systemClock.monotonic();
      const verdict = await quota.acquire('interactive');
      expect(verdict.kind).toBe('granted');
      expect(systemClock.monotonic() - askedAt).toBeLessThan(2000);
      expect(quota.status().status).toBe('away');
    } finally {
      server.resume();
    }
    await eventually(() => quota.status().status === 'ok');
    expect(logger.messages).toEqual([AWAY, BACK]);
  });

  it('from the very start leaves the whole rate, and the log has no credentials', async () => {
    await server.kill();
    const url = server.url.replace('//', '//name:secret-password@');
    const gateway = createGatewayQuota(url, { requestsPerSecond: 100 });
    gateways.push(gateway);

    const starts = await hammer(gateway.quota, systemClock.monotonic() + 1000);
    await server.restart();

    expect(starts.length).toBeGreaterThan(80);
    expect(gateway.quota.status()).toEqual({ status: 'away', replicas: 1 });
    expect(JSON.stringify(gateway.logger.lines)).not.toMatch(/secret-password|127\.0\.0\.1/);
    expect(gateway.logger.messages).toEqual([AWAY]);
  });
});
