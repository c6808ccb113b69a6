import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { plainCall } from '../../../sandbox/src/index.js';
import { companyOf } from '../../support/companies.js';
import { createReplicaScene, type ReplicaScene } from './support.js';

const HOUR_MS = 3_600_000;
const at = (time: string) => Date.parse(time);

/** A call at every hour, in weeks in which the clocks of some country change. */
const starts = [
  [at('2025-10-24T00:00:00Z'), at('2025-11-05T00:00:00Z')],
  [at('2026-03-06T00:00:00Z'), at('2026-04-07T00:00:00Z')],
].flatMap(([from = 0, to = 0]) =>
  Array.from({ length: (to - from) / HOUR_MS }, (_, hour) => from + hour * HOUR_MS),
);

interface Row {
  readonly keys: readonly {
    readonly value: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly measures: { readonly calls: number };
}

let scene: ReplicaScene;
beforeAll(async () => {
  const calls = starts.map((start, index) =>
    plainCall({ id: String(9000 + index), started: new Date(start).toISOString() }),
  );
  scene = await createReplicaScene(['BASIC'], companyOf({ calls }));
});
afterAll(() => scene.close());

async function countsBy(
  dimension: string,
  timeZone: string | null,
  companyTimeZone?: string,
): Promise<readonly Row[]> {
  const config = companyTimeZone === undefined ? {} : { companyTimeZone };
  const { data, errors, sent } = await scene.gateway({ config }).trace(
    `query ($by: [CallDimension!]!, $timeZone: String) {
      callStats(filter: {}, by: $by, timeZone: $timeZone) {
        rows { keys { value from to } measures { calls } }
        total { calls }
      }
    }`,
    { by: [dimension], timeZone },
  );
  expect(errors).toBeUndefined();
  expect(sent).toEqual([]);
  const { rows, total } = data?.['callStats'] as unknown as {
    rows: readonly Row[];
    total: { calls: number };
  };
  expect(total.calls).toBe(starts.length);
  return rows;
}

/** Counted with the runtime's calendar, as `2026-03-29`, `2026-03`, or `2026-Q1`. */
function countedByHand(dimension: string, timeZone: string): Record<string, number> {
  // Sweden writes dates as ISO 8601 does.
  const dates = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const counts: Record<string, number> = {};
  for (const start of starts) {
    const day = dates.format(start);
    const monday = new Date(`${day}T00:00:00Z`);
    monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
    const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
    const values: Record<string, string> = {
      DAY: day,
      WEEK: monday.toISOString().slice(0, 10),
      MONTH: day.slice(0, 7),
      QUARTER: `${day.slice(0, 4)}-Q${quarter}`,
    };
    const value = values[dimension] ?? '';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];
const cases = ['DAY', 'WEEK', 'MONTH', 'QUARTER'].flatMap((dimension) =>
  zones.map((zone) => [dimension, zone] as const),
);

it.each(cases)('callStats by %s in %s counts as a calendar does', async (dimension, zone) => {
  const rows = await countsBy(dimension, zone);

  const counts = rows.map(({ keys: [key], measures }) => [key?.value, measures.calls] as const);
  expect(Object.fromEntries(counts)).toEqual(countedByHand(dimension, zone));
  for (const { keys, measures } of rows) {
    const [from, to] = [at(keys[0]?.from ?? ''), at(keys[0]?.to ?? '')];
    expect(measures.calls).toBe(starts.filter((start) => start >= from && start < to).length);
  }
});

it.each([
  ['America/New_York', '2025-11-02', '2026-03-08'],
  ['Europe/Berlin', '2025-10-26', '2026-03-29'],
])('callStats in %s has a day of 25 hours and one of 23', async (zone, long, short) => {
  const rows = await countsBy('DAY', zone);

  const callsOn = (day: string) =>
    rows.find(({ keys: [key] }) => key?.value === day)?.measures.calls;
  expect([callsOn(long), callsOn(short)]).toEqual([25, 23]);
});

it('callStats counts in the time zone of the company, or in UTC, when the query names none', async () => {
  const [own, utc] = [await countsBy('DAY', null, 'Europe/Berlin'), await countsBy('DAY', null)];

  expect(new Set(own.map(({ measures }) => measures.calls))).toContain(25);
  expect(new Set(utc.map(({ measures }) => measures.calls))).toEqual(new Set([24]));
});
