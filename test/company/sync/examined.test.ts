import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS } from '../../../src/lib/clock.js';
import type { Slice } from '../../../src/replica/replica.js';
import { examinedWindow } from '../../../src/company/sync/examined.js';
import { readListed } from '../../../src/company/sync/syncState.js';
import { callsBefore, setUpSync, START } from './support.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');

interface Memory {
  readonly slices: readonly Pick<Slice, 'fromMs' | 'toMs' | 'readAt'>[];
  readonly progress: object | null;
  readonly vanished?: object;
}

/** Read at three times: two slices, and what is younger than three hours. */
const whole: Memory = {
  slices: [
    { fromMs: NOW - 20 * DAY_MS, toMs: NOW - 10 * DAY_MS, readAt: NOW - 2 * DAY_MS },
    { fromMs: NOW - 10 * DAY_MS, toMs: NOW - 3 * HOUR_MS, readAt: NOW - 4 * HOUR_MS },
  ],
  progress: {
    hot: { fromMs: NOW - 3 * HOUR_MS, toMs: NOW - HOUR_MS, readAt: NOW - HOUR_MS, nextAt: NOW },
  },
};

function examine({ slices, progress, vanished }: Memory, fromMs: number, toMs = Infinity) {
  const memory = {
    slices: () =>
      Promise.resolve(slices.map((slice): Slice => ({ ...slice, nextAt: NOW, calls: 0 }))),
    get: (name: string) => Promise.resolve(name === 'progress' ? progress : (vanished ?? null)),
  };
  return examinedWindow(memory, { fromMs, toMs });
}

describe('examinedWindow', () => {
  it('is as old as the slice that was read first', async () => {
    expect(await examine(whole, NOW - 15 * DAY_MS, NOW - 5 * DAY_MS)).toEqual({
      toMs: NOW - 5 * DAY_MS,
      readAt: NOW - 2 * DAY_MS,
      missing: [],
    });
    expect(await examine(whole, NOW - 5 * DAY_MS, NOW - 4 * DAY_MS)).toMatchObject({
      readAt: NOW - 4 * HOUR_MS,
    });
  });

  it('ends where the latest calls were read, when the window ends later', async () => {
    const end = { toMs: NOW - HOUR_MS, missing: [] };
    expect(await examine(whole, NOW - DAY_MS)).toEqual({ ...end, readAt: NOW - 4 * HOUR_MS });
    expect(await examine(whole, NOW - 2 * HOUR_MS, NOW + DAY_MS)).toEqual({
      ...end,
      readAt: NOW - HOUR_MS,
    });
  });

  it('is empty when the window begins after that', async () => {
    expect(await examine(whole, NOW - 60_000)).toMatchObject({
      toMs: NOW - HOUR_MS,
      readAt: NOW - HOUR_MS,
    });
  });

  it('is null when a part of the window was not read', async () => {
    const [older, newer] = whole.slices;
    expect(await examine(whole, NOW - 20 * DAY_MS - 1)).toBeNull();
    expect(await examine({ ...whole, progress: null }, NOW - DAY_MS)).toBeNull();
    expect(await examine({ ...whole, slices: [older as never] }, NOW - 15 * DAY_MS)).toBeNull();
    expect(await examine({ ...whole, slices: [newer as never] }, NOW - 15 * DAY_MS)).toBeNull();
  });

  it('is null when calls of the window are no longer kept', async () => {
    const progress = { ...whole.progress, keptFromMs: NOW - 5 * DAY_MS };
    expect(await examine({ ...whole, progress }, NOW - 5 * DAY_MS - 1)).toBeNull();
    expect(await examine({ ...whole, progress }, NOW - 5 * DAY_MS)).not.toBeNull();
  });

  it('is null when a part was read by the times for which calls were scheduled', async () => {
    const progress = { ...whole.progress, scheduledAt: NOW - 3 * HOUR_MS };
    expect(await examine({ ...whole, progress }, NOW - DAY_MS)).toBeNull();
    expect(await examine({ ...whole, progress }, NOW - 2 * HOUR_MS)).not.toBeNull();
  });

  it('names the calls that Gong did not show, and is null when these are too many to be known', async () => {
    const suspects = (count: number) => ({
      suspects: Object.fromEntries(Array.from({ length: count }, (_, id) => [`${id}`, {}])),
    });
    const some = await examine({ ...whole, vanished: suspects(2) }, NOW - DAY_MS);
    expect(some?.missing).toEqual(['0', '1']);
    expect(await examine({ ...whole, vanished: suspects(5000) }, NOW - DAY_MS)).toBeNull();
  });
});

describe('the sync', () => {
  it('notes what it has read, for lists of the replica', async () => {
    const calls = callsBefore(START, 200, HOUR_MS);
    const { clock, replica, company, syncer } = setUpSync({ company: { calls } });
    syncer.start();
    await clock.advance(HOUR_MS);
    await syncer.stop();

    const window = { fromMs: START - 7 * DAY_MS, toMs: Infinity };
    const examined = await examinedWindow(replica.sync, window);
    expect(examined?.readAt).toBeGreaterThanOrEqual(START);
    expect(examined?.toMs).toBeGreaterThan(START);
    expect(examined?.toMs).toBeLessThanOrEqual(clock.now());
    const listed = await readListed(replica.sync, 'listUsers', null);
    expect(listed).toEqual({ ids: company.users.map(({ id }) => id), readAt: expect.any(Number) });
  });
});
