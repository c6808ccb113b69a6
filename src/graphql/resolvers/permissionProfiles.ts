import { enumOf, flag, part, text, texts } from '../../gong/coerce.js';
import {
  createPermissionProfile,
  updatePermissionProfile,
  type GongPermissionProfile,
  type WrittenProfile,
} from '../../gong/endpoints/permissionProfiles.js';
import { isGongId, referenceId } from '../../gong/endpoints/wire.js';
import type { PlacedProfile } from '../../operation/loaders/permissionProfiles.js';
import type { ContextValue } from '../context.js';
import type { PermissionCapability, Resolvers } from '../generated/graphql.js';
import { capabilities, toNewProfile, toProfileChange } from '../inputs/permissionProfiles.js';
import { userReferences, workspaceReference } from './references.js';

export type PermissionProfileModel = PlacedProfile;
export type PermissionReachModel = NonNullable<GongPermissionProfile['callsAccess']>;
export type ForecastPermissionsModel = NonNullable<GongPermissionProfile['forecastPermissions']>;
export type LibraryFolderAccessModel = NonNullable<GongPermissionProfile['libraryFolderAccess']>;
export interface PermissionProfilePayloadModel {
  readonly profile: PlacedProfile | null;
  readonly requestId: string | null;
}

type ProfileTypes =
  | 'Query'
  | 'Mutation'
  | 'Workspace'
  | 'User'
  | 'PermissionProfile'
  | 'PermissionReach'
  | 'ForecastPermissions'
  | 'LibraryFolderAccess';

const levelOf = enumOf(['ALL', 'MANAGERS_TEAM', 'REPORT_TO_THEM', 'OWN', 'NONE']);
const libraryLevelOf = enumOf(['ALL', 'SPECIFIC_FOLDERS', 'NONE']);

type Reach = 'callsAccess' | 'dealsAccess' | 'coachingAccess' | 'insightsAccess' | 'usageAccess';

const reach =
  (name: Reach | 'emailsAccess') =>
  ({ profile }: PlacedProfile): PermissionReachModel | null =>
    part(profile[name]);

const capabilitiesOf = (profile: GongPermissionProfile): PermissionCapability[] =>
  (Object.keys(capabilities) as PermissionCapability[]).filter(
    (name) => flag(profile[capabilities[name]]) === true,
  );

const toPayload = (
  { profile, requestId }: WrittenProfile,
  workspaceId: string | null,
  { loaders }: ContextValue,
): PermissionProfilePayloadModel => ({
  profile: profile && { profile: loaders.policyFilter.general(profile), workspaceId },
  requestId,
});

export const permissionProfileResolvers: Pick<Resolvers, ProfileTypes> = {
  Query: {
    permissionProfile: (_parent, { id }, { loaders }) => loaders.permissionProfiles.byId(id),
  },
  Mutation: {
    createPermissionProfile: async (_parent, { input }, context) => {
      const written = await context.mutations.send(createPermissionProfile, toNewProfile(input));
      return toPayload(written, input.workspaceId, context);
    },
    updatePermissionProfile: async (_parent, { input }, context) => {
      const change = toProfileChange(input);
      return toPayload(
        await context.mutations.send(updatePermissionProfile, change),
        null,
        context,
      );
    },
  },
  Workspace: {
    permissionProfiles: async ({ id }, _args, { loaders }) => [
      ...(await loaders.permissionProfiles.ofWorkspace(id)),
    ],
  },
  User: {
    permissionProfiles: async ({ id }, _args, { loaders }) => [
      ...(await loaders.permissionProfiles.ofUser(id)),
    ],
  },
  PermissionProfile: {
    id: ({ profile }) => referenceId(profile.id) ?? '',
    name: ({ profile }) => text(profile.name),
    description: ({ profile }) => text(profile.description),
    workspace: ({ workspaceId }, _args, context, info) =>
      workspaceReference(workspaceId, context, info),
    users: async ({ profile }, _args, context, info) => {
      const id = referenceId(profile.id) ?? '';
      const userIds = await context.loaders.permissionProfiles.usersOf(id);
      return userIds === null ? null : userReferences(userIds, context, info);
    },
    callsAccess: reach('callsAccess'),
    dealsAccess: reach('dealsAccess'),
    coachingAccess: reach('coachingAccess'),
    insightsAccess: reach('insightsAccess'),
    usageAccess: reach('usageAccess'),
    emailsAccess: reach('emailsAccess'),
    forecastPermissions: ({ profile }) => part(profile.forecastPermissions),
    libraryFolderAccess: ({ profile }) => part(profile.libraryFolderAccess),
    capabilities: ({ profile }) => capabilitiesOf(profile),
  },
  PermissionReach: {
    level: ({ permissionLevel }) => levelOf(permissionLevel),
    teamLeads: ({ permissionLevel, teamLeadIds }, _args, context, info) =>
      levelOf(permissionLevel) === 'MANAGERS_TEAM'
        ? userReferences(texts(teamLeadIds), context, info)
        : null,
  },
  ForecastPermissions: {
    forecastAccess: ({ forecastAccess }) => part(forecastAccess),
    editSubmissions: ({ forecastEditSubmissions }) => part(forecastEditSubmissions),
    editTargets: ({ forecastEditTargets }) => part(forecastEditTargets),
  },
  LibraryFolderAccess: {
    level: ({ permissionLevel }) => libraryLevelOf(permissionLevel),
    folderIds: ({ permissionLevel, libraryFolderIds }) =>
      libraryLevelOf(permissionLevel) === 'SPECIFIC_FOLDERS'
        ? texts(libraryFolderIds).filter(isGongId)
        : null,
    managePublicFolder: ({ managePublicFolder }) => flag(managePublicFolder),
    manageStreams: ({ manageStreams }) => flag(manageStreams),
    manageFolderCalls: ({ manageFolderCalls }) => flag(manageFolderCalls),
    shareFoldersAndStreams: ({ shareFoldersAndStreams }) => flag(shareFoldersAndStreams),
  },
};
