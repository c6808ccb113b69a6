import { badRequest, conflict } from '../errors.js';
import type { JsonObject } from '../json.js';
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
