import type {
  CreateMeetingInput,
  DeleteMeetingInput,
  UpdateMeetingInput,
} from '../../graphql/generated/graphql.js';
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
import { given } from './given.js';
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

export interface MeetingActions {
  /** @throws GongError */
  readonly create: (input: CreateMeetingInput) => Promise<Planned>;
  /** @throws GongError */
  readonly update: (input: UpdateMeetingInput) => Promise<Planned>;
  /** @throws GongError */
  readonly delete: (input: DeleteMeetingInput) => Promise<{ readonly requestId: string | null }>;
}

interface Planned {
  readonly meeting: PlannedMeeting;
  readonly requestId: string | null;
}

/** Meetings on behalf of one operation. Gong shows none, so nothing that is kept knows of one. */
export function createMeetingActions(writes: OperationWrites): MeetingActions {
  const send = (request: GongRequest): Promise<Success> => writes.write(request, []);
  return {
    create: async (input) => {
      const plan = planOf(input);
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
    update: async ({ id, ...input }) => {
      const plan = planOf(input);
      const { requestId } = await send(updateMeetingRequest(id, plan));
      const meeting = { id, plan, url: null, additionalInvitees: [] };
      return { meeting, requestId: requestId ?? null };
    },
    delete: async ({ id, organizerEmail }) => {
      const { requestId } = await send(deleteMeetingRequest(id, organizerEmail.trim()));
      return { requestId: requestId ?? null };
    },
  };
}

function planOf(input: CreateMeetingInput): GongNewMeeting {
  const { title, startsAt, endsAt, organizerEmail, invitees, externalId, provider } = input;
  return given({
    startTime: startsAt,
    endTime: endsAt,
    title,
    invitees: invitees.map(({ emailAddress, displayName, firstName, lastName }) =>
      given({ email: emailAddress.trim(), displayName, firstName, lastName }),
    ),
    externalId,
    provider,
    organizerEmail: organizerEmail.trim(),
  }) as GongNewMeeting;
}
