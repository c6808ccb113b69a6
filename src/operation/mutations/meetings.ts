import {
  addMeeting,
  deleteMeeting,
  updateMeeting,
  type GongInvitee,
  type GongNewMeeting,
} from '../../gong/endpoints/meetings.js';
import type { OperationWrites } from './operationWrites.js';

/** A meeting, put together from what was sent and what Gong said. */
export interface PlannedMeeting {
  readonly id: string;
  readonly plan: GongNewMeeting;
  /** Null where Gong doesn't say. */
  readonly url: string | null;
  readonly additionalInvitees: readonly GongInvitee[];
}

export interface MeetingMutations {
  /** @throws GongError */
  readonly create: (plan: GongNewMeeting) => Promise<MeetingResult>;
  /** @throws GongError */
  readonly update: (id: string, plan: GongNewMeeting) => Promise<MeetingResult>;
  /** @throws GongError */
  readonly delete: (
    id: string,
    organizerEmail: string,
  ) => Promise<{ readonly requestId: string | null }>;
}

interface MeetingResult {
  readonly meeting: PlannedMeeting;
  readonly requestId: string | null;
}

/** Meetings on behalf of one operation. Gong shows none, so nothing that is kept knows of one. */
export function createMeetingMutations(writes: OperationWrites): MeetingMutations {
  const changed = (id: string, plan: GongNewMeeting): PlannedMeeting => ({
    id,
    plan,
    url: null,
    additionalInvitees: [],
  });
  return {
    create: async (plan) => {
      const { requestId, ...created } = await writes.send(addMeeting, plan);
      return { meeting: { plan, ...created }, requestId };
    },
    update: async (id, plan) => {
      const requestId = await writes.send(updateMeeting, { id, meeting: plan });
      return { meeting: changed(id, plan), requestId };
    },
    delete: async (id, organizerEmail) => {
      return { requestId: await writes.send(deleteMeeting, { id, organizerEmail }) };
    },
  };
}
