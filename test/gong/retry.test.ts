import { describe, expect, it } from '@jest/globals';
import { GongError, type GongErrorKind } from '../../src/gong/errors.js';
import { decideRetry, parseRetryAfter } from '../../src/gong/retry.js';

const failed = (kind: GongErrorKind, retryAfterMs?: number): GongError =>
  new GongError(kind, kind, { retryAfterMs });
const never = (): number => {
  throw new Error('No chance is involved here.');
};
const LONG = 100_000;

describe('decideRetry', () => {
  it.each<GongErrorKind>([
    'bad-request',
    'bad-credentials',
    'missing-scope',
    'not-licensed',
    'not-found',
    'conflict',
    'bad-response',
    'deadline-exceeded',
  ])('does not repeat a deliberate refusal: %s', (kind) => {
    expect(decideRetry(failed(kind), 1, LONG, never)).toEqual({ retry: false });
  });

  it.each([
    [1, 0, 0],
    [1, 0.5, 125],
    [1, 0.999, 250],
    [2, 0, 0],
    [2, 0.5, 250],
    [2, 0.999, 500],
  ])('waits a random time before attempt %i + 1: random %d, %i ms', (failures, chance, afterMs) => {
    const decision = decideRetry(failed('unavailable'), failures, LONG, () => chance);

    expect(decision).toEqual({ retry: true, afterMs });
  });

  it('stops after 3 attempts of a read', () => {
    expect(decideRetry(failed('unavailable'), 3, LONG, () => 0)).toEqual({ retry: false });
  });

  it.each([
    ['goes by the policy it is given', 4, true],
    ['gives up by the policy it is given', 5, false],
  ])('%s', (_, failures, retry) => {
    const policy = { maxAttempts: 5, baseDelayMs: 10 };

    const decision = decideRetry(failed('unavailable'), failures, LONG, () => 0.5, policy);

    expect(decision).toEqual(retry ? { retry, afterMs: 40 } : { retry });
  });

  it.each([
    [7000, 7000],
    [0, 0],
    [undefined, 1000],
  ])('waits as long as Gong requests, without jitter: %p', (retryAfterMs, afterMs) => {
    expect(decideRetry(failed('rate-limited', retryAfterMs), 99, LONG, never)).toEqual({
      retry: true,
      afterMs,
    });
  });

  it.each([
    ['a 429', failed('rate-limited', 125)],
    ['a failure', failed('unavailable')],
  ])('does not repeat what cannot end in time: %s', (_, error) => {
    const decide = (remainingMs: number) => decideRetry(error, 1, remainingMs, () => 0.5).retry;

    expect([decide(126), decide(125), decide(0), decide(-5)]).toEqual([true, false, false, false]);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-06-01T12:00:00Z');

  it.each([
    ['5', 5000],
    ['0', 0],
    [' 12 ', 12_000],
    ['1.5', 1500],
    ['0.0001', 1],
    ['Mon, 01 Jun 2026 12:00:30 GMT', 30_000],
    ['Mon, 01 Jun 2026 11:59:30 GMT', 0],
  ])('reads %j as milliseconds', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  it.each([null, '', 'soon', '-'])('is undefined for %p', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
