import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../support/clock.js';
import { callsAt, companyOf, plainReview, usersOf } from '../support/companies.js';
import { createTestGateway } from '../support/gateway.js';
import { connectionIn } from '../support/walk.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');

const users = usersOf(3);
const calls = callsAt([NOW - 3000, NOW - 2000, NOW - 1000]);
for (const { metaData } of calls) metaData.primaryUserId = '500';
const answeredScorecards = ['1', '2', '3'].map((answeredScorecardId) =>
  plainReview({ answeredScorecardId, callId: calls[0]?.metaData.id ?? '' }),
);
const company = companyOf({ users, calls, answeredScorecards });

/** The beginning of a cursor is derived from all that it holds. */
describe('The cursors of a gateway', () => {
  it.each([
    ['users(first: 1)', 'LeBfIzyKv98qxURp'],
    ['users(filter: { active: true, userIds: ["501", "500"] }, first: 1)', 'XMnmjaiwoBH4NaSn'],
    ['calls(filter: { from: "2026-05-01T00:00:00Z" }, first: 1)', '3AkCxTwOpV7KF-9d'],
    ['calls(order: NEWEST_FIRST, first: 1)', '84f8RWZHRneS9hM7'],
    ['answeredScorecards(first: 1)', 'Yq8CgEDl4lD2MyDC'],
    [
      'answeredScorecards(filter: { scorecardIds: ["20", "10"], reviewMethod: MANUAL }, first: 1)',
      'Sw8HqMkBJIPFvQ0w',
    ],
  ])('stay valid across upgrades: %s', async (field, cursor) => {
    const gateway = createTestGateway({
      sandbox: { company },
      clock: new FakeClock(NOW),
    });

    const answer = await gateway.execute(`{ list: ${field} { pageInfo { endCursor } } }`);

    expect(connectionIn(answer, 'list').pageInfo.endCursor?.slice(0, 16)).toBe(cursor);
  });
});
