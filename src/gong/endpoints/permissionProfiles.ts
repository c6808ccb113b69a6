import type { components } from '../generated/types.js';
import type { GongOperationId } from '../generated/operations.js';
import { GongError } from '../errors.js';
import type { Success } from '../exchange.js';
import { readItems, reads, writes, type RecordKind } from './endpoint.js';
import { isObject, referenceId, type Lenient } from './wire.js';

/** A profile as it is sent to Gong: its ID goes beside it. */
export type ProfileChange = Omit<components['schemas']['PermissionProfileDTO'], 'id'>;
export type GongPermissionProfile = Lenient<components['schemas']['PermissionProfileDTO']>;

export const permissionProfiles: RecordKind<GongPermissionProfile> = {
  name: 'permissionProfile',
  group: 'permissionProfiles',
  idOf: ({ id }) => referenceId(id),
  serves: 'hourly',
  reveals: 'nothing',
};

/** The permission profiles of a workspace. They don't say to which one they belong. */
export const listPermissionProfile = reads('listPermissionProfile', permissionProfiles, {
  member: 'profiles',
  whole: {
    ask: (workspaceId: string) => ({ query: { workspaceId } }),
    workspaceOf: (workspaceId) => workspaceId,
    perWorkspace: 'apart',
  },
});

/** One permission profile. */
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

/** The users of one permission profile: Gong has no form for several. */
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
  readonly profile: GongPermissionProfile;
  readonly requestId: string | null;
}

const written = (id: GongOperationId, { status, body, requestId }: Success): WrittenProfile => {
  const profile = isObject(body) ? body['profile'] : null;
  if (isObject(profile) && referenceId(profile['id']) !== null) {
    return { profile, requestId: requestId ?? null };
  }
  const message = `Gong's response to ${id} holds no profile with an ID. It may have been done.`;
  const details = { operation: id, status, requestId, isRetryable: false } as const;
  throw new GongError('bad-response', message, details);
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
  parse: (answer): WrittenProfile => written('createPermissionProfile', answer),
  invalidates: ['permissionProfiles'],
  changesPermissions: true,
});

/** Changes a permission profile: Gong merges what it is sent. */
export const updatePermissionProfile = writes('updatePermissionProfile', {
  ask: ({ id, profile }: { readonly id: string; readonly profile: ProfileChange }) => ({
    query: { profileId: id },
    body: profile,
  }),
  parse: (answer): WrittenProfile => written('updatePermissionProfile', answer),
  invalidates: ['permissionProfiles'],
  changesPermissions: true,
});
