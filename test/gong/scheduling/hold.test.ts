import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DayCountInMemory } from '../../../src/gong/scheduling/dayCount.js';
import { HoldInFile } from '../../../src/gong/scheduling/hold.js';
import { LocalQuota } from '../../../src/gong/scheduling/localQuota.js';
import { FakeClock } from '../../support/clock.js';

let folder: string;
let failures: Error[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-hold-'));
  failures = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (): HoldInFile =>
  new HoldInFile(folder, (error) => {
    failures.push(error);
  });

function quotaAt(clock: FakeClock): LocalQuota {
  return new LocalQuota({
    requestsPerSecond: 3,
    requestsPerDay: 100,
    marginMs: 0,
    dayTimeZone: 'UTC',
    dayCount: new DayCountInMemory(),
    hold: open(),
    clock,
  });
}

describe('a hold of Gong’s', () => {
  it('applies to the next process until its end', async () => {
    const clock = new FakeClock();
    quotaAt(clock).pauseFor(1_200_000);
    await clock.advance(200_000);

    const next = quotaAt(clock);

    expect(next.acquire('interactive')).toEqual({
      kind: 'refused',
      because: 'hold',
      until: clock.monotonic() + 1_000_000,
    });
    await clock.advance(1_000_000);
    expect(next.acquire('interactive').kind).toBe('granted');
    expect(quotaAt(clock).acquire('interactive').kind).toBe('granted');
  });

  it('is never shortened', () => {
    open().extendTo(5000);
    open().extendTo(3000);

    expect(open().until()).toBe(5000);
    expect(readdirSync(folder)).toEqual(['held-until']);
  });

  it.each(['', 'soon', 'Infinity'])('that is unreadable does not apply: %j', (text) => {
    writeFileSync(join(folder, 'held-until'), text);

    expect(open().until()).toBe(0);
  });

  it('that cannot be written is reported, and kept in memory', () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
    const hold = open();

    hold.extendTo(5000);

    expect(hold.until()).toBe(5000);
    expect(failures).toHaveLength(1);
  });
});
