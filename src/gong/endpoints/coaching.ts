import type { components } from '../generated/types.js';
import { list, type GongList } from '../coerce.js';
import { reads, type RecordKind } from './endpoint.js';
import { referenceId, type Lenient } from './wire.js';

type Schemas = components['schemas'];
type GongCoachingData = Lenient<Schemas['CoachingMetricsData']>;
export type GongCoachedUser = Lenient<Schemas['CoachingRepData']>;

/** The workspace and window of time of the reviews to count. */
export interface CoachingQuery {
  readonly workspaceId: string;
  readonly from: string;
  readonly to: string;
}

export interface CoachingRecord {
  readonly managerId: string | null;
  readonly reports: readonly GongCoachedUser[];
}

export const coachings: RecordKind<CoachingRecord> = {
  name: 'coaching',
  group: 'users',
  idOf: ({ managerId }) => managerId,
  serves: 'briefly',
  // Gong does not document what the measures contain. They may name any call.
  reveals: 'restricted',
};

/**
 * Coaching of a manager's direct reports. Gong accepts one manager per request, and names the operation
 * `listUsers_1`.
 */
export const listCoachingMetrics = reads('listUsers_1', coachings, {
  member: null,
  toItem: ({ coachingData }, _selection, key): CoachingRecord => ({
    managerId: key,
    reports: list(coachingData as GongList<GongCoachingData>)
      // An entry that names another manager is not a result for this one.
      .filter(({ manager }) => [null, key].includes(referenceId(manager?.id)))
      .flatMap(({ directReportsMetrics }) => list(directReportsMetrics)),
  }),
  byKey: {
    max: 1,
    ask: ([managerId], _selection, _cursor, query?: CoachingQuery) => ({
      query: {
        'workspace-id': query?.workspaceId,
        'manager-id': managerId,
        from: query?.from,
        to: query?.to,
      },
    }),
  },
  probe: (to, from, { userId, workspaceId }) =>
    userId === undefined || workspaceId === undefined
      ? null
      : { query: { 'workspace-id': workspaceId, 'manager-id': userId, from, to } },
});
