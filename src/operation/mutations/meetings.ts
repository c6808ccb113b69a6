import {
  addMeeting,
  deleteMeeting,
  updateMeeting,
  type GongInvitee,
  type GongNewMeeting,
} from '../../gong/endpoints/meetings.js';
import type { OperationWrites } from './operationWrites.js';

/** A meeting, composed of the client's input and Gong's response. */
export interface PlannedMeeting {
  readonly id: string;
  readonly plan: GongNewMeeting;
  /** Null when Gong does not send it. */
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

/**
 * Creates the mutations of one operation that plan meetings. Gong lists no meetings, so no cached data contains them.
 */
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
