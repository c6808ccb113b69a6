import type { CallAccess, Company } from '../company/types.js';
import { badRequest } from '../errors.js';
import type { JsonObject } from '../json.js';
import { isAvailable } from './callFilter.js';
import { ok, type Handler } from './types.js';

/** `POST /v2/calls/users-access`: an entry for each call. One unknown call fails all. */
export const getUsersAccessToCalls: Handler = ({ company, body, now }) => {
  const { callIds } = body['filter'] as { callIds: readonly string[] };
  checkCalls(company, callIds, now);
  const callAccessList = [...new Set(callIds)].map((callId) => {
    const userIds = company.callAccess.find((each) => each.callId === callId)?.userIds ?? [];
    return { callId, users: userIds.map((userId) => ({ userId })) };
  });
  return ok({ callAccessList });
};

/** `PUT /v2/calls/users-access`: granting what a user has already changes nothing. */
export const addUsersAccessToCalls: Handler = ({ company, body, now }) => {
  for (const { callId, userIds } of changesIn(company, body, now)) {
    const known = company.callAccess.find((each) => each.callId === callId);
    if (known === undefined) company.callAccess.push({ callId, userIds: [...new Set(userIds)] });
    else known.userIds = [...new Set([...known.userIds, ...userIds])];
  }
  return ok({});
};

/** `DELETE /v2/calls/users-access`, with a body: revoking what was never granted changes nothing. */
export const deleteUsersAccessToCalls: Handler = ({ company, body, now }) => {
  for (const { callId, userIds } of changesIn(company, body, now)) {
    const known = company.callAccess.find((each) => each.callId === callId);
    if (known !== undefined) known.userIds = known.userIds.filter((id) => !userIds.includes(id));
  }
  return ok({});
};

const changesIn = (company: Company, body: JsonObject, now: number): readonly CallAccess[] => {
  const changes = (body['callAccessList'] ?? []) as readonly CallAccess[];
  checkCalls(
    company,
    changes.map(({ callId }) => callId),
    now,
  );
  const users = new Set(company.users.map(({ id }) => id));
  if (changes.some(({ userIds }) => userIds.some((id) => !users.has(id)))) {
    throw badRequest('Some users not found');
  }
  return changes;
};

const checkCalls = ({ calls }: Company, ids: readonly string[], now: number): void => {
  const known = new Set(
    calls.filter((call) => isAvailable(call, now)).map(({ metaData }) => metaData.id),
  );
  if (ids.some((id) => !known.has(id))) throw badRequest('Some calls not found');
};
