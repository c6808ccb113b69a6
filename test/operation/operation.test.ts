import { describe, expect, it } from '@jest/globals';
import { OperationScope } from '../../src/operation/scope.js';
import { FakeClock } from '../support/clock.js';

function setUp() {
  const clock = new FakeClock();
  const scope = new OperationScope({ clock, deadlineMs: 1000, maxRequests: 10, client: 'app' });
  return { clock, scope };
}

describe('the time of an operation', () => {
  it('runs out', async () => {
    const { clock, scope } = setUp();

    await clock.advance(999);
    expect(scope.ended).toBe(false);
    await clock.advance(1);

    expect(scope.signal.reason).toMatchObject({ kind: 'deadline-exceeded' });
  });

  it('stands still during a transfer, and goes on after it', async () => {
    const { clock, scope } = setUp();
    await clock.advance(600);
    const letTimeGoOn = scope.stopTime();
    await clock.advance(60_000);
    expect(scope.ended).toBe(false);

    letTimeGoOn();

    expect(scope.latestStart() - clock.monotonic()).toBe(400);
    expect(scope.age()).toBe(60_600);
    await clock.advance(399);
    expect(scope.ended).toBe(false);
    await clock.advance(1);
    expect(scope.ended).toBe(true);
  });

  it('doesn’t go on where the operation has ended', () => {
    const { clock, scope } = setUp();
    const letTimeGoOn = scope.stopTime();
    scope.finish();

    letTimeGoOn();

    expect(clock.pending).toBe(0);
  });
});
