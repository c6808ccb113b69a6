import type { components } from '../generated/types.js';
import type { Success } from '../exchange.js';
import { reads, writes, type RecordKind } from './endpoint.js';
import { idOf, referenceId, type Lenient } from './wire.js';

export type GongCallAccess = Lenient<components['schemas']['CallAccessDetails']>;

/** A call, and users whose access to it changes. */
export type CallAccessChange = components['schemas']['CallUsersAccess'];

/** Gong documents no limit. This is the number of calls that are read by ID. */
export const CALLS_PER_REQUEST = 100;

export const callAccesses: RecordKind<GongCallAccess> = {
  name: 'callAccess',
  group: 'callAccess',
  idOf: ({ callId }) => referenceId(callId),
  serves: 'briefly',
  reveals: { callOf: ({ callId }) => idOf(callId), unlisted: 'hidden' },
};

/** Reads the users with individual access to calls. When Gong lacks one of the calls, it refuses the whole request. */
export const getUsersAccessToCalls = reads('getUsersAccessToCalls', callAccesses, {
  member: 'callAccessList',
  byKey: { max: CALLS_PER_REQUEST, ask: (callIds) => ({ body: { filter: { callIds } } }) },
  probe: (_now, _minuteAgo, { callId }) =>
    callId === undefined ? null : { body: { filter: { callIds: [callId] } } },
});

const change = {
  ask: (callAccessList: readonly CallAccessChange[]) => ({ body: { callAccessList } }),
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: ['callAccess'],
} as const;

/** Grants users individual access to calls. */
export const addUsersAccessToCalls = writes('addUsersAccessToCalls', change);
/** Revokes users' individual access to calls, with a DELETE that has a body. */
export const deleteUsersAccessToCalls = writes('deleteUsersAccessToCalls', change);
