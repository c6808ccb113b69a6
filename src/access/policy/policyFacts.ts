/** What of a policy decides on what an operation costs. */
export interface PolicyFacts {
  /** Calls are judged: those that are only named have to be looked up. */
  readonly mayHideCalls: boolean;
  /** More than private calls may be hidden. */
  readonly isStrict: boolean;
  /** Lists are filtered here by what Gong can't be asked for: how much is read for them nothing tells. */
  readonly mayHideMost: boolean;
  /** Only calls of some hosts may be seen. */
  readonly narrowsHosts: boolean;
  /** All users are read, to know who the viewer is. */
  readonly readsUsers: boolean;
  /** The workspaces are read, to know which may be seen. */
  readonly readsWorkspaces: boolean;
  /** The permission profiles of all workspaces are read with their users, to know what the viewer's show. */
  readonly readsProfiles: boolean;
  /** The viewer may change something. */
  readonly mayWrite: boolean;
}

/** Where nothing is hidden. */
export const unrestrictedFacts: PolicyFacts = {
  mayHideCalls: false,
  isStrict: false,
  mayHideMost: false,
  narrowsHosts: false,
  readsUsers: false,
  readsWorkspaces: false,
  readsProfiles: false,
  mayWrite: true,
};
