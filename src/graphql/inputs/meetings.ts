import type { GongNewMeeting } from '../../gong/endpoints/meetings.js';
import type { CreateMeetingInput } from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

export function toNewMeeting(input: CreateMeetingInput): GongNewMeeting {
  const { title, startsAt, endsAt, organizerEmail, invitees, externalId, provider } = input;
  return omitNullish({
    startTime: startsAt,
    endTime: endsAt,
    title,
    invitees: invitees.map(({ emailAddress, displayName, firstName, lastName }) =>
      omitNullish({ email: emailAddress.trim(), displayName, firstName, lastName }),
    ),
    externalId,
    provider,
    organizerEmail: organizerEmail.trim(),
  }) as GongNewMeeting;
}
