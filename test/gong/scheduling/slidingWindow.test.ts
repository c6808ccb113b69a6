import { describe, expect, it } from '@jest/globals';
import { AnswerTimes, createSlot } from '../../../src/gong/scheduling/slidingWindow.js';
import { FakeClock } from '../../support/clock.js';

/** By how much an answer moves its slot, after answers that took so long, all in milliseconds. */
async function moveAfter(before: readonly number[], tookMs: number): Promise<number> {
  const clock = new FakeClock();
  const times = new AnswerTimes();
  for (const each of before) times.add(each);
  let movedTo = clock.monotonic();
  const slot = createSlot(clock, clock.monotonic(), (at) => (movedTo = at), times);
  await clock.advance(tookMs);
  slot.answered();
  return movedTo;
}

const uneven = Array.from({ length: 20 }, (_, index) => (index + 1) * 6);

describe('a late answer', () => {
  it.each<[string, readonly number[], number, number]>([
    ['from where nothing is known yet betrays as much as it took', [], 400, 400],
    ['among the first few does, too', [300, 300, 300, 300, 300], 400, 400],
    ['betrays what it took beyond the usual', Array<number>(20).fill(30), 130, 100],
    ['that is no later than usual betrays nothing', Array<number>(20).fill(30), 30, 0],
    ['from where answers vary betrays what most don’t take', uneven, 120, 18],
    ['from where answers vary betrays nothing within what most take', uneven, 90, 0],
    ['from where answers take their time betrays nothing', Array<number>(20).fill(200), 300, 0],
    ['that comes after more than a second betrays nothing', Array<number>(20).fill(30), 1031, 0],
  ])('%s', async (_, before, tookMs, moved) => {
    expect(await moveAfter(before, tookMs)).toBe(moved);
  });
});
