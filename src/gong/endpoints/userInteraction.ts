import type { components } from '../generated/types.js';
import { reads, type RecordKind } from './endpoint.js';
import { daysBody, probedDays, type Days } from './userActivity.js';
import { referenceId, type Lenient } from './wire.js';

export interface UserInteractionRecord extends Lenient<components['schemas']['InteractionStats']> {
  /** The response contains it once for all users. */
  readonly timeZone?: unknown;
}

export const userInteractions: RecordKind<UserInteractionRecord> = {
  name: 'userInteraction',
  group: 'users',
  idOf: ({ userId }) => referenceId(userId),
  serves: 'briefly',
  reveals: 'nothing',
};

/** Reads how users spoke on the calls of a range of days. Only calls with Whisper count. */
export const listInteractionStats = reads('listInteractionStats', userInteractions, {
  member: 'peopleInteractionStats',
  toItem: (raw, _selection, _key, { timeZone }): UserInteractionRecord => ({ ...raw, timeZone }),
  byKey: {
    max: 100,
    ask: (userIds, _selection, cursor, days?: Days) => ({
      body: daysBody({ ...days, userIds }, cursor),
    }),
  },
  probe: (now, minuteAgo) => ({ body: daysBody(probedDays(now, minuteAgo)) }),
});
