import type { CallVisibility } from '../../replica/visibility.js';
import type { ProfileReach } from './profileReach.js';

/**
 * Calls of some hosts in some workspaces, as conditions; null for every call.
 *
 * @param hosts null: of all users.
 * @param workspaces null: of all workspaces.
 */
export function callsOf(
  hosts: ReadonlySet<string> | null,
  workspaces: ReadonlySet<string> | null,
): CallVisibility['anyOf'] {
  if (hosts === null && workspaces === null) return null;
  if (hosts?.size === 0 || workspaces?.size === 0) return [];
  return [{ workspaceIds: idsIn(workspaces), hostIds: idsIn(hosts) }];
}

/** The same for the calls that permission profiles show, which say whose in each workspace. */
export function reachableCalls(
  reach: ProfileReach,
  workspaces: ReadonlySet<string> | null,
): CallVisibility['anyOf'] {
  return [...reach].flatMap(([workspaceId, hosts]) =>
    workspaces?.has(workspaceId) === false ? [] : (callsOf(hosts, new Set([workspaceId])) ?? []),
  );
}

function idsIn(ids: ReadonlySet<string> | null): readonly string[] | null {
  return ids === null ? null : [...ids].sort();
}
