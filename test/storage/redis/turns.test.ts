import { describe, expect, it } from '@jest/globals';
import { windowOf } from '../../../src/gong/scheduling/slidingWindow.js';
import {
  TURN_TOLERANCE_MS,
  RoundRobinSchedule,
} from '../../../src/storage/redis/roundRobinSchedule.js';
import { createRandom } from '../../company/support.js';
import { mostWithin } from './support.js';

const rates = [0.3, 1, 2.5, 3, 10, 200];
const counts = [1, 2, 3, 7];
const companies = rates.flatMap((rate) => counts.map((count) => [rate, count] as const));

describe('RoundRobinSchedule', () => {
  it.each(companies)(
    'never exceeds the limit, even with late starts (%d/s, %i gateways)',
    (requestsPerSecond, count) => {
      const random = createRandom(count * 1000 + requestsPerSecond);
      const options = { requestsPerSecond, marginMs: 15 };
      const { limit, lengthMs } = windowOf(options);
      const starts: number[] = [];
      for (let rank = 0; rank < count; rank += 1) {
        const turns = new RoundRobinSchedule(options);
        let now = 1_700_000_000_000 + random.next() * lengthMs;
        for (let start = 0; start < 300; start += 1) {
          const turn = turns.next(now, rank, count);
          // At its beginning, or later as far as turns allow it.
          now = Math.max(now, turn.startsAt + random.next() * (TURN_TOLERANCE_MS - 0.001));
          turns.take(turn);
          starts.push(now);
          if (random.chance(0.2)) now += random.next() * 3 * count * lengthMs;
        }
      }

      expect(mostWithin(lengthMs, starts)).toBeLessThanOrEqual(limit);
    },
  );

  it.each(companies)(
    'uses almost all of the rate (%d/s, %i gateways)',
    (requestsPerSecond, count) => {
      const options = { requestsPerSecond, marginMs: 0 };
      const { limit, lengthMs } = windowOf(options);
      const starts: number[] = [];
      for (let rank = 0; rank < count; rank += 1) {
        const turns = new RoundRobinSchedule(options);
        for (let now = 0; now < 20 * lengthMs;) {
          const turn = turns.next(now, rank, count);
          now = Math.max(now, turn.startsAt);
          if (now >= 20 * lengthMs) break;
          turns.take(turn);
          starts.push(now);
        }
      }

      expect(starts.length).toBeGreaterThanOrEqual(0.96 * 20 * limit);
    },
  );

  it('restarts with another clock', () => {
    const turns = new RoundRobinSchedule({ requestsPerSecond: 1, marginMs: 0 });
    turns.take(turns.next(1_000_000, 0, 1));

    expect(turns.next(0, 0, 1).startsAt).toBeGreaterThan(900_000);
    turns.reset();
    expect(turns.next(0, 0, 1).startsAt).toBe(0);
  });
});
