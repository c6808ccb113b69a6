import { badRequest, conflict } from '../errors.js';
import { isObject, type JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

/** `PUT /v2/customer-engagement/content/viewed`. */
export const contentViewed: Handler = (request) => {
  const { viewer, trackingId } = request.body;
  if (viewer != null && trackingId != null) {
    throw badRequest('trackingId: must be null when viewer is sent');
  }
  return takeIn(request);
};

/** `PUT /v2/customer-engagement/content/shared`. */
export const contentShared: Handler = (request) => {
  const recipients = (request.body['recipients'] ?? []) as readonly JsonObject[];
  if (recipients.some(({ email }) => typeof email !== 'string')) {
    throw badRequest('recipients: email may not be null');
  }
  return takeIn(request);
};

/** `PUT /v2/customer-engagement/action`. */
export const customAction: Handler = (request) => takeIn(request);

/** `POST /v2/digital-interaction`. */
export const addDigitalInteraction: Handler = (request) => {
  const { person, trackingId } = request.body;
  if (isObject(person) && trackingId != null) {
    throw badRequest('trackingId: must be null when person is sent');
  }
  if (isObject(person) && isAnonymous(person)) {
    const { personId, company } = person;
    if (personId == null) throw badRequest('person.personId: may not be null');
    if (!isObject(company) || company['domain'] == null) {
      throw badRequest('person.company.domain: may not be null');
    }
  }
  return takeIn(request);
};

const isAnonymous = ({ name, email, phoneNumber, personBusinessContext }: JsonObject): boolean =>
  [name, email, phoneNumber, personBusinessContext].every((each) => each == null);

/** Of events with one id, Gong takes the first. */
const takeIn: Handler = ({ company, body }) => {
  const { eventId } = body;
  if (typeof eventId === 'string') {
    if (company.reportedEvents.has(eventId))
      throw conflict('Event was already reported in the past');
    company.reportedEvents.add(eventId);
  }
  return ok({});
};
