import { describe, expect, it } from '@jest/globals';
import type { Call, Sandbox } from '../../sandbox/src/index.js';
import { askAll, createClock, smallSandbox } from './support.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const living = () => {
  const clock = createClock();
  return { clock, sandbox: smallSandbox({ clock, life: { callsPerDay: 40 } }) };
};

const listed = (sandbox: Sandbox) =>
  askAll(sandbox, 'POST /v2/calls/extensive', 'calls', {
    filter: {},
    contentSelector: { exposedFields: { content: { brief: true } } },
  }) as Promise<Pick<Call, 'metaData' | 'content'>[]>;

/** What the company is like after two weeks, looked at so often. */
const afterTwoWeeks = (stepMs: number) => {
  const { clock, sandbox } = living();
  for (let passed = 0; passed < 14 * DAY_MS; passed += stepMs) {
    clock.advance(stepMs);
    sandbox.advance();
  }
  return JSON.stringify(sandbox.company);
};

describe('a living company', () => {
  it('goes through the same, however often its clock is looked at', () => {
    const once = afterTwoWeeks(14 * DAY_MS);

    expect(afterTwoWeeks(7 * HOUR_MS)).toBe(once);
    expect(afterTwoWeeks(20 * 60_000)).toBe(once);
  });

  it('shows calls after they have begun, some of them days later, and analyzes them after that', async () => {
    const { clock, sandbox } = living();
    const before = new Set((await listed(sandbox)).map(({ metaData }) => metaData.id));
    const lateness: number[] = [];
    let isAnalyzedLater = 0;
    const known = new Set(before);
    for (let hour = 0; hour < 14 * 24; hour += 1) {
      clock.advance(HOUR_MS);
      for (const { metaData, content } of await listed(sandbox)) {
        if (known.has(metaData.id)) continue;
        known.add(metaData.id);
        lateness.push(clock.now() - Date.parse(metaData.started));
        if (!content) isAnalyzedLater += 1;
      }
    }

    // 10 working days of 40 calls.
    expect(lateness.length).toBeGreaterThan(250);
    expect(Math.min(...lateness)).toBeGreaterThan(0);
    expect(lateness.filter((ms) => ms > DAY_MS).length).toBeGreaterThan(5);
    expect(isAnalyzedLater).toBeGreaterThan(50);
  });

  it('changes and deletes calls, and renames users', async () => {
    const { clock, sandbox } = living();
    const { company } = sandbox;
    const names = company.users.map(({ lastName }) => lastName);
    const calls = await listed(sandbox);
    const reviews = company.answeredScorecards.length;

    clock.advance(14 * DAY_MS);
    const now = await listed(sandbox);

    const left = new Set(now.map(({ metaData }) => metaData.id));
    expect(calls.some(({ metaData }) => !left.has(metaData.id))).toBe(true);
    expect(now.some(({ metaData }) => metaData.title?.includes('(renamed)'))).toBe(true);
    expect(company.answeredScorecards.length).toBeGreaterThan(reviews);
    expect(company.users.map(({ lastName }) => lastName)).not.toEqual(names);
  });

  it('stands still when nobody asks for life', async () => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock });
    // The last of its calls are still being analyzed.
    clock.advance(HOUR_MS);
    const before = await listed(sandbox);

    clock.advance(14 * DAY_MS);

    expect(await listed(sandbox)).toEqual(before);
  });
});
