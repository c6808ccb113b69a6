import { describe, expect, it } from '@jest/globals';
import { createCompany } from '../../../sandbox/src/index.js';
import { withDistinctIds } from '../../../src/graphql/cost/distinctIds.js';
import { createRandom } from '../../company/support.js';
import { RandomOperations } from './operations.js';
import { mostOf, NOW } from './support.js';

const company = createCompany({ now: NOW, users: 150, calls: 600, days: 60, workspaces: 3 });

/** The operation with distinct ID literals. */
function distinct(operation: string): string {
  const { ids } = withDistinctIds({
    ids: operation.match(/"\d+"/g)?.map((id) => id.slice(1, -1)) ?? [],
  });
  const replaced = [...(ids as string[])];
  return operation.replace(/"\d+"/g, () => `"${replaced.shift()}"`);
}

describe('withDistinctIds', () => {
  it.each([1, 2])('never lowers the maximum of an operation (%i)', (seed) => {
    const operations = new RandomOperations(company, createRandom(seed));
    const wrong: unknown[] = [];
    for (let count = 0; count < 150; count += 1) {
      const operation = operations.next();
      const [own, other] = [mostOf(operation), mostOf(distinct(operation))];
      if ((own ?? Infinity) > (other ?? Infinity)) wrong.push({ operation, own, other });
    }
    expect(wrong).toEqual([]);
  });

  it('gives each ID its own value and keeps everything else', () => {
    expect(
      withDistinctIds({
        ids: ['7', '7', 'x'],
        filter: { from: '2026-01-01', userIds: ['8'], first: 3, after: null },
      }),
    ).toEqual({
      ids: ['1', '2', 'x'],
      filter: { from: '2026-01-01', userIds: ['3'], first: 3, after: null },
    });
  });
});
