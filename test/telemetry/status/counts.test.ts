import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../../src/gong/attempt.js';
import type { EndedOperation } from '../../../src/telemetry/endedOperation.js';
import { countsIn, HourCounts, hourAt } from '../../../src/telemetry/status/hourCounts.js';
import {
  KEPT_MINUTES,
  measures,
  minuteAt,
  MinuteSeries,
  type Measure,
} from '../../../src/telemetry/status/minuteSeries.js';
import { StatusCounts } from '../../../src/telemetry/status/statusCounts.js';
import { FakeClock } from '../../support/clock.js';

const NOON = minuteAt(Date.parse('2026-06-01T12:00:00Z'));

/** The counts of a measure in consecutive minutes. */
function countsOf(
  series: MinuteSeries,
  {
    measure = 'requests',
    tenant = null,
    from = NOON,
    minutes = 3,
  }: {
    readonly measure?: Measure;
    readonly tenant?: string | null;
    readonly from?: number;
    readonly minutes?: number;
  } = {},
): readonly number[] {
  const sums = Object.fromEntries(
    measures.map((each) => [each, new Array<number>(minutes).fill(0)]),
  ) as Record<Measure, number[]>;
  series.addTo(sums, tenant, from);
  return sums[measure];
}

describe('MinuteSeries', () => {
  it('adds up by minute and tenant', () => {
    const series = new MinuteSeries();
    series.add('acme', NOON, 'requests', 1);
    series.add('acme', NOON + 2, 'requests', 2);
    series.add('globex', NOON + 2, 'requests', 4);
    series.add('globex', NOON + 2, 'waitedMs', 10.6);

    expect(countsOf(series)).toEqual([1, 0, 6]);
    expect(countsOf(series, { tenant: 'acme' })).toEqual([1, 0, 2]);
    expect(countsOf(series, { tenant: 'nobody' })).toEqual([0, 0, 0]);
    expect(countsOf(series, { measure: 'waitedMs' })).toEqual([0, 0, 11]);
  });

  it('forgets a minute after 24 hours, also when nothing happened since', () => {
    const series = new MinuteSeries();
    series.add('acme', NOON, 'requests', 1);
    series.add('acme', NOON + KEPT_MINUTES - 1, 'requests', 1);
    expect(countsOf(series)).toEqual([1, 0, 0]);

    series.add('acme', NOON + KEPT_MINUTES, 'requests', 5);
    expect(countsOf(series)).toEqual([0, 0, 0]);
    expect(countsOf(series, { from: NOON + KEPT_MINUTES - 1 })).toEqual([1, 5, 0]);

    series.add('acme', NOON + 3 * KEPT_MINUTES, 'requests', 1);
    expect(countsOf(series, { from: NOON + 2 * KEPT_MINUTES + 1, minutes: KEPT_MINUTES })).toEqual([
      ...new Array<number>(KEPT_MINUTES - 1).fill(0),
      1,
    ]);
  });

  it('ignores a minute that is no longer kept, when the clock was set back', () => {
    const series = new MinuteSeries();
    series.add('acme', NOON + KEPT_MINUTES, 'requests', 5);
    series.add('acme', NOON, 'requests', 1);
    series.add('acme', NOON + 1, 'requests', 1);

    expect(countsOf(series)).toEqual([0, 1, 0]);
    expect(series.at(NOON)).toEqual({});
  });

  it('replaces a minute of all tenants', () => {
    const series = new MinuteSeries();
    series.add('acme', NOON, 'requests', 5);
    series.add('globex', NOON, 'requests', 5);
    const { acme } = series.at(NOON);

    series.replace(NOON, { acme: acme ?? [], initech: [7] });

    expect(Object.keys(series.at(NOON))).toEqual(['acme', 'initech']);
    expect(countsOf(series)).toEqual([12, 0, 0]);
  });
});

describe('HourCounts', () => {
  it('keeps 24 hours', () => {
    const counts = new HourCounts();
    for (let hour = 100; hour < 124; hour += 1) counts.add(hour, 'errors', 'acme', 'FORBIDDEN');
    expect(counts.at(100).size).toBe(1);

    counts.add(124, 'errors', 'acme', 'FORBIDDEN');
    expect(counts.at(100).size).toBe(0);
    expect(counts.at(101).size).toBe(1);
  });

  it('counts names beyond 1,000 in an hour together', () => {
    const counts = new HourCounts();
    for (let each = 0; each < 1500; each += 1) {
      counts.add(100, 'operations', 'acme', `Query${each}`, 'a client');
    }

    const found = countsIn(counts.at(100));
    expect(found).toHaveLength(1001);
    expect(found.find(({ name }) => name === 'other')).toEqual({
      kind: 'operations',
      tenant: 'acme',
      name: 'other',
      client: 'other',
      count: 500,
    });
    expect(found[0]).toMatchObject({ name: 'Query0', client: 'a client', count: 1 });
  });
});

describe('StatusCounts', () => {
  const ended = (change: Partial<EndedOperation>): EndedOperation => ({
    kind: 'graphql',
    requestId: '1',
    tenant: 'acme',
    client: 'web',
    person: null,
    name: 'Calls',
    documentHash: null,
    durationMs: 20,
    waitedMs: 0,
    gongRequests: 2,
    cacheHits: 3,
    shared: 1,
    errors: [],
    errorCodes: [],
    isPartial: false,
    audit: null,
    type: 'query',
    trace: null,
    ...change,
  });
  const attempt = (change: Partial<Attempt>): Attempt => ({
    asker: { client: 'web', operation: 'Calls' },
    endpoint: 'listUsers',
    outcome: 'ok',
    waitedMs: 5,
    tookMs: 10,
    ...change,
  });

  it('names no person and no generated operation', () => {
    const clock = new FakeClock();
    const counts = new StatusCounts(clock);
    counts.onEnded(ended({ client: 'ada@example.com', name: 'Calls_17359' }));
    counts
      .observerOf('acme')
      .onAttempt(attempt({ asker: { client: 'ada@example.com', operation: 'Calls_17359' } }));

    const found = countsIn(counts.hours.at(hourAt(clock.now())));
    expect(found.map(({ kind, name, client }) => [kind, name, client])).toEqual([
      ['operations', 'other', 'other'],
      ['requests', 'other', 'other'],
    ]);
  });

  it('counts tenants beyond 200 together', () => {
    const clock = new FakeClock();
    const counts = new StatusCounts(clock);
    for (let each = 0; each < 250; each += 1) counts.onEnded(ended({ tenant: `tenant-${each}` }));

    const tenants = counts.minutes.at(minuteAt(clock.now()));
    expect(Object.keys(tenants)).toHaveLength(201);
    expect(tenants['other']?.[measures.indexOf('operations')]).toBe(50);
  });

  it('does not count the transfer of a file as an operation', () => {
    const clock = new FakeClock();
    const counts = new StatusCounts(clock);
    counts.onEnded(ended({ kind: 'upload' }));

    expect(counts.minutes.at(minuteAt(clock.now()))).toEqual({});
  });

  it('counts an operation with several error codes once, and each code once', () => {
    const clock = new FakeClock();
    const counts = new StatusCounts(clock);
    counts.onEnded(ended({ errorCodes: ['RATE_LIMITED', 'FORBIDDEN'] }));

    const [values] = Object.values(counts.minutes.at(minuteAt(clock.now())));
    expect(values?.[measures.indexOf('failedOperations')]).toBe(1);
    const errors = countsIn(counts.hours.at(hourAt(clock.now()))).filter(
      ({ kind }) => kind === 'errors',
    );
    expect(errors.map(({ name, count }) => [name, count])).toEqual([
      ['RATE_LIMITED', 1],
      ['FORBIDDEN', 1],
    ]);
  });
});
