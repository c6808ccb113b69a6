import { describe, expect, it } from '@jest/globals';
import { operations } from './oddValues/operations.js';
import { createBench, mutateAnswers } from './oddValues/run.js';

describe('Any odd value in a response of Gong', () => {
  const bench = createBench();

  it.each(operations)(
    'changes only the fields that show it: %s',
    async (_, query) => {
      const { failures } = await mutateAnswers(bench, query, 3);

      expect(failures).toEqual([]);
    },
    300_000,
  );
});
