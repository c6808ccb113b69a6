import { reads, type RecordKind } from './endpoint.js';
import { referenceId, type GongUser } from './wire.js';

export interface UserQuery {
  readonly userIds?: readonly string[] | undefined;
  /** Creation times; the window is half open. */
  readonly createdFrom?: string | undefined;
  readonly createdTo?: string | undefined;
  /** Whether to include the users that Gong adds for its own staff. */
  readonly includeAvatars?: boolean | undefined;
}

export const users: RecordKind<GongUser> = {
  name: 'user',
  group: 'users',
  idOf: ({ id }) => referenceId(id),
  serves: 'directory',
  reveals: 'nothing',
};

/** Reads all users of the company, without a documented order. */
export const listUsers = reads('listUsers', users, {
  member: 'users',
  paged: {
    ask: (_query: null, _selection, cursor) => ({ query: { cursor } }),
    readThrough: (sizes) => sizes.users,
  },
  probe: () => ({}),
});

const filtered = (
  { userIds, createdFrom, createdTo, includeAvatars }: UserQuery,
  cursor?: string,
) => ({
  body: {
    cursor,
    filter: {
      createdFromDateTime: createdFrom,
      createdToDateTime: createdTo,
      includeAvatars,
      userIds,
    },
  },
});

/** Reads users by IDs or creation times. By ID, it also finds Gong's own staff, which other records refer to. */
export const listMultipleUsers = reads('listMultipleUsers', users, {
  member: 'users',
  byKey: {
    max: 100,
    ask: (userIds, _selection, cursor) => filtered({ userIds, includeAvatars: true }, cursor),
  },
  paged: {
    ask: (query: UserQuery, _selection, cursor) => filtered(query, cursor),
    ids: ['userIds'],
    readThrough: (sizes) => sizes.users,
  },
  probe: (createdTo, createdFrom) => filtered({ createdFrom, createdTo }),
});
