import type { CallQuery } from '../../../src/gong/endpoints/calls.js';
import type { CallPosition } from '../../../src/company/walks/oldestFirst.js';
import { walkNewestFirst } from '../../../src/company/walks/newestFirst.js';
import type { NewestFirstOptions } from '../../../src/company/walks/windowSpans.js';
import type { FakeCallList } from '../support.js';
import { callAgo, DAY_US, NOW_MS, type FakeCall } from '../support.js';

export const walk = (
  list: FakeCallList,
  query: CallQuery = {},
  after: CallPosition | null = null,
  options: Partial<NewestFirstOptions> = {},
) =>
  walkNewestFirst(list, query, after, {
    wanted: () => 20,
    needsTotal: false,
    isMerged: false,
    now: () => NOW_MS,
    ...options,
  });

export function spread(count: number, at: () => number): number[] {
  return Array.from({ length: count }, at);
}

/** Evenly spread over half a year, up to the present. */
export const steady = (perDay: number): FakeCall[] =>
  Array.from({ length: perDay * 180 }, (_, index) =>
    callAgo(index + 1, ((index + 0.5) * DAY_US) / perDay),
  );
