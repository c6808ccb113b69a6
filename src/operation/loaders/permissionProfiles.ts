import DataLoader from 'dataloader';
import type { AssignedProfile } from '../../access/policy/profileReach.js';
import type { Company } from '../../company/company.js';
import {
  getPermissionProfile,
  listPermissionProfile,
  listPermissionProfileUsers,
  type GongPermissionProfile,
} from '../../gong/endpoints/permissionProfiles.js';
import { listWorkspaces } from '../../gong/endpoints/settings.js';
import { idOf, referenceId } from '../../gong/endpoints/wire.js';
import { GongError } from '../../gong/errors.js';
import type { Operation } from '../operation.js';
import type { Reads, WholeLists } from '../reads.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';
import { settled, wholeKeys } from './settled.js';

/** A permission profile, and the workspace whose list contains it; null when it was read by ID. */
export interface PlacedProfile {
  readonly profile: GongPermissionProfile;
  readonly workspaceId: string | null;
}

/**
 * The company's permission profiles with their users, as far as the operation has read them. Each is read once per
 * operation, and none is masked.
 */
export class ProfileDirectory {
  private readonly users: DataLoader<string, readonly string[] | null>;
  private reading: Promise<readonly AssignedProfile[]> | null = null;

  /** @param allowed IDs of the workspaces that the viewer may see; null: all. Others are not read. */
  constructor(
    company: Company,
    operation: Operation,
    private readonly lists: WholeLists,
    private readonly allowed: () => Promise<ReadonlySet<string> | null>,
  ) {
    const source = company.records(listPermissionProfileUsers);
    this.users = new DataLoader(async (ids) => {
      const found = await settled(company.reads.load(source, wholeKeys(ids), operation));
      return found.map((each) => (each instanceof Error ? each : (each?.userIds ?? null)));
    });
  }

  /** Returns the IDs of the users of a profile; null when Gong has no such profile. */
  usersOf(profileId: string): Promise<readonly string[] | null> {
    return this.users.load(profileId);
  }

  /** Returns the profiles of all workspaces that the viewer may see. */
  all(): Promise<readonly AssignedProfile[]> {
    this.reading ??= this.readAll();
    return this.reading;
  }

  private async readAll(): Promise<readonly AssignedProfile[]> {
    const [workspaces, allowed] = await Promise.all([
      this.lists.load(listWorkspaces, null),
      this.allowed(),
    ]);
    const ids = workspaces.flatMap(({ id }) => idOf(id) ?? []);
    const seen = ids.filter((id) => allowed?.has(id) !== false);
    return (await Promise.all(seen.map((id) => this.readWorkspace(id)))).flat();
  }

  private async readWorkspace(workspaceId: string): Promise<readonly AssignedProfile[]> {
    const profiles = await this.lists.load(listPermissionProfile, workspaceId);
    return Promise.all(
      profiles.map(async (profile) => {
        const userIds = await this.usersOf(referenceId(profile.id) ?? '');
        return { workspaceId, profile, userIds: userIds ?? [] };
      }),
    );
  }
}

export interface PermissionProfileLoaders {
  /** Returns a profile by ID; null when Gong has none, or when its workspace may not be seen. */
  readonly byId: (id: string) => Promise<PlacedProfile | null>;
  /** Returns the profiles of a workspace. */
  readonly ofWorkspace: (workspaceId: string) => Promise<readonly PlacedProfile[]>;
  /** Returns the profiles of a user in all visible workspaces. */
  readonly ofUser: (userId: string) => Promise<readonly PlacedProfile[]>;
  /** Returns the IDs of the users of a profile; null when Gong has no such profile. */
  readonly usersOf: (profileId: string) => Promise<readonly string[] | null>;
}

export function createPermissionProfileLoaders(
  directory: ProfileDirectory,
  {
    reads,
    allowed,
    policyFilter,
  }: {
    readonly reads: Reads;
    readonly allowed: () => Promise<ReadonlySet<string> | null>;
    readonly policyFilter: CallPolicyFilter;
  },
): PermissionProfileLoaders {
  const ofWorkspace = async (workspaceId: string): Promise<readonly PlacedProfile[]> => {
    const profiles = await reads.whole(listPermissionProfile, workspaceId);
    return profiles.map((profile) => ({ profile, workspaceId }));
  };
  return {
    byId: async (id) => {
      const seen = await allowed();
      if (seen === null) {
        const profile = await reads.one(getPermissionProfile, id).catch(nullIfRefused);
        return profile === null ? null : { profile, workspaceId: null };
      }
      // A profile does not name its workspace. Only profiles that an allowed workspace lists may be seen.
      const profiles = (await Promise.all([...seen].map(ofWorkspace))).flat();
      return profiles.find(({ profile }) => idOf(profile.id) === id) ?? null;
    },
    ofWorkspace,
    ofUser: async (userId) =>
      (await directory.all())
        .filter(({ userIds }) => userIds.includes(userId))
        .map(({ profile, workspaceId }) => ({
          profile: policyFilter.general(profile),
          workspaceId,
        })),
    usersOf: (profileId) => directory.usersOf(profileId),
  };
}

/** When a request contains only an ID and Gong refuses it with "Bad request", the ID is the cause. */
function nullIfRefused(error: unknown): null {
  if (error instanceof GongError && error.kind === 'bad-request') return null;
  throw error;
}
