import type { GongBody, GongReader } from '../client.js';
import type { GongRequest } from '../request.js';
import { readPage, readRecords, type GongUser, type Page } from './wire.js';

export interface UserQuery {
  readonly userIds?: readonly string[] | undefined;
  readonly createdFrom?: string | undefined;
  readonly createdTo?: string | undefined;
}

/**
 * A page of the company's users, in no documented order.
 * Gong: `GET /v2/users`, scope `api:users:read`.
 *
 * @throws GongError
 */
export function listUsers<C>(
  reader: GongReader<C>,
  cursor: string | null,
  caller: C,
): Promise<Page<GongUser>> {
  const request: GongRequest = { operation: 'listUsers', query: { cursor: cursor ?? undefined } };
  return readRecords(reader, request, (body) => readPage('listUsers', body), caller);
}

/**
 * A page of the users with the given ids or creation times (half open).
 * Gong: `POST /v2/users/extensive`, scope `api:users:read`.
 *
 * @throws GongError
 */
export function queryUsers<C>(
  reader: GongReader<C>,
  query: UserQuery,
  cursor: string | null,
  caller: C,
): Promise<Page<GongUser>> {
  return readRecords(reader, usersRequest(query, cursor), parseUsers, caller);
}

export function usersRequest(query: UserQuery, cursor: string | null = null): GongRequest {
  return {
    operation: 'listMultipleUsers',
    body: {
      cursor: cursor ?? undefined,
      filter: {
        createdFromDateTime: query.createdFrom,
        createdToDateTime: query.createdTo,
        userIds: query.userIds,
      },
    },
  };
}

export function parseUsers(body: GongBody): Page<GongUser> {
  return readPage('listMultipleUsers', body);
}
