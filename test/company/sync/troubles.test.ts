import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/lib/clock.js';
import type { Fetch } from '../../../src/gong/exchange.js';
import { DatabaseError } from '../../../src/replica/database.js';
import { DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';
import { latenessOf } from '../../../src/company/sync/schedule.js';
import { FakeClock } from '../../support/clock.js';
import { callsBefore, setUpSync, spokenCall, START, syncScopes } from './support.js';

class AdjustedClock extends FakeClock {
  aheadMs = 0;

  override now(): number {
    return super.now() + this.aheadMs;
  }
}

describe('the sync', () => {
  it('sends nothing for as long as Gong asks it to wait', async () => {
    const { clock, sandbox, syncer, sent } = setUpSync({
      company: { calls: callsBefore(START, 10, HOUR_MS) },
    });
    sandbox.faults.add({
      fault: { kind: 'answer', status: 429, headers: { 'retry-after': '1200' } },
    });

    syncer.start();
    await clock.advance(1199 * SECOND_MS);
    expect(sent()).toHaveLength(1);

    await clock.advance(HOUR_MS);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    await syncer.stop();
  });

  it('asks less and less often while Gong fails, and recovers', async () => {
    const { clock, company, sandbox, replica, syncer, sent, logged } = setUpSync({
      company: { calls: callsBefore(START, 10, HOUR_MS) },
    });
    syncer.start();
    await clock.advance(HOUR_MS);
    const before = sent().length;
    sandbox.faults.add({ times: 1e6, fault: { kind: 'answer', status: 503, body: {} } });

    await clock.advance(12 * HOUR_MS);
    // Each try is three attempts, and in the end half an hour apart.
    expect(sent().length - before).toBeLessThanOrEqual(3 * 32);
    expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['GONG_FAILS'] });
    sandbox.faults.clear();
    company.calls.push(spokenCall('7', clock.now() - HOUR_MS));
    await clock.advance(2 * HOUR_MS);

    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    expect(replica.ids).toContain('7');
    expect(logged.filter(({ level }) => level === 'warn' || level === 'error')).toMatchObject([
      { message: 'Replica is behind', fields: { reasons: ['GONG_FAILS'] } },
    ]);
    await syncer.stop();
  });

  it('goes on beside a task that Gong refuses', async () => {
    const { clock, sandbox, replica, syncer } = setUpSync({
      company: { calls: callsBefore(START, 10, HOUR_MS) },
    });
    sandbox.faults.add({
      times: 1e6,
      operationId: 'listAnsweredScorecards',
      fault: { kind: 'answer', status: 400, body: { errors: ['no'] } },
    });

    syncer.start();
    await clock.advance(HOUR_MS);

    expect(replica.ids).toHaveLength(10);
    expect(replica.records.size).toBe(5);
    await syncer.stop();
  });

  it('reads the other slices while Gong always fails to send one', async () => {
    const { clock, sandbox, replica, syncer } = setUpSync({
      company: { calls: callsBefore(START, 500, HOUR_MS) },
    });
    syncer.start();
    await clock.advance(HOUR_MS);
    const failingAt = START - 12 * DAY_MS;
    let failures = 0;
    sandbox.faults.add({
      times: 1e6,
      operationId: 'listCallsExtensive',
      matches: ({ body }) => {
        const { filter } = body as { filter: { fromDateTime: string; toDateTime: string } };
        const { fromDateTime, toDateTime } = filter;
        const isIt = Date.parse(fromDateTime) <= failingAt && Date.parse(toDateTime) > failingAt;
        if (isIt) failures += 1;
        return isIt;
      },
      fault: { kind: 'answer', status: 500, body: {} },
    });
    await clock.advance(8 * DAY_MS);
    expect(failures).toBeGreaterThan(0);
    failures = 0;
    await clock.advance(4 * DAY_MS);

    const others = replica.slices.filter(
      ({ fromMs, toMs }) => toMs <= failingAt || fromMs > failingAt,
    );
    expect(others.length).toBeGreaterThan(1);
    expect(Math.max(...others.map((each) => latenessOf(each, clock.now())))).toBeLessThan(0.3);
    // Each try is three attempts.
    expect(failures).toBeLessThanOrEqual(3 * 4 * 24);
    await syncer.stop();
  });

  it('reads the other transcripts while Gong always fails to send one', async () => {
    const { clock, sandbox, replica, syncer, sent } = setUpSync({
      company: { calls: callsBefore(START, 250, HOUR_MS) },
    });
    const failing = '1000007';
    sandbox.faults.add({
      times: 1e6,
      operationId: 'getCallTranscripts',
      matches: ({ body }) =>
        (body as { filter: { callIds: readonly string[] } }).filter.callIds.includes(failing),
      fault: { kind: 'answer', status: 500, body: {} },
    });
    syncer.start();
    await clock.advance(6 * HOUR_MS);

    const unread = replica.ids.filter((id) => replica.calls.get(id)?.transcript === undefined);
    expect(unread).toEqual([failing]);
    expect(syncer.status.state).toBe('CURRENT');
    // Each try that fails is three attempts.
    expect(sent('getCallTranscripts').length).toBeLessThanOrEqual(150);
    await syncer.stop();
  });

  it('names a missing scope, and copies everything else', async () => {
    const refused = ['api:calls:read:transcript', 'api:settings:trackers:read'];
    const scopes = syncScopes.filter((scope) => !refused.includes(scope));
    const { clock, replica, syncer } = setUpSync({
      company: { calls: callsBefore(START, 10, HOUR_MS) },
      credential: { ...DEFAULT_CREDENTIAL, scopes },
    });

    syncer.start();
    await clock.advance(2 * HOUR_MS);

    expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['SCOPE'] });
    expect(replica.ids).toHaveLength(10);
    expect([...replica.records.keys()].sort()).toEqual([
      'FOLDER',
      'SCORECARD',
      'USER',
      'WORKSPACE',
    ]);
    await syncer.stop();
  });

  it('stops while what is left of the day is reserved for clients', async () => {
    const { clock, dayCount, syncer, sent } = setUpSync({
      company: { calls: callsBefore(START, 10, HOUR_MS) },
      requestsPerDay: 1000,
    });
    for (let count = 0; count < 701; count += 1) dayCount.add('2026-06-01');

    syncer.start();
    await clock.advance(11 * HOUR_MS);
    expect(sent()).toEqual([]);
    expect(syncer.status.reasons).toEqual(['QUOTA']);

    await clock.advance(3 * HOUR_MS);
    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    await syncer.stop();
  });

  it('removes what was kept long enough also while Gong rejects the credentials', async () => {
    const { clock, sandbox, replica, syncer, sent } = setUpSync({
      company: { calls: callsBefore(START, 20, 12 * HOUR_MS) },
      config: { keepDays: 5 },
    });
    syncer.start();
    await clock.advance(HOUR_MS);
    expect(replica.ids).toHaveLength(9);
    sandbox.faults.add({
      times: 1e6,
      fault: { kind: 'answer', status: 401, body: { errors: ['No.'] } },
    });
    const before = sent().length;
    await clock.advance(3 * DAY_MS);

    expect(syncer.status.reasons).toEqual(['CREDENTIALS']);
    expect(replica.ids).toHaveLength(4);
    // The credentials are tried every 5 minutes, not once more for each removal.
    expect(sent().length - before).toBeLessThanOrEqual(3 * 24 * 12);
    await syncer.stop();
  });

  it('keeps to its requests of a day, and says that it is late', async () => {
    const { clock, company, syncer, sent } = setUpSync({
      company: { calls: callsBefore(START, 1500, 20 * MINUTE_MS) },
      config: { requestsPerDay: 24 },
    });
    syncer.start();
    await clock.advance(12 * HOUR_MS);

    for (let day = 0; day < 4; day += 1) {
      const before = sent().length;
      company.calls.push(
        ...callsBefore(clock.now() + DAY_MS, 300, 4 * MINUTE_MS, 5000 + day * 300),
      );
      await clock.advance(DAY_MS);
      expect(sent().length - before).toBeLessThanOrEqual(24);
    }

    expect(syncer.status).toMatchObject({ state: 'BEHIND', reasons: ['BUDGET'] });
    expect(syncer.status.lateness).toBeGreaterThan(0.5);
    await syncer.stop();
  }, 30_000);

  it('is unavailable while the replica cannot be written, and goes on afterwards', async () => {
    const { clock, replica, syncer } = setUpSync({
      company: { calls: callsBefore(START, 10, HOUR_MS) },
    });
    replica.failure = new DatabaseError('unavailable', 'The disk is full.');

    syncer.start();
    await clock.advance(MINUTE_MS);
    expect(syncer.status).toMatchObject({ state: 'UNAVAILABLE', reasons: ['STORE'] });
    replica.failure = null;
    await clock.advance(HOUR_MS);

    expect(syncer.status).toMatchObject({ state: 'CURRENT', reasons: [] });
    expect(replica.ids).toHaveLength(10);
    await syncer.stop();
  });

  it('sends nothing while the replica cannot be written, and says so once', async () => {
    const { clock, replica, syncer, sent, logged } = setUpSync();
    replica.failure = new DatabaseError('unavailable', 'The disk is full.');

    syncer.start();
    await clock.advance(HOUR_MS);

    expect(syncer.status).toMatchObject({ state: 'UNAVAILABLE', reasons: ['STORE'] });
    expect(sent()).toEqual([]);
    expect(logged.map(({ message }) => message)).toEqual([
      'Replica sync interrupted',
      'Replica is behind',
    ]);
    await syncer.stop();
  });

  it('keeps to its requests of a day while the replica takes no calls', async () => {
    const { clock, replica, syncer, sent } = setUpSync({ config: { requestsPerDay: 100 } });
    replica.putCalls = () =>
      Promise.reject(new DatabaseError('unavailable', 'The database is full.'));

    syncer.start();
    await clock.advance(12 * HOUR_MS - SECOND_MS);

    expect(sent().length).toBeGreaterThan(20);
    expect(sent().length).toBeLessThanOrEqual(100);
    await syncer.stop();
  });

  it('goes on at once when a clock that was days ahead is set back', async () => {
    const clock = new AdjustedClock(START);
    const { company, replica, syncer } = setUpSync({
      clock,
      company: { calls: callsBefore(START, 10, HOUR_MS) },
    });
    clock.aheadMs = 3 * DAY_MS;
    syncer.start();
    await clock.advance(HOUR_MS);
    expect(syncer.status.state).toBe('CURRENT');

    clock.aheadMs = 0;
    company.calls.push(spokenCall('77', clock.now() - 5 * MINUTE_MS));
    company.users.pop();
    await clock.advance(7 * HOUR_MS);

    expect(replica.ids).toContain('77');
    expect(replica.records.get('USER')?.size).toBe(2);
    expect(syncer.status.asOf).toBeGreaterThan(clock.now() - HOUR_MS);
    expect(syncer.status.asOf).toBeLessThanOrEqual(clock.now());
    await syncer.stop();
  });

  it('ends at once when it is stopped in the middle of a request', async () => {
    let requests = 0;
    const fetch: Fetch = (_url, { signal }) => {
      requests += 1;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    };
    const { clock, syncer } = setUpSync({ fetch });
    syncer.start();
    await clock.advance(0);

    await syncer.stop();
    await clock.advance(DAY_MS);

    expect(requests).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('ends at once when it is stopped while it looks for a confirmation', async () => {
    const { clock, company, replica, syncer } = setUpSync({
      company: { calls: callsBefore(START, 100, HOUR_MS) },
    });
    syncer.start();
    await clock.advance(HOUR_MS);
    company.calls.length = 30;
    await clock.advance(6 * HOUR_MS + 2.5 * MINUTE_MS);
    expect(syncer.status.reasons).toEqual(['CALLS_MISSING']);
    const { get } = replica.sync;
    const stopped: Promise<void>[] = [];
    replica.sync.get = (name) => {
      if (stopped.length === 0) stopped.push(syncer.stop());
      return get(name);
    };
    await clock.advance(MINUTE_MS);
    expect(stopped).toHaveLength(1);

    expect(clock.pending).toBe(0);
    await Promise.all(stopped);
  });
});

describe('two gateways with one replica', () => {
  it('never sync at the same time, and one goes on when the other is gone', async () => {
    const calls = callsBefore(START, 1500, 20 * MINUTE_MS);
    const { clock, replica, createSyncer } = setUpSync({ company: { calls } });
    const [one, other] = [createSyncer('one'), createSyncer('other')];
    one.start();
    other.start();

    await clock.advance(5 * SECOND_MS);
    expect(replica.syncing).toBe('one');
    expect(other.status.asOf).toBe(one.status.asOf);
    await one.stop();
    await clock.advance(10 * SECOND_MS);
    expect(replica.syncing).toBe('other');
    await clock.advance(HOUR_MS);

    expect(other.status.state).toBe('CURRENT');
    expect(replica.ids).toHaveLength(1500);
    await other.stop();
  });

  it('stops the one whose lease the other has', async () => {
    const calls = callsBefore(START, 100, HOUR_MS);
    const { clock, replica, createSyncer } = setUpSync({ company: { calls } });
    const [frozen, other] = [createSyncer('frozen'), createSyncer('other')];
    frozen.start();
    await clock.advance(HOUR_MS);
    // It did nothing for longer than its lease lasts, and the other took over.
    replica.expireLease();
    other.start();
    await clock.advance(HOUR_MS);

    expect(replica.syncing).toBe('other');
    await clock.advance(5 * SECOND_MS);
    expect(frozen.status.asOf).toBe(other.status.asOf);
    expect(frozen.status.state).toBe('CURRENT');
    await Promise.all([frozen.stop(), other.stop()]);
  });

  it('writes nothing that was read before another one took over', async () => {
    let take: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => {
      take = resolve;
    });
    const calls = callsBefore(START, 100, HOUR_MS);
    const { clock, replica, createSyncer, company } = setUpSync({
      company: { calls },
      watch: (pending) => (replica.syncing === 'frozen' ? taken.then(() => pending) : pending),
    });
    const [frozen, other] = [createSyncer('frozen'), createSyncer('other')];
    frozen.start();
    await clock.advance(SECOND_MS);
    replica.expireLease();
    other.start();
    await clock.advance(HOUR_MS);
    const [gone] = company.calls.splice(0, 1);
    await clock.advance(3 * HOUR_MS);
    expect(replica.removed).toEqual([gone?.metaData.id]);

    // The frozen one reads on where it was: its response still has the call.
    take();
    await clock.advance(MINUTE_MS);

    expect(replica.ids).not.toContain(gone?.metaData.id);
    expect(replica.ids).toHaveLength(99);
    await Promise.all([frozen.stop(), other.stop()]);
  });
});
