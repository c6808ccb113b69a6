import { apiDescription } from '../description.js';
import type { createIdMaker } from '../random.js';
import type { Company, PermissionProfile } from './types.js';

type Profile = PermissionProfile['profile'];

/** A profile that allows nothing, as Gong fills in what a new one leaves open. */
export const blankProfile = (id: string, name: string): Profile => {
  const none = { permissionLevel: 'none', teamLeadIds: null };
  return {
    id,
    name,
    description: '',
    ...Object.fromEntries(flags().map((flag) => [flag, false])),
    // Seen to be null where the others are false.
    orchestrateCreateAndManagePlays: null,
    callsAccess: none,
    libraryFolderAccess: {
      permissionLevel: 'none',
      libraryFolderIds: null,
      managePublicFolder: false,
      manageStreams: false,
      manageFolderCalls: false,
      shareFoldersAndStreams: false,
    },
    dealsAccess: none,
    forecastPermissions: {
      forecastAccess: none,
      forecastEditSubmissions: none,
      forecastEditTargets: none,
    },
    coachingAccess: none,
    insightsAccess: none,
    usageAccess: none,
    emailsAccess: none,
  };
};

/** What users of a profile may see, with what each role does besides. */
interface Plan {
  name: string;
  description: string;
  level: string;
  teamLeadIds?: string[];
  flags: readonly string[];
  userIds: string[];
}

/** Five profiles in every workspace. Each user has one there, by their place in the company. */
export const createPermissionProfiles = (
  company: Company,
  nextId: ReturnType<typeof createIdMaker>,
): PermissionProfile[] =>
  company.workspaces.flatMap(({ id: workspaceId }) => {
    const libraryFolderIds = company.folders
      .filter((folder) => folder.workspaceId === workspaceId)
      .slice(0, 2)
      .map(({ id }) => id);
    return plansOf(company).map((plan) => {
      const { name, description, level, teamLeadIds = null, userIds } = plan;
      const access = { permissionLevel: level, teamLeadIds };
      const isLibraryOpen = level === 'all' || libraryFolderIds.length === 0;
      const library = isLibraryOpen
        ? { permissionLevel: 'all', managePublicFolder: level === 'all' }
        : { permissionLevel: 'specific-folders', libraryFolderIds };
      const blank = blankProfile(nextId(), name);
      const profile = {
        ...blank,
        description,
        ...Object.fromEntries(plan.flags.map((flag) => [flag, true])),
        callsAccess: access,
        dealsAccess: access,
        emailsAccess: access,
        coachingAccess: access,
        ...(level === 'none'
          ? {}
          : {
              libraryFolderAccess: { ...(blank['libraryFolderAccess'] as object), ...library },
              forecastPermissions: {
                forecastAccess: access,
                forecastEditSubmissions: { permissionLevel: 'own', teamLeadIds: null },
                forecastEditTargets: { permissionLevel: 'none', teamLeadIds: null },
              },
            }),
      };
      return { workspaceId, userIds, profile };
    });
  });

const plansOf = ({ users }: Company): readonly Plan[] => {
  const managers = new Set(users.flatMap(({ managerId }) => managerId ?? []));
  const [first, ...others] = users.map(({ id }) => id);
  const leads = others.slice(0, 3);
  const rest = others.slice(3);
  const everyday = ['callsAndSearch', 'library', 'scoreCalls', 'account', 'deals'];
  return [
    {
      name: 'Administrator',
      description: 'Sees everything',
      level: 'all',
      flags: [...everyday, 'manageGeneralBusinessSettings', 'manageScorecards', 'deleteCalls'],
      userIds: first === undefined ? [] : [first],
    },
    {
      name: 'Guest',
      description: 'Sees no calls',
      level: 'none',
      flags: ['library'],
      userIds: [],
    },
    {
      name: 'Leadership',
      description: 'Sees the teams of all leaders',
      level: 'managers-team',
      teamLeadIds: leads,
      flags: [...everyday, 'teamStats', 'forecast', 'coaching'],
      userIds: leads,
    },
    {
      name: 'Manager',
      description: 'Sees their reports',
      level: 'report-to-them',
      flags: [...everyday, 'teamStats', 'coaching'],
      userIds: rest.filter((id) => managers.has(id)),
    },
    {
      name: 'Representative',
      description: 'Sees their own calls',
      level: 'own',
      flags: everyday,
      userIds: rest.filter((id) => !managers.has(id)),
    },
  ];
};

/** Members of a profile that are true or false, as the description lists them. */
const flags = (): readonly string[] => {
  const { components } = apiDescription().document as unknown as {
    components: { schemas: Record<string, { properties: Record<string, { type?: unknown }> }> };
  };
  const members = Object.entries(components.schemas['PermissionProfileDTO']?.properties ?? {});
  return members.flatMap(([name, { type }]) => (type === 'boolean' ? [name] : []));
};
