import { describe, expect, it } from '@jest/globals';
import { Operation } from '../../src/operation/operation.js';
import { FakeClock } from '../support/clock.js';

function setUp() {
  const clock = new FakeClock();
  const operation = new Operation({ clock, deadlineMs: 1000, maxRequests: 10, client: 'app' });
  return { clock, operation };
}

describe('the time of an operation', () => {
  it('runs out', async () => {
    const { clock, operation } = setUp();

    await clock.advance(999);
    expect(operation.ended).toBe(false);
    await clock.advance(1);

    expect(operation.signal.reason).toMatchObject({ kind: 'deadline-exceeded' });
  });

  it('stops during a transfer, and continues after it', async () => {
    const { clock, operation } = setUp();
    await clock.advance(600);
    const letTimeGoOn = operation.stopTime();
    await clock.advance(60_000);
    expect(operation.ended).toBe(false);

    letTimeGoOn();

    expect(operation.latestStart() - clock.monotonic()).toBe(400);
    expect(operation.age()).toBe(60_600);
    await clock.advance(399);
    expect(operation.ended).toBe(false);
    await clock.advance(1);
    expect(operation.ended).toBe(true);
  });

  it('does not continue after the operation has ended', () => {
    const { clock, operation } = setUp();
    const letTimeGoOn = operation.stopTime();
    operation.finish();

    letTimeGoOn();

    expect(clock.pending).toBe(0);
  });
});

describe('the time that requests of an operation waited', () => {
  it('counts once when they waited together', async () => {
    const { clock, operation } = setUp();
    await clock.advance(100);
    operation.onAttempt(100);
    operation.onSharedAttempt(60);
    await clock.advance(50);
    operation.onAttempt(120);

    expect(operation.waitedMs).toBe(150);
  });

  it('leaves out the time between waits', async () => {
    const { clock, operation } = setUp();
    await clock.advance(100);
    operation.onAttempt(100);
    await clock.advance(400);
    operation.onAttempt(30);
    operation.onAttempt(0);

    expect(operation.waitedMs).toBe(130);
  });

  it('joins waits that a longer one covers', async () => {
    const { clock, operation } = setUp();
    await clock.advance(100);
    operation.onAttempt(50);
    await clock.advance(200);
    operation.onAttempt(50);
    await clock.advance(100);
    operation.onAttempt(400);

    expect(operation.waitedMs).toBe(400);
  });
});
