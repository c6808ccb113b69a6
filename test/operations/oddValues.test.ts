import { describe, expect, it } from '@jest/globals';
import { mutationOf, samples } from './mutations/support.js';
import { operations } from './oddValues/operations.js';
import { createBench, createBenchOver, mutateAnswers, type Bench } from './oddValues/run.js';

/** Besides null, one odd value in so many is tried at each place here; one in 3 in `oddValues.long.test.ts`. */
const EVERY = 12;

const bench = createBench();
const basicScopes = createBench({}, ['api:calls:read:basic']);

async function expectNoFailures(on: Bench, query: string): Promise<void> {
  const { failures, mutated } = await mutateAnswers(on, query, EVERY);

  expect(failures).toEqual([]);
  expect(mutated).toBeGreaterThan(15);
}

describe('An odd value in a response of Gong', () => {
  it.each(operations)(
    'changes only the fields that show it: %s',
    (_, query) => expectNoFailures(bench, query),
    // The process is busy all the while, on a loaded machine for long.
    300_000,
  );

  // What a raw request answers with is passed on, whatever it is.
  const writes = samples.filter(({ name }) => name !== 'gongRequest');
  it.each(writes)('changes only the fields that show it: $name', async (sample) => {
    const written = createBenchOver(sample.name, sample.answer);

    const { failures } = await mutateAnswers(written, mutationOf(sample), 1, {
      input: sample.input,
    });

    expect(failures).toEqual([]);
  });

  it('changes only the fields that show it: impersonators in the audit log', async () => {
    const entry = (userId: string, impersonatorUserId: string) => ({
      userId,
      impersonatorUserId,
      eventTime: '2026-05-20T10:00:00Z',
    });
    const over = createBenchOver('listLogs', {
      requestId: 'r1',
      records: { totalRecords: 2, currentPageSize: 2, currentPageNumber: 0 },
      logEntries: [entry('501', '502'), entry('503', '501')],
    });

    const { failures } = await mutateAnswers(
      over,
      `{ auditLog(type: ACCESS, from: "2026-05-01T00:00:00Z") {
           totalCount nodes { at user { id } impersonator { id } } } }`,
      1,
    );

    expect(failures).toEqual([]);
  });

  it('changes only the fields that show it, read with the least scope', () =>
    expectNoFailures(basicScopes, '{ calls { totalCount nodes { id title startedAt } } }'));
});
