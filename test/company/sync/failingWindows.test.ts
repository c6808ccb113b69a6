import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/lib/clock.js';
import { examinedWindow } from '../../../src/company/sync/examined.js';
import type { Kept } from '../../../src/company/sync/syncState.js';
import { callsBefore, setUpSync, spokenCall, START, type SyncSetting } from './support.js';

/** A call in the middle of what is copied. */
const FAILING_AT = START - 150 * HOUR_MS;

/** A company of which Gong fails to send what was started then. */
function setUpFailing(
  isFailing: (startMs: number) => boolean,
  setting: SyncSetting = {},
  calls = callsBefore(START, 250, HOUR_MS),
) {
  const sync = setUpSync({ ...setting, company: { calls } });
  const starts = calls.map(({ metaData }) => Date.parse(metaData.started ?? ''));
  const failing = starts.filter(isFailing);
  const wire = { failures: 0 };
  sync.sandbox.faults.add({
    times: 1e6,
    operationId: 'listCallsExtensive',
    matches: ({ body }) => {
      const { fromDateTime, toDateTime } = (
        body as { filter: { fromDateTime?: string; toDateTime?: string } }
      ).filter;
      const [from, to] = [Date.parse(fromDateTime ?? ''), Date.parse(toDateTime ?? '')];
      const isIt = failing.some((start) => from <= start && start < to);
      if (isIt) wire.failures += 1;
      return isIt;
    },
    fault: { kind: 'answer', status: 500, body: {} },
  });
  const kept = () => JSON.parse(sync.replica.notes.get('progress') ?? '{}') as Kept;
  return { ...sync, wire, kept };
}

describe('the first copy, while Gong always fails to send a call', () => {
  it('reads everything else, and says what is missing', async () => {
    const { clock, replica, syncer, kept } = setUpFailing((start) => start === FAILING_AT);
    syncer.start();
    await clock.advance(8 * HOUR_MS);

    expect(replica.ids).toHaveLength(249);
    expect([...replica.calls.values()].filter(({ reviews }) => reviews === null)).toEqual([]);
    const { state, reasons, from, lacksCalls, progress, unreadReviewsBefore } = syncer.status;
    expect({ state, lacksCalls, progress, unreadReviewsBefore }).toEqual({
      state: 'BEHIND',
      lacksCalls: true,
      progress: null,
      unreadReviewsBefore: null,
    });
    expect(reasons).toContain('CALLS_FAIL');
    expect(from).toBeGreaterThan(FAILING_AT);
    expect(from).toBeLessThanOrEqual(FAILING_AT + MINUTE_MS);
    // So a list of these calls is not answered from the copy.
    const window = { fromMs: FAILING_AT - 2 * HOUR_MS, toMs: FAILING_AT + 2 * HOUR_MS };
    expect(await examinedWindow(replica.sync, window)).toBeNull();
    const older = { fromMs: window.fromMs - DAY_MS, toMs: window.fromMs };
    expect(await examinedWindow(replica.sync, older)).not.toBeNull();
    expect(kept().failing.length).toBeGreaterThan(0);
    await syncer.stop();
  });

  it('requests the call every hour, and is current soon after Gong sends it', async () => {
    const { clock, sandbox, replica, syncer, wire, kept, sent } = setUpFailing(
      (start) => start === FAILING_AT,
    );
    syncer.start();
    await clock.advance(DAY_MS);
    wire.failures = 0;
    const before = sent().length;
    await clock.advance(DAY_MS);
    expect(wire.failures).toBeGreaterThanOrEqual(3 * 20);
    // Each try is three attempts.
    expect(wire.failures).toBeLessThanOrEqual(3 * 24);
    expect(kept().failing).toHaveLength(1);
    const { fromMs, toMs } = kept().failing[0] ?? { fromMs: 0, toMs: 0 };
    expect(toMs - fromMs).toBeLessThan(4000);
    const spent = sent().length - before;

    sandbox.faults.clear();
    await clock.advance(HOUR_MS + MINUTE_MS);

    expect(replica.ids).toHaveLength(250);
    expect([...replica.calls.values()].filter(({ reviews }) => reviews === null)).toEqual([]);
    expect(syncer.status).toMatchObject({ reasons: [], lacksCalls: false });
    // It began some hours after the start.
    expect(syncer.status.from).toBeLessThanOrEqual(START - 29.5 * DAY_MS);
    expect(kept().failing).toEqual([]);
    const since = sent().length;
    await clock.advance(DAY_MS);
    expect(syncer.status.state).toBe('CURRENT');
    expect(spent - (sent().length - since)).toBeLessThanOrEqual(100);
    await syncer.stop();
  });

  it('goes on after a restart where it was, also with what an earlier release stored', async () => {
    const { clock, replica, syncer, createSyncer, wire, kept } = setUpFailing(
      (start) => start === FAILING_AT,
    );
    syncer.start();
    await clock.advance(8 * HOUR_MS);
    await syncer.stop();
    wire.failures = 0;
    const next = createSyncer('next');
    next.start();
    await clock.advance(2 * HOUR_MS + MINUTE_MS);
    expect(wire.failures).toBeGreaterThan(0);
    expect(wire.failures).toBeLessThanOrEqual(3 * 3);
    expect(next.status).toMatchObject({ state: 'BEHIND', lacksCalls: true });
    await next.stop();

    const { failing, failingAt, ...earlier } = kept();
    expect(failing.length).toBeGreaterThan(0);
    expect(failingAt).toBeGreaterThan(START);
    replica.notes.set('progress', JSON.stringify(earlier));
    const last = createSyncer('last');
    last.start();
    await clock.advance(8 * HOUR_MS);
    expect(kept().failing.length).toBeGreaterThan(0);
    expect(last.status).toMatchObject({ state: 'BEHIND', lacksCalls: true });
    expect(replica.ids).toHaveLength(249);
    await last.stop();
  });

  it('forgets what it passed over when that is no longer to be kept', async () => {
    const config = { keepDays: 8 };
    const { clock, syncer, kept } = setUpFailing((start) => start === FAILING_AT, { config });
    syncer.start();
    await clock.advance(8 * HOUR_MS);
    expect(kept().failing.length).toBeGreaterThan(0);
    await clock.advance(3 * DAY_MS);

    expect(kept().failing).toEqual([]);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [], lacksCalls: false });
    await syncer.stop();
  });
});

describe('the first copy, while Gong fails to send much', () => {
  it('reads around several calls', async () => {
    const bad = new Set([3, 4, 100, 101, 200].map((hours) => START - (hours + 5) * HOUR_MS));
    const { clock, replica, syncer, wire } = setUpFailing((start) => bad.has(start));
    syncer.start();
    await clock.advance(DAY_MS);

    expect(replica.ids).toHaveLength(245);
    expect(syncer.status).toMatchObject({ state: 'BEHIND', progress: null });
    wire.failures = 0;
    await clock.advance(DAY_MS);
    expect(wire.failures).toBeLessThanOrEqual(3 * 24);
    await syncer.stop();
  });

  it('passes over all older calls in few windows, and copies them soon after Gong sends them', async () => {
    const { clock, sandbox, replica, syncer, kept } = setUpFailing(
      (start) => start < START - 100 * HOUR_MS,
    );
    syncer.start();
    await clock.advance(DAY_MS);
    expect(replica.ids).toHaveLength(100);
    expect(syncer.status.state).toBe('BEHIND');
    expect(kept().failing.length).toBeLessThanOrEqual(103);

    sandbox.faults.clear();
    await clock.advance(2 * HOUR_MS);
    expect(replica.ids).toHaveLength(250);
    expect(syncer.status).toMatchObject({ reasons: [], lacksCalls: false });
    await syncer.stop();
  });

  it.each([503, 400])('comes back soon after all of Gong failed with %d', async (status) => {
    const { clock, sandbox, replica, syncer, kept, sent } = setUpFailing(
      (start) => start === FAILING_AT,
    );
    syncer.start();
    await clock.advance(HOUR_MS);
    expect(kept().failing).toHaveLength(1);
    // After a 503, all tasks are paused. After a 400, each task is tried for itself.
    sandbox.faults.add({ times: 1e6, fault: { kind: 'answer', status, body: {} } });
    await clock.advance(4 * DAY_MS);
    // Only its first failure may be its own.
    expect(kept().failing.length).toBeLessThanOrEqual(4);
    sandbox.faults.clear();
    const before = sent().length;
    await clock.advance(2 * HOUR_MS);

    expect(replica.ids).toHaveLength(250);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [], lacksCalls: false });
    expect(sent().length - before).toBeLessThanOrEqual(60);
    await syncer.stop();
  });

  it.each([503, 400])('passes over nothing while all of Gong fails with %d', async (status) => {
    const { clock, sandbox, replica, syncer, kept } = setUpSyncInOutage();
    syncer.start();
    await clock.advance(4 * SECOND_MS);
    expect(replica.ids).not.toEqual([]);
    // After a 503, all tasks are paused. After a 400, each task is tried for itself.
    sandbox.faults.add({ times: 1e6, fault: { kind: 'answer', status, body: {} } });
    await clock.advance(4 * DAY_MS);
    expect(replica.ids.length).toBeLessThan(3000);
    expect(kept().failing).toEqual([]);

    sandbox.faults.clear();
    await clock.advance(2 * HOUR_MS);
    expect(replica.ids).toHaveLength(3000);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', lacksCalls: false });
    await syncer.stop();
  });
});

function setUpSyncInOutage() {
  const sync = setUpSync({ company: { calls: callsBefore(START, 3000, 10 * MINUTE_MS) } });
  const kept = () => JSON.parse(sync.replica.notes.get('progress') ?? '{}') as Kept;
  return { ...sync, kept };
}

describe('the sync, while Gong always fails to send one of the latest calls', () => {
  it('reads the calls that follow within two hours, and says what is missing', async () => {
    const failingAt = START + HOUR_MS;
    const calls = [
      ...callsBefore(START, 36, 30 * MINUTE_MS),
      ...Array.from({ length: 24 }, (_, index) => {
        const start = START + index * 30 * MINUTE_MS;
        return spokenCall(String(2_000_000 + index), start, { availableAt: start + 5 * MINUTE_MS });
      }),
    ];
    const { clock, replica, syncer, kept } = setUpFailing(
      (start) => start === failingAt,
      {},
      calls,
    );
    syncer.start();
    await clock.advance(30 * MINUTE_MS);
    const before = replica.ids.length;
    expect(syncer.status.reasons).toEqual([]);

    await clock.advance(3 * HOUR_MS);

    // The one that fails is 2,000,002.
    expect(replica.ids).toHaveLength(before + 5);
    expect(replica.ids).toEqual(expect.arrayContaining(['2000003', '2000004']));
    const { asOf } = syncer.status;
    expect(clock.now() - (asOf ?? 0)).toBeLessThan(HOUR_MS);

    await clock.advance(3 * HOUR_MS);
    expect(syncer.status).toMatchObject({ state: 'BEHIND', lacksCalls: true });
    expect(syncer.status.reasons).toContain('CALLS_FAIL');
    const windows = kept().failing;
    expect(windows.some(({ fromMs, toMs }) => fromMs <= failingAt && toMs > failingAt)).toBe(true);
    await syncer.stop();
  });
});
