import type { components } from '../generated/types.js';
import type { GongReader } from '../client.js';
import type { GongRequest } from '../request.js';
import { readList, type GongIntegrationStatus } from './wire.js';

export type GongNewMeeting = components['schemas']['NewMeetingRequest'];

/**
 * Whether each of at most 100 people can create meetings through Gong, one entry an address.
 * Gong: `POST /v2/meetings/integration/status`, scope `api:meetings:integration:status`.
 *
 * @throws GongError
 */
export async function getIntegrationStatus<C>(
  reader: GongReader<C>,
  emails: readonly string[],
  caller: C,
): Promise<readonly GongIntegrationStatus[]> {
  const body = await reader.read({ operation: 'integrationStatus', body: { emails } }, caller);
  return readList('integrationStatus', body);
}

/**
 * Creates a meeting; answered with its id and link, and whom to invite besides.
 * Gong: `POST /v2/meetings`, scope `api:meetings:user:create`.
 */
export function addMeetingRequest(meeting: GongNewMeeting): GongRequest {
  return { operation: 'addMeeting', body: meeting };
}

/**
 * Replaces a meeting.
 * Gong: `PUT /v2/meetings/{meetingId}`, scope `api:meetings:user:update`.
 */
export function updateMeetingRequest(meetingId: string, meeting: GongNewMeeting): GongRequest {
  return { operation: 'updateMeeting', path: { meetingId }, body: meeting };
}

/**
 * Deletes a meeting: a DELETE with a body.
 * Gong: `DELETE /v2/meetings/{meetingId}`, scope `api:meetings:user:delete`.
 */
export function deleteMeetingRequest(meetingId: string, organizerEmail: string): GongRequest {
  return { operation: 'deleteMeeting', path: { meetingId }, body: { organizerEmail } };
}
