import type { components } from '../generated/types.js';
import type { Success } from '../exchange.js';
import { readItems, reads, writes, type RecordKind } from './endpoint.js';
import { isObject, referenceId, type Lenient } from './wire.js';

/** A profile as it is sent to Gong, without its ID. */
export type ProfileChange = Omit<components['schemas']['PermissionProfileDTO'], 'id'>;
export type GongPermissionProfile = Lenient<components['schemas']['PermissionProfileDTO']>;

export const permissionProfiles: RecordKind<GongPermissionProfile> = {
  name: 'permissionProfile',
  group: 'permissionProfiles',
  idOf: ({ id }) => referenceId(id),
  serves: 'hourly',
  reveals: 'nothing',
};

/** Reads the permission profiles of a workspace. They do not name their workspace. */
export const listPermissionProfile = reads('listPermissionProfile', permissionProfiles, {
  member: 'profiles',
  whole: {
    ask: (workspaceId: string) => ({ query: { workspaceId } }),
    workspaceOf: (workspaceId) => workspaceId,
  },
  probe: (_now, _minuteAgo, { workspaceId }) =>
    workspaceId === undefined ? null : { query: { workspaceId } },
});

/** Reads one permission profile. */
export const getPermissionProfile = reads('getPermissionProfile', permissionProfiles, {
  member: 'profile',
  isSingle: true,
  byKey: { max: 1, ask: ([profileId]) => ({ query: { profileId } }) },
});

export interface ProfileUsers {
  readonly profileId: string | null;
  readonly userIds: readonly string[];
}

export const profileUsers: RecordKind<ProfileUsers> = {
  name: 'permissionProfileUsers',
  group: 'permissionProfiles',
  idOf: ({ profileId }) => profileId,
  serves: 'hourly',
  reveals: 'nothing',
};

/** Reads the users of one permission profile. Gong accepts one profile per request. */
export const listPermissionProfileUsers = reads('listPermissionProfileUsers', profileUsers, {
  member: null,
  toItem: (body, _selection, profileId): ProfileUsers => ({
    profileId,
    userIds: readItems('listPermissionProfileUsers', body, 'users', (user) =>
      referenceId(user['id']) === null ? null : user,
    ).flatMap(({ id }) => referenceId(id) ?? []),
  }),
  byKey: { max: 1, ask: ([profileId]) => ({ query: { profileId } }) },
});

export interface WrittenProfile {
  /** Null when the response does not contain it. */
  readonly profile: GongPermissionProfile | null;
  readonly requestId: string | null;
}

const written = ({ body, requestId }: Success): WrittenProfile => {
  const profile = isObject(body) ? body['profile'] : null;
  const isShown = isObject(profile) && referenceId(profile['id']) !== null;
  return { profile: isShown ? profile : null, requestId: requestId ?? null };
};

/** Creates a permission profile in a workspace. */
export const createPermissionProfile = writes('createPermissionProfile', {
  ask: ({
    workspaceId,
    profile,
  }: {
    readonly workspaceId: string;
    readonly profile: ProfileChange;
  }) => ({ query: { workspaceId }, body: profile }),
  parse: written,
  invalidates: ['permissionProfiles'],
  changesPermissions: true,
});

/** Changes a permission profile. Gong merges the change with the present profile. */
export const updatePermissionProfile = writes('updatePermissionProfile', {
  ask: ({ id, profile }: { readonly id: string; readonly profile: ProfileChange }) => ({
    query: { profileId: id },
    body: profile,
  }),
  parse: written,
  invalidates: ['permissionProfiles'],
  changesPermissions: true,
});
