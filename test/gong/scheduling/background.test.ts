import { describe, expect, it } from '@jest/globals';
import { setUp } from './support.js';

describe('what is in the background', () => {
  const background = { client: 'sync', priority: 'background' } as const;

  it('starts only when nothing else waits, however long that takes', async () => {
    const { clock, served, ask, askTimes } = setUp();
    void ask('first');
    void ask('background', background);
    askTimes(40, 'bulk', { priority: 'bulk' });

    await clock.advance(40_500);
    expect(served).toEqual(['first', ...Array<string>(40).fill('bulk')]);

    await clock.advance(1000);
    expect(served.at(-1)).toBe('background');
  });

  it('leaves room for one more request in each second', async () => {
    const { clock, served, ask, askTimes } = setUp({ requestsPerSecond: 3 });
    askTimes(6, 'background', background);

    await clock.advance(500);
    expect(served).toHaveLength(2);
    void ask('look');
    await clock.advance(0);
    expect(served).toEqual(['background', 'background', 'look']);

    await clock.advance(2500);
    expect(served.filter((name) => name === 'background')).toHaveLength(6);
  });

  it('stops while less than 30 % of the day is left, and goes on the next day', async () => {
    const { clock, served, ask } = setUp({ requestsPerSecond: 100, requestsPerDay: 10 });
    for (let count = 0; count < 7; count += 1) await ask('look');
    await expect(ask('background', background)).resolves.toBe('background');
    const untilMidnight = 12 * 3_600_000;

    await expect(ask('late', background)).rejects.toMatchObject({
      kind: 'quota-exhausted',
      retryAfterMs: untilMidnight,
    });
    await expect(ask('look')).resolves.toBe('look');
    await clock.advance(untilMidnight);

    await expect(ask('next day', background)).resolves.toBe('next day');
    expect(served).toHaveLength(10);
  });

  it('is refused when the reserve is reached while it waits', async () => {
    const { clock, dayCount, ask } = setUp({ requestsPerDay: 10 });
    void ask('first');
    const waits = ask('background', background);
    for (let count = 0; count < 7; count += 1) dayCount.add('2026-06-01');

    await clock.advance(1000);

    await expect(waits).rejects.toMatchObject({ kind: 'quota-exhausted' });
  });

  it('is the first to leave a full queue, and makes nothing else leave', async () => {
    const { ask, askTimes, scheduler } = setUp({}, 3);
    void ask('first');
    askTimes(1, 'bulk', { client: 'a', priority: 'bulk' });
    const evicted = ask('background', background);
    askTimes(1, 'bulk', { client: 'a', priority: 'bulk' });

    askTimes(1, 'bulk', { client: 'a', priority: 'bulk' });

    await expect(evicted).rejects.toMatchObject({ kind: 'rate-limited' });
    await expect(ask('another', background)).rejects.toMatchObject({ kind: 'rate-limited' });
    expect(scheduler.queued).toBe(3);
  });
});
