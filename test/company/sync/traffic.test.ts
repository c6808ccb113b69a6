import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/lib/clock.js';
import { createRandom } from '../support.js';
import { FakeWire } from '../../gong/support.js';
import { FakeClock } from '../../support/clock.js';
import { sized } from '../../support/size.js';
import { CALLS_PER_REVIEW, FastGong, type FastCall } from './fastGong.js';
import { setUpSync } from './support.js';

const DAYS_BEFORE = sized(15, 100);
const DAYS = sized(2, 30);
const CALLS_PER_DAY = 500;
const START = Date.parse('2026-06-01T06:00:00Z');

/** Calls between 8 and 18 o'clock, most of them shown within an hour, some days later. */
function companyOf500CallsADay(): FastCall[] {
  const random = createRandom(1);
  const midnight = Math.floor(START / DAY_MS) * DAY_MS;
  const calls: FastCall[] = [];
  for (let day = -DAYS_BEFORE; day < DAYS; day += 1) {
    for (let count = 0; count < CALLS_PER_DAY; count += 1) {
      const startMs =
        midnight + day * DAY_MS + 8 * HOUR_MS + Math.floor(random.next() * 10 * HOUR_MS);
      const chance = random.next();
      const late = chance < 0.8 ? HOUR_MS : chance < 0.97 ? DAY_MS : 20 * DAY_MS;
      const shownAt = startMs + MINUTE_MS + Math.floor(random.next() * late);
      const analyzedAt = shownAt + random.integer(10, 90) * MINUTE_MS;
      calls.push({ id: String(1_000_000 + calls.length), startMs, shownAt, analyzedAt });
    }
  }
  return calls;
}

describe('a company with 500 calls a day', () => {
  it('is copied and kept current with the requests that were planned', async () => {
    const clock = new FakeClock(START);
    const gong = new FastGong(companyOf500CallsADay(), () => clock.now());
    const wire = new FakeWire(clock, gong.answer);
    const { replica, syncer } = setUpSync({
      clock,
      fetch: wire.fetch,
      config: { sinceDays: DAYS_BEFORE },
    });

    syncer.start();
    await clock.advance(HOUR_MS);
    const filled = wire.sent.length;
    // A request per 100 calls, per 100 transcripts, and per 100 reviews, and a few for everything else.
    const pages = (DAYS_BEFORE * CALLS_PER_DAY) / 100;
    expect(filled).toBeLessThanOrEqual((2 + 1 / CALLS_PER_REVIEW) * pages * 1.07 + 50);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', progress: null });

    for (let day = 0; day < DAYS; day += 1) {
      const before = wire.sent.length;
      await clock.advance(DAY_MS);
      const sent = wire.sent.length - before;
      expect(sent).toBeLessThanOrEqual(500);
      expect(sent).toBeGreaterThan(200);
      const { state, lateness, asOf } = syncer.status;
      expect(state).toBe('CURRENT');
      expect(lateness).toBeLessThanOrEqual(0.3);
      expect(clock.now() - (asOf ?? 0)).toBeLessThanOrEqual(31 * MINUTE_MS);
    }

    // What isn't there yet was not shown for long, measured by its age.
    const now = clock.now();
    for (const { id, startMs, shownAt } of gong.shown()) {
      if (replica.calls.has(id)) continue;
      const ageMs = Math.max(3 * HOUR_MS, now - startMs);
      expect(now - shownAt).toBeLessThanOrEqual(0.3 * ageMs);
    }
    await syncer.stop();
  }, 1_800_000);
});
