import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReplicaScene, current, NOW, type ReplicaScene } from './support.js';

const DAY_MS = 86_400_000;
const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString();

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene();
});
afterAll(() => scene.close());

/** Whether each field of the query says that its result is complete. */
async function completeness(query: string): Promise<unknown> {
  const { data, errors, sent } = await scene.gateway().trace(query);
  expect(errors).toBeUndefined();
  expect(sent).toEqual([]);
  const fields = Object.entries(data as Record<string, { readonly isComplete: boolean }>);
  return Object.fromEntries(fields.map(([field, { isComplete }]) => [field, isComplete]));
}

describe('isComplete', () => {
  it('is false without a beginning while calls were never read, also when the first copy is complete', async () => {
    await scene.writeStatus({ ...current, lacksCalls: true, from: NOW - 5 * DAY_MS });

    expect(
      await completeness(`{
        open: searchCalls(filter: {}) { isComplete }
        before: searchCalls(filter: { from: "${at(9)}" }) { isComplete }
        after: searchCalls(filter: { from: "${at(5)}" }) { isComplete }
        stats: callStats(filter: { to: "${at(1)}" }, by: [HOST]) { isComplete }
      }`),
    ).toEqual({ open: false, before: false, after: true, stats: false });
  });

  it('is false while Gong was not asked for a transcript in the window of a search for words', async () => {
    await scene.writeStatus({
      ...current,
      unreadTranscripts: { fromMs: NOW - 4 * DAY_MS, toMs: NOW - 3 * DAY_MS },
    });

    const words = 'text: "price"';
    const said = 'said: "price"';
    expect(
      await completeness(`{
        open: searchTranscripts(${words}) { isComplete }
        before: searchTranscripts(${words}, filter: { from: "${at(9)}", to: "${at(4)}" }) { isComplete }
        first: searchTranscripts(${words}, filter: { from: "${at(9)}", to: "${at(3.9)}" }) { isComplete }
        last: searchTranscripts(${words}, filter: { from: "${at(3)}" }) { isComplete }
        after: searchTranscripts(${words}, filter: { from: "${at(2.9)}" }) { isComplete }
        said: searchCalls(filter: { ${said} }) { isComplete }
        has: searchCalls(filter: { has: [TRANSCRIPT] }) { isComplete }
        calls: searchCalls(filter: {}) { isComplete }
        statsOfSaid: callStats(filter: { from: "${at(9)}", ${said} }, by: [HOST]) { isComplete }
        stats: callStats(filter: { from: "${at(9)}" }, by: [HOST]) { isComplete total { reviews } }
      }`),
    ).toEqual({
      open: false,
      before: true,
      first: false,
      last: false,
      after: true,
      said: false,
      has: false,
      calls: true,
      statsOfSaid: false,
      stats: true,
    });
  });

  it('is false while the reviews that are needed were never read', async () => {
    await scene.writeStatus({ ...current, unreadReviewsBefore: NOW - 5 * DAY_MS });

    const window = `from: "${at(9)}"`;
    expect(
      await completeness(`{
        review: searchCalls(filter: { ${window}, review: { exists: true } }) { isComplete }
        later: searchCalls(filter: { from: "${at(5)}", review: { exists: true } }) { isComplete }
        has: searchCalls(filter: { ${window}, has: [REVIEWS] }) { isComplete }
        calls: searchCalls(filter: { ${window} }) { isComplete }
        stats: callStats(filter: { ${window} }, by: [HOST]) { isComplete total { calls } }
        total: callStats(filter: { ${window} }, by: [HOST]) { isComplete total { averageScore } }
        rows: callStats(filter: { ${window} }, by: [HOST]) { isComplete rows { measures { reviews } } }
        by: callStats(filter: { ${window} }, by: [SCORECARD]) { isComplete }
      }`),
    ).toEqual({
      review: false,
      later: true,
      has: false,
      calls: true,
      stats: true,
      total: false,
      rows: false,
      by: false,
    });
  });
});
