import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Operation } from '../../src/operation/operation.js';
import { createCompany, createSandbox, type Fault } from '../../sandbox/src/index.js';
import { createRandom } from '../company/support.js';
import { FakeClock, settle } from '../support/clock.js';
import { createTestGateway, type Answer } from '../support/gateway.js';
import { seeds } from '../support/size.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const company = createCompany({ now: NOW, users: 130, calls: 400, days: 60, steady: true });
const callIds = company.calls.map(({ metaData }) => metaData.id);

const queries = [
  '{ calls(first: 250) { nodes { id title primaryUser { name } transcript { text } } } }',
  '{ calls(first: 60, order: NEWEST_FIRST) { nodes { id parties { name } } } }',
  '{ calls(first: 60, order: NEWEST_FIRST) { nodes { id media { audioUrl } } } }',
  '{ users(first: 130) { nodes { name manager { name } } } trackers { name } }',
  `{ callsByIds(ids: ${JSON.stringify([...callIds.slice(0, 30), '99999999999999999999'])}) { brief } }`,
  `{ callsByIds(ids: ${JSON.stringify(callIds.slice(20, 60))}) { title transcript { text } } }`,
  `{ call(id: "${callIds[5]}") { title } folder(id: "987654321") { name } }`,
  '{ workspaces { name folders { name } } scorecards { name } }',
  '{ calls(first: 20) { nodes { answeredScorecards { id } } } }',
];
const faults: Fault[] = [
  { kind: 'answer', status: 503 },
  { kind: 'answer', status: 400, body: { errors: ['callIds: malformed'] } },
  { kind: 'answer', status: 429, headers: { 'retry-after': '2' } },
  { kind: 'answer', status: 429, headers: { 'retry-after': '12' } },
  { kind: 'drop' },
  { kind: 'truncate' },
  { kind: 'malformed-json' },
  { kind: 'answer', status: 200, body: { calls: 7, users: 7 } },
];

describe('Under random failures and disconnects', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => {
    unhandled.push(reason);
  };
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => {
    process.off('unhandledRejection', note);
  });

  it.each(
    [0, 300].flatMap((cacheTtlSeconds) => seeds(1, 12).map((seed) => [cacheTtlSeconds, seed])),
  )(
    'counts are exact, limits hold, and nothing is left over: cache %i s, seed %i',
    async (cacheTtlSeconds, seed) => {
      const random = createRandom(seed);
      const clock = new FakeClock(NOW);
      const sandbox = createSandbox({ company, clock, requestsPerSecond: 5 });
      const gateway = createTestGateway({
        clock,
        sandbox,
        random: random.next,
        config: { cacheTtlSeconds, requestsPerSecond: 5, rateMarginMs: 0, deadlineMs: 8000 },
      });
      const scopes: { operation: Operation; ceiling: number }[] = [];
      const answers: Promise<Answer>[] = [];

      for (let round = 0; round < 60; round += 1) {
        await clock.advance(random.integer(0, 600));
        if (random.chance(0.3)) sandbox.faults.add({ fault: random.pick(faults) });
        const ceiling = random.pick([1, 4, 50]);
        const leavesAfterMs = random.chance(0.3) ? random.integer(0, 3000) : null;
        answers.push(
          gateway.execute(
            random.pick(queries),
            {},
            {
              client: random.pick(['a', 'b', 'c']),
              maxRequests: ceiling,
              onScope: (operation) => {
                scopes.push({ operation, ceiling });
                if (leavesAfterMs === null) return;
                clock.after(leavesAfterMs, () => {
                  operation.close();
                });
              },
            },
          ),
        );
      }
      await clock.runUntil(Promise.all(answers));
      await clock.advance(60_000);
      await settle();

      const requests = scopes.reduce((sum, { operation }) => sum + operation.requests, 0);
      expect(requests).toBe(sandbox.requests.length);
      for (const { operation, ceiling } of scopes)
        expect(operation.requests).toBeLessThanOrEqual(ceiling);
      const starts = sandbox.requests.map(({ at }) => at);
      for (const [index, start] of starts.slice(5).entries()) {
        expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1000);
      }
      expect(unhandled).toEqual([]);
      // And all is as before.
      sandbox.faults.clear();
      const after = await clock.runUntil(gateway.execute('{ trackers { name } }'));
      expect(after.errors).toBeUndefined();
      expect(after.extensions?.gong?.waitedMs).toBe(0);
    },
  );
});
