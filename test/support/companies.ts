import {
  blankCompany,
  plainCall,
  plainUser,
  type AnsweredScorecard,
  type Call,
  type Company,
  type User,
} from '../../sandbox/src/index.js';

/** A company with one workspace, `1`, and the parts given. */
export const companyOf = (parts: Partial<Company>): Company => ({
  ...blankCompany(),
  workspaces: [{ id: '1', name: 'Sales', description: 'New business' }],
  ...parts,
});

/** Beyond 2^53, where a double would round; neither rising nor falling with time. */
export const callIdOf = (index: number): string =>
  String(7_000_000_000_000_000_000n + ((BigInt(index) * 7919n) % 100_003n));

/** A call for each start, given in milliseconds since the epoch or in Gong's words. */
export const callsAt = (starts: readonly (number | string)[]): Call[] =>
  starts.map((start, index) =>
    plainCall({
      id: callIdOf(index),
      started: typeof start === 'string' ? start : new Date(start).toISOString(),
    }),
  );

export const usersOf = (count: number): User[] =>
  Array.from({ length: count }, (_, index) => plainUser({ id: String(500 + index) }));

/** An unremarkable review, with the members given in place of its own. */
export const plainReview = (members: Partial<AnsweredScorecard>): AnsweredScorecard => ({
  answeredScorecardId: '1',
  scorecardId: '10',
  scorecardName: 'Discovery',
  callId: '100',
  callStartTime: '2026-05-20T10:00:00Z',
  reviewedUserId: '500',
  reviewerUserId: '501',
  reviewMethod: 'MANUAL',
  editorUserId: null,
  reviewTime: '2026-05-21T10:00:00Z',
  visibilityType: 'PUBLIC',
  answers: [],
  ...members,
});
