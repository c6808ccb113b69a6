import type { components } from '../generated/types.js';
import { list, text, type GongList } from '../coerce.js';
import { GongError } from '../errors.js';
import type { Success } from '../exchange.js';
import { reads, writes, type RecordKind } from './endpoint.js';
import { idOf, isObject, type GongIntegrationStatus } from './wire.js';

export type GongNewMeeting = components['schemas']['NewMeetingRequest'];

/** A participant to invite, as spelled by Gong. */
export type GongInvitee = NonNullable<GongNewMeeting['invitees']>[number];

export const meetingReadiness: RecordKind<GongIntegrationStatus> = {
  name: 'meetingReadiness',
  group: 'users',
  idOf: ({ email }) => text(email)?.toLowerCase() ?? null,
  serves: 'briefly',
  reveals: 'nothing',
  isMasked: false,
};

/** Reads whether people can create meetings through Gong, with one entry for each email, in lowercase. */
export const integrationStatus = reads('integrationStatus', meetingReadiness, {
  member: 'users',
  // Gong's documented limit.
  byKey: { max: 100, ask: (emails) => ({ body: { emails } }) },
  probe: (_now, _minuteAgo, { email }) =>
    email === undefined ? null : { body: { emails: [email] } },
});

/** Gong lists no meetings, so no cached data contains them. */
export const addMeeting = writes('addMeeting', {
  ask: (meeting: GongNewMeeting) => ({ body: meeting }),
  parse: ({ status, body, requestId }: Success) => {
    const answer = isObject(body) ? body : {};
    const id = idOf(answer['meetingId']);
    if (id === null) {
      const message = "Gong's response to addMeeting has no meetingId.";
      throw new GongError(
        'bad-response',
        `${message} The meeting may have been created: check in Gong before you try again.`,
        {
          operation: 'addMeeting',
          status,
          requestId,
          isRetryable: false,
        },
      );
    }
    return {
      id,
      url: text(answer['meetingUrl']),
      additionalInvitees: list(answer['additionalInvitees'] as GongList<GongInvitee>),
      requestId: requestId ?? null,
    };
  },
  invalidates: [],
});

/** Replaces a meeting. */
export const updateMeeting = writes('updateMeeting', {
  ask: ({ id, meeting }: { readonly id: string; readonly meeting: GongNewMeeting }) => ({
    path: { meetingId: id },
    body: meeting,
  }),
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: [],
});

/** Deletes a meeting, with a DELETE that has a body. */
export const deleteMeeting = writes('deleteMeeting', {
  ask: ({ id, organizerEmail }: { readonly id: string; readonly organizerEmail: string }) => ({
    path: { meetingId: id },
    body: { organizerEmail },
  }),
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: [],
});
