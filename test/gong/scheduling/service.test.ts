import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../../src/lib/clock.js';
import type { Priority } from '../../../src/gong/scheduling/waiter.js';
import { FakeClock, settle } from '../../support/clock.js';
import { setUp } from './support.js';

describe('the order of service', () => {
  it('is writes, then interactive requests, then bulk', async () => {
    const { clock, served, ask } = setUp();
    void ask('first');
    void ask('bulk', { priority: 'bulk' });
    void ask('look');
    void ask('write', { priority: 'write' });

    await clock.advance(5000);

    expect(served).toEqual(['first', 'write', 'look', 'bulk']);
  });

  it.each([1, 10, 100])(
    'makes no interactive request wait for more than one slot, with %i bulk pages',
    async (n) => {
      const { clock, served, ask, askTimes } = setUp();
      askTimes(n, 'bulk', { priority: 'bulk' });
      await clock.advance(10_500);

      const before = served.length;
      void ask('look', { client: 'two' });
      await clock.advance(1000);

      expect(served.slice(before)).toEqual(['look']);
    },
  );

  it('serves a bulk request after 5 interactive ones', async () => {
    const { clock, served, askTimes } = setUp();
    askTimes(30, 'look', {});
    askTimes(10, 'bulk', { priority: 'bulk' });

    await clock.advance(17_500);

    // The first slot was taken before anybody else had come.
    const rounds = served.slice(1).join(' ');
    const round = 'look look look look look bulk';
    expect(rounds).toBe([round, round, 'look look look look look'].join(' '));
  });

  it('serves all requests despite endless writes', async () => {
    const { clock, served, askTimes } = setUp();
    askTimes(200, 'write', { priority: 'write' });
    askTimes(100, 'look', {});
    askTimes(100, 'bulk', { priority: 'bulk' });

    await clock.advance(100_500);

    for (const name of ['look', 'bulk']) {
      const turns = served.flatMap((each, index) => (each === name ? [index] : []));
      const gaps = turns.map((turn, index) => turn - (turns[index - 1] ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(8);
      expect(turns.length).toBeGreaterThanOrEqual(100 / 8);
    }
    // And writes still come first.
    expect(served.filter((name) => name === 'write').length).toBeGreaterThanOrEqual(65);
  });

  it('serves clients round-robin', async () => {
    const { clock, served, askTimes } = setUp();
    askTimes(100, 'a', { client: 'a' });
    await clock.advance(10_500);
    const before = served.length;
    askTimes(5, 'b', { client: 'b' });

    await clock.advance(11_000);

    expect(served.slice(before).join('')).toBe('bababababaa');
  });

  it('gives each of three clients a third', async () => {
    const { clock, served, askTimes } = setUp();
    for (const client of ['a', 'b', 'c']) askTimes(50, client, { client });
    await clock.advance(60_500);
    for (const client of ['a', 'b', 'c']) {
      const count = served.filter((name) => name === client).length;
      expect(Math.abs(count - served.length / 3)).toBeLessThanOrEqual(1);
    }
  });

  it('serves one client’s requests in the order in which they came', async () => {
    const { clock, served, ask } = setUp();
    const names = ['1', '2', '3', '4'];
    for (const name of names) void ask(name);
    await clock.advance(5000);
    expect(served).toEqual(names);
  });
});

describe('refused at once,', () => {
  it('a request fails beyond the maximum of the queue', async () => {
    const { clock, served, scheduler, ask, askTimes } = setUp({ requestsPerSecond: 3 }, 30);
    askTimes(3 + 30, 'waits', {});
    expect(scheduler.queued).toBe(30);

    await expect(ask('late')).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 10_000,
    });

    await clock.advance(20_000);
    expect(served).toEqual(Array(33).fill('waits'));
  });

  it('a request fails when its position in the queue is too late', async () => {
    const { clock, served, ask, askTimes } = setUp();
    askTimes(11, 'waits', {});

    // One has started; the next may in a second, and this one after ten more.
    await expect(ask('hasty', { patienceMs: 10_999 })).rejects.toMatchObject({
      kind: 'deadline-exceeded',
      retryAfterMs: 11_000,
    });
    const inTime = ask('in time', { patienceMs: 12_000 });
    // Another client doesn't stand behind this one's requests.
    const other = ask('other', { client: 'two', patienceMs: 2000 });

    await clock.advance(30_000);
    expect(await inTime).toBe('in time');
    expect(await other).toBe('other');
    expect(served).not.toContain('hasty');
  });

  it.each<[Priority, number]>([
    ['write', 0],
    ['interactive', 0],
    ['bulk', 0],
    ['write', 1500],
  ])(
    'the first request fails when the rate exceeds its deadline: %s, %i ms later',
    async (priority, laterMs) => {
      const { clock, served, scheduler, ask } = setUp({ requestsPerSecond: 0.2 });
      await ask('first', { priority });
      await clock.advance(laterMs);

      const second = ask('second', { priority, patienceMs: 3000 });

      await expect(second).rejects.toMatchObject({
        kind: 'deadline-exceeded',
        retryAfterMs: 5000 - laterMs,
      });
      expect(clock.monotonic()).toBe(laterMs);
      expect([served, scheduler.queued]).toEqual([['first'], 0]);
    },
  );

  it('the first request fails also when the next slot is already known', async () => {
    const { clock, served, ask } = setUp({ requestsPerSecond: 0.2 });
    void ask('first');
    const patient = ask('patient', { patienceMs: 5000 });

    // A write has the next slot, which comes too late for it.
    const hasty = ask('hasty', { priority: 'write', patienceMs: 4999 });

    await expect(hasty).rejects.toMatchObject({ kind: 'deadline-exceeded', retryAfterMs: 5000 });
    expect(clock.monotonic()).toBe(0);
    expect(await clock.runUntil(patient)).toBe('patient');
    expect(served).toEqual(['first', 'patient']);
  });

  it('a waiting request fails when a more urgent one takes its last slot', async () => {
    const { clock, served, ask } = setUp({ requestsPerSecond: 0.2 });
    void ask('first');
    const hasty = ask('hasty', { patienceMs: 9999 });
    void ask('write', { priority: 'write' });

    await clock.advance(5000);

    await expect(hasty).rejects.toMatchObject({ kind: 'deadline-exceeded', retryAfterMs: 5000 });
    expect(served).toEqual(['first', 'write']);
  });

  it('all requests fail until the next day once the daily quota is used up', async () => {
    const { clock, served, ask, askTimes } = setUp({ requestsPerSecond: 100, requestsPerDay: 5 });
    const patient = { patienceMs: 25_000 };
    askTimes(5, 'in time', patient);
    const untilMidnight = 12 * 3_600_000;

    await expect(ask('late', patient)).rejects.toMatchObject({
      kind: 'quota-exhausted',
      retryAfterMs: untilMidnight,
    });
    await clock.advance(untilMidnight - 10_000);
    // Whoever can wait for the next day, waits.
    const waits = ask('next day', patient);
    await clock.advance(9999);
    expect(served).toHaveLength(5);
    await clock.advance(1);

    expect(await waits).toBe('next day');
    expect(await ask('after', patient)).toBe('after');
  });

  it('a waiting request fails when another instance uses up the daily quota', async () => {
    const { clock, dayCount, served, ask } = setUp({ requestsPerDay: 5 });
    void ask('first');
    const waits = ask('waits', { patienceMs: 25_000 });
    for (let count = 0; count < 4; count += 1) dayCount.add('2026-06-01');

    await clock.advance(1000);

    await expect(waits).rejects.toMatchObject({ kind: 'quota-exhausted' });
    expect(served).toEqual(['first']);
  });

  it('no request fails once the wall clock is set to the next day', async () => {
    const fake = new FakeClock();
    let setForwardBy = 0;
    const clock: Clock = {
      now: () => fake.now() + setForwardBy,
      monotonic: () => fake.monotonic(),
      after: (delayMs, task) => fake.after(delayMs, task),
    };
    const { dayCount, ask } = setUp({ requestsPerDay: 2, clock });
    void ask('first');
    const late = ask('late', { patienceMs: 25_000 });
    dayCount.add('2026-06-01');
    await fake.advance(1000);
    await expect(late).rejects.toMatchObject({ kind: 'quota-exhausted' });
    await fake.advance(2000);

    setForwardBy = 12 * 3_600_000;

    expect(await ask('next day', { patienceMs: 25_000 })).toBe('next day');
  });
});

describe('a pause that Gong requests', () => {
  it('of 20 minutes fails all requests at once, and nothing is sent in that time', async () => {
    const { clock, served, scheduler, ask } = setUp();
    void ask('first');
    const waiting = ask('waits', { patienceMs: 25_000 });

    scheduler.pauseFor(1_200_000);

    const refusal = { kind: 'rate-limited', retryAfterMs: 1_200_000 };
    await expect(waiting).rejects.toMatchObject(refusal);
    await clock.advance(600_000);
    await expect(ask('halfway', { patienceMs: 25_000 })).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 600_000,
    });
    expect(served).toEqual(['first']);
    await clock.advance(600_000);
    expect(await ask('after', { patienceMs: 25_000 })).toBe('after');
  });

  it('delays requests that can wait, and then keeps to the rate', async () => {
    const { clock, served, scheduler, askTimes } = setUp({ requestsPerSecond: 2 });
    scheduler.pauseFor(5000);
    askTimes(5, 'waits', { patienceMs: 25_000 });

    await clock.advance(4999);
    expect(served).toEqual([]);
    await clock.advance(1);
    expect(served).toHaveLength(2);
    await clock.advance(1000);
    expect(served).toHaveLength(4);
  });
});

describe('many waiting requests', () => {
  it('do not slow down a new one', async () => {
    const { scheduler } = setUp();
    let looks = 0;
    const waiter = (client: string) => ({
      signal: new AbortController().signal,
      latestStart: () => Infinity,
      priority: () => {
        looks += 1;
        return 'interactive' as const;
      },
      asker: () => ({ client, operation: 'Test' }),
    });
    for (let count = 0; count < 500; count += 1) {
      void scheduler.run(() => Promise.resolve(), waiter('one'));
    }
    await settle();
    looks = 0;

    void scheduler.run(() => Promise.resolve(), waiter('one'));

    // Its place in line is counted once; whose turn it is, nobody asks before there is a slot.
    expect(looks).toBeLessThanOrEqual(501);
  });
});

describe('a full queue', () => {
  it('accepts a client with less than its share', async () => {
    const { served, ask, askTimes, clock, scheduler } = setUp({}, 4);
    void ask('first', { client: 'busy' });
    askTimes(3, 'busy', { client: 'busy' });
    const last = ask('last', { client: 'busy' });

    const other = ask('other', { client: 'other' });

    await expect(last).rejects.toMatchObject({ kind: 'rate-limited' });
    expect(scheduler.queued).toBe(4);
    await clock.advance(5000);
    await expect(other).resolves.toBe('other');
    expect(served).toEqual(['first', 'busy', 'other', 'busy', 'busy']);
  });

  it('refuses a client that has its share', async () => {
    const { ask, askTimes } = setUp({}, 4);
    void ask('first');
    askTimes(2, 'a', { client: 'a' });
    askTimes(2, 'b', { client: 'b' });

    await expect(ask('more', { client: 'a' })).rejects.toMatchObject({ kind: 'rate-limited' });
  });

  it('accepts a more urgent request of the same client, and never evicts a write', async () => {
    const { ask, askTimes, clock, served } = setUp({}, 2);
    void ask('first');
    askTimes(1, 'write', { priority: 'write' });
    const bulk = ask('bulk', { priority: 'bulk' });
    const write = ask('another write', { priority: 'write' });

    await expect(bulk).rejects.toMatchObject({ kind: 'rate-limited' });
    await expect(ask('look')).rejects.toMatchObject({ kind: 'rate-limited' });
    await clock.advance(3000);
    await expect(write).resolves.toBe('another write');
    expect(served).toEqual(['first', 'write', 'another write']);
  });
});
