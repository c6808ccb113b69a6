import type { Company, Meeting, User } from '../company/types.js';
import { badRequest, conflict, notFound } from '../errors.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

/** `POST /v2/meetings`. */
export const addMeeting: Handler = ({ company, body, newId }) => {
  readyOrganizer(company, body);
  const id = newId();
  company.meetings.push({ id, ...planOf(body) });
  return ok({
    meetingId: id,
    meetingUrl: `https://us-00000.join.gong.example/${id}`,
    additionalInvitees: [{ email: 'assistant@gong.example', displayName: 'Gong Assistant' }],
  });
};

/** `PUT /v2/meetings/{meetingId}`: what is left out is gone. */
export const updateMeeting: Handler = ({ company, path, body }) => {
  const meeting = meetingOf(company, path);
  readyOrganizer(company, body);
  Object.assign(meeting, planOf(body));
  return ok({ meetingId: meeting.id });
};

/** `DELETE /v2/meetings/{meetingId}`, with a body that names the organizer. */
export const deleteMeeting: Handler = ({ company, path, body }) => {
  const meeting = meetingOf(company, path);
  const { organizerEmail } = body;
  if (typeof organizerEmail !== 'string') throw badRequest('organizerEmail: may not be null');
  if (!isSameAddress(meeting.organizerEmail, organizerEmail)) throw noMeeting();
  company.meetings.splice(company.meetings.indexOf(meeting), 1);
  return { ...ok({ organizerEmail }), isBare: true };
};

const planOf = (body: JsonObject): Omit<Meeting, 'id'> => ({
  organizerEmail: body['organizerEmail'] as string,
  startTime: body['startTime'] as string,
  endTime: body['endTime'] as string,
  title: (body['title'] ?? null) as string | null,
  invitees: body['invitees'],
});

const meetingOf = (company: Company, path: Readonly<Record<string, string>>): Meeting => {
  const meeting = company.meetings.find(({ id }) => id === path['meetingId']);
  if (!meeting) throw noMeeting();
  return meeting;
};

const noMeeting = () => notFound('The given meeting ID was not found.');

/** Meetings are made in the name of a user whose meetings Gong records. */
const readyOrganizer = (company: Company, { organizerEmail }: JsonObject): void => {
  const user = userWith(company, organizerEmail as string);
  if (!user) throw notFound('No user has the organizer email.');
  if (canMeet(user)) return;
  throw conflict('Provider disconnected', guidanceFor(user));
};

const userWith = ({ users }: Company, email: string): User | undefined =>
  users.find(({ emailAddress, emailAliases }) =>
    [emailAddress, ...emailAliases].some((address) => isSameAddress(address, email)),
  );

const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

const canMeet = ({ active, settings }: User): boolean => active && settings.webConferencesRecorded;

const guidanceFor = (user: User | undefined) => ({
  userFacingError: user
    ? 'Your meetings are not recorded by Gong. Ask an administrator to turn recording on.'
    : 'Gong does not know this address.',
  fixUrl: 'https://us-00000.app.gong.example/settings/recording',
  helpUrl: 'https://help.gong.example/meetings',
});

/** `POST /v2/meetings/integration/status`: one entry per address, known to Gong or not. */
export const integrationStatus: Handler = ({ company, body }) => {
  const emails = (body['emails'] ?? []) as readonly string[];
  const users = emails.map((email) => {
    const user = userWith(company, email);
    if (user && canMeet(user)) return { email, exists: true, valid: true };
    return { email, exists: user !== undefined, valid: false, ...guidanceFor(user) };
  });
  return ok({ users });
};
