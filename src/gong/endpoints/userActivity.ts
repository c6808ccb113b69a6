import type { components } from '../generated/types.js';
import { reads, type RecordKind } from './endpoint.js';
import { referenceId, type Lenient } from './wire.js';

/** Days `YYYY-MM-DD` in the company's time zone, from inclusive, to exclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface UserActivityRecord extends Lenient<components['schemas']['UserActivity']> {
  /** The response says it of all users. */
  readonly timeZone?: unknown;
}

export const userActivities: RecordKind<UserActivityRecord> = {
  name: 'userActivity',
  group: 'users',
  idOf: ({ userId }) => referenceId(userId),
  serves: 'briefly',
  reveals: 'nothing',
};

const filtered = (days: Days | undefined, userIds?: readonly string[], cursor?: string) => ({
  body: { cursor, filter: { fromDate: days?.from, toDate: days?.to, userIds } },
});

/** What users did on some days. */
export const listMultipleUsersAggregateActivity = reads(
  'listMultipleUsersAggregateActivity',
  userActivities,
  {
    member: 'usersAggregateActivityStats',
    toItem: (raw, _selection, _key, { timeZone }): UserActivityRecord => ({ ...raw, timeZone }),
    byKey: {
      max: 100,
      ask: (userIds, _selection, cursor, days?: Days) => filtered(days, userIds, cursor),
    },
    probe: (now, minuteAgo) => filtered({ from: dayOf(minuteAgo), to: dayOf(now) }),
  },
);

function dayOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DD'.length);
}
