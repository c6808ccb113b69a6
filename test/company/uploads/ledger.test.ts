import { describe, expect, it } from '@jest/globals';
import { MemoryState } from '../../../src/lib/memoryState.js';
import { UploadLedger } from '../../../src/company/uploads/ledger.js';
import { FakeClock } from '../../support/clock.js';

const DAY_MS = 86_400_000;
const record = { mediaAt: null, durationSeconds: 40 };

function setUp() {
  const clock = new FakeClock();
  return { clock, ledger: new UploadLedger(new MemoryState(clock)) };
}

describe('UploadLedger', () => {
  it('keeps the declared length of a recording when the media arrives', async () => {
    const { ledger } = setUp();
    await ledger.register('1', 'd1', record);

    await ledger.addMedia('1', 1000);
    await ledger.addMedia('2', 2000);

    expect(await ledger.find('1')).toEqual({ mediaAt: 1000, durationSeconds: 40 });
    expect(await ledger.find('2')).toEqual({ mediaAt: 2000, durationSeconds: null });
  });

  it('forgets a call that Gong shows, but keeps its ID', async () => {
    const { ledger } = setUp();
    await ledger.register('1', 'd1', record);

    expect(await ledger.settle('1')).toBe(true);
    expect(await ledger.settle('1')).toBe(false);
    expect(await ledger.find('1')).toBeNull();
    expect(await ledger.callIdOf('d1')).toBe('1');
  });

  it('knows an expected call once its ID is known', async () => {
    const { ledger } = setUp();
    await ledger.expect('d1', record);

    await ledger.meet('d2', '2');
    await ledger.meet('d1', '1');
    await ledger.settle('1');
    await ledger.meet('d1', '1');

    expect([await ledger.find('1'), await ledger.find('2')]).toEqual([null, null]);
    expect(await ledger.callIdOf('d1')).toBe('1');
    expect(await ledger.callIdOf('d2')).toBeNull();
  });

  it('keeps entries for a week', async () => {
    const { clock, ledger } = setUp();
    await ledger.register('1', 'd1', record);

    await clock.advance(7 * DAY_MS - 1);
    expect(await ledger.find('1')).toEqual(record);
    await clock.advance(1);
    expect(await ledger.find('1')).toBeNull();
    expect(await ledger.callIdOf('d1')).toBeNull();
  });
});
