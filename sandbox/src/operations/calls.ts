import type { Call } from '../company/types.js';
import { notFound } from '../errors.js';
import { findCalls, isAvailable, type ComparedTime } from './callFilter.js';
import { ok, type Handler } from './types.js';

/** `GET /v2/calls`: basic records, flat. */
export const listCalls: Handler = ({ company, query, now, paginate }) => {
  const isVisible = (call: Call) => isAvailable(call, now);
  const { found, total } = findCalls(company.calls, query, plannedTime, isVisible, '');
  const { items, records } = paginate(found, total);
  return ok({ records, calls: items.map(({ metaData }) => metaData) });
};

/** `GET /v2/calls/{id}`: one basic record. */
export const getCall: Handler = ({ company, path, now }) => {
  const id = path['id'] ?? '';
  const call = company.calls.find(({ metaData }) => metaData.id === id);
  if (call && !isAvailable(call, now) && (call.notReadyFrom ?? Infinity) <= now) {
    throw notFound(`Call ID ${id} is not ready yet`);
  }
  if (!call || !isAvailable(call, now)) throw notFound(`Call ID ${id} was not found`);
  return ok({ call: call.metaData });
};

/**
 * Products whose calls Gong records as web conferences. For these `GET /v2/calls`, alone among the
 * operations, compares with the time the meeting was planned for.
 */
const WEB_CONFERENCES = new Set([
  'Zoom',
  'Google Meet',
  'Microsoft Teams',
  'Teams',
  'Webex',
  'GoToMeeting',
]);

const plannedTime: ComparedTime = ({ metaData }) => {
  const isWebConference = metaData.system !== null && WEB_CONFERENCES.has(metaData.system);
  return (isWebConference ? metaData.scheduled : null) ?? metaData.started;
};
