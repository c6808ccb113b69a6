import { describe, expect, it } from '@jest/globals';
import { AdaptiveMargin } from '../../../src/gong/scheduling/adaptiveMargin.js';
import { AnswerTimes, createSlot } from '../../../src/gong/scheduling/slidingWindow.js';
import { FakeClock } from '../../support/clock.js';

/** By how much an answer moves its slot, after answers that took so long, all in milliseconds. */
async function moveAfter(before: readonly number[], tookMs: number): Promise<number> {
  const clock = new FakeClock();
  const times = new AnswerTimes();
  for (const each of before) times.add(each);
  let movedTo = clock.monotonic();
  const slot = createSlot({
    clock,
    startedAt: clock.monotonic(),
    moveTo: (at) => (movedTo = at),
    answerTimes: times,
    margin: new AdaptiveMargin(clock, { marginMs: 15 }),
  });
  await clock.advance(tookMs);
  slot.answered();
  return movedTo;
}

/** Answer times from 20 ms on, each a millisecond longer. */
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => 20 + index);
const uneven = Array.from({ length: 20 }, (_, index) => (index + 1) * 6);

describe('a late response', () => {
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

describe('a widened margin', () => {
  /** From when a slot counts before and after its answer, in milliseconds after it was sent. */
  async function countedFrom(before: readonly number[], tookMs: number): Promise<number[]> {
    const clock = new FakeClock();
    const margin = new AdaptiveMargin(clock, { marginMs: 15 });
    margin.widen();
    const answerTimes = new AnswerTimes();
    for (const each of before) answerTimes.add(each);
    const moves: number[] = [];
    const moveTo = (at: number): number => moves.push(Math.round(at));
    const slot = createSlot({ clock, startedAt: -1, moveTo, answerTimes, margin });
    slot.sent();
    await clock.advance(tookMs);
    slot.answered();
    return moves;
  }

  it.each<[string, readonly number[], number, readonly number[]]>([
    ['counts a request from its answer while too few are known', [10, 20], 100, [235, 100]],
    ['counts it from its delay beyond the fastest answer', range(50), 100, [235, 80]],
    ['counts it from when it was sent where the answer is the fastest', range(50), 20, [235, 0]],
    [
      'never counts it from later than its own end, which shrinks',
      Array<number>(50).fill(200),
      900,
      [235, 234],
    ],
  ])('%s', async (_, before, tookMs, moves) => {
    expect(await countedFrom(before, tookMs)).toEqual(moves);
  });
});
