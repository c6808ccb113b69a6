import { text, texts } from '../../gong/coerce.js';
import type { GongPermissionProfile } from '../../gong/endpoints/permissionProfiles.js';
import type { GongUser } from '../../gong/endpoints/wire.js';
import { teamOf } from './people.js';

/** A permission profile of a workspace, with its users. */
export interface AssignedProfile {
  readonly workspaceId: string;
  readonly profile: GongPermissionProfile;
  readonly userIds: readonly string[];
}

/** IDs of the users whose calls of a workspace may be seen; null: all users. */
type Hosts = ReadonlySet<string> | null;

/** Whose calls a viewer may see, by workspace. Of a missing workspace, no calls may be seen. */
export type ProfileReach = ReadonlyMap<string, Hosts>;

/** Returns whose calls a user may see by permission profiles. Several profiles of one workspace add up. */
export function reachOf(
  userId: string,
  profiles: readonly AssignedProfile[],
  users: readonly GongUser[],
): ProfileReach {
  const reach = new Map<string, Hosts>();
  for (const { workspaceId, profile, userIds } of profiles) {
    if (!userIds.includes(userId)) continue;
    const hosts = hostsOf(userId, profile, users);
    if (hosts?.size === 0) continue;
    const before = reach.get(workspaceId);
    const isOfAll = hosts === null || before === null;
    reach.set(workspaceId, isOfAll ? null : new Set([...(before ?? []), ...hosts]));
  }
  return reach;
}

/**
 * Returns whose calls may be seen in a workspace.
 *
 * @param workspaceId undefined: all workspaces together; null: a call of an unknown workspace.
 */
export function hostsWithin(reach: ProfileReach, workspaceId: string | null | undefined): Hosts {
  const found = workspaceId === undefined ? [...reach.values()] : [reach.get(workspaceId ?? '')];
  const known = found.filter((hosts) => hosts !== undefined);
  return known.includes(null) ? null : new Set(known.flatMap((hosts) => [...(hosts ?? [])]));
}

function hostsOf(
  userId: string,
  { callsAccess }: GongPermissionProfile,
  users: readonly GongUser[],
): Hosts {
  const level: string = text(callsAccess?.permissionLevel) ?? 'none';
  switch (level) {
    case 'all':
      return null;
    case 'managers-team': {
      const leads = texts(callsAccess?.teamLeadIds);
      return new Set([userId, ...leads.flatMap((lead) => [...teamOf(lead, users)])]);
    }
    case 'report-to-them':
      return teamOf(userId, users);
    case 'own':
      return new Set([userId]);
    default:
      // `none`, and any level that Gong adds later.
      return new Set();
  }
}
