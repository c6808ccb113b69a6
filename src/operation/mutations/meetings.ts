import { list, text, type GongList } from '../../gong/coerce.js';
import { GongError } from '../../gong/errors.js';
import { isObject, type Success } from '../../gong/exchange.js';
import {
  addMeetingRequest,
  deleteMeetingRequest,
  updateMeetingRequest,
  type GongNewMeeting,
} from '../../gong/endpoints/meetings.js';
import type { GongRequest } from '../../gong/request.js';
import { idOf } from '../../gong/endpoints/wire.js';
import type { OperationWrites } from './operationWrites.js';

/** Somebody invited, as Gong spells it. */
export type Invitee = NonNullable<GongNewMeeting['invitees']>[number];

/** A meeting, put together from what was sent and what Gong said. */
export interface PlannedMeeting {
  readonly id: string;
  readonly plan: GongNewMeeting;
  /** Null where Gong doesn't say. */
  readonly url: string | null;
  readonly additionalInvitees: readonly Invitee[];
}

export interface MeetingMutations {
  /** @throws GongError */
  readonly create: (plan: GongNewMeeting) => Promise<Planned>;
  /** @throws GongError */
  readonly update: (id: string, plan: GongNewMeeting) => Promise<Planned>;
  /** @throws GongError */
  readonly delete: (
    id: string,
    organizerEmail: string,
  ) => Promise<{ readonly requestId: string | null }>;
}

interface Planned {
  readonly meeting: PlannedMeeting;
  readonly requestId: string | null;
}

/** Meetings on behalf of one operation. Gong shows none, so nothing that is kept knows of one. */
export function createMeetingMutations(writes: OperationWrites): MeetingMutations {
  const send = (request: GongRequest): Promise<Success> => writes.write(request, []);
  return {
    create: async (plan) => {
      const { status, body, requestId } = await send(addMeetingRequest(plan));
      const answer = isObject(body) ? body : {};
      const id = idOf(answer['meetingId']);
      if (id === null) {
        const message = "Gong's answer to addMeeting is malformed: it has no meetingId.";
        throw new GongError('bad-response', `${message} The meeting may have been created.`, {
          operation: 'addMeeting',
          status,
          requestId,
          isRetryable: false,
        });
      }
      const { meetingUrl, additionalInvitees } = answer;
      const meeting = {
        id,
        plan,
        url: text(meetingUrl),
        additionalInvitees: list(additionalInvitees as GongList<Invitee>),
      };
      return { meeting, requestId: requestId ?? null };
    },
    update: async (id, plan) => {
      const { requestId } = await send(updateMeetingRequest(id, plan));
      const meeting = { id, plan, url: null, additionalInvitees: [] };
      return { meeting, requestId: requestId ?? null };
    },
    delete: async (id, organizerEmail) => {
      const { requestId } = await send(deleteMeetingRequest(id, organizerEmail));
      return { requestId: requestId ?? null };
    },
  };
}
