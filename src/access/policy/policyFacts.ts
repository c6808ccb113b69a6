/** The facts of a policy that the cost of an operation depends on. */
export interface PolicyFacts {
  /** Calls are judged, so calls that are only referred to must be looked up. */
  readonly mayHideCalls: boolean;
  /** More than private calls may be hidden. */
  readonly isStrict: boolean;
  /** The gateway filters lists by what Gong cannot filter, so the number of pages to read is unknown. */
  readonly mayHideMost: boolean;
  /** Only calls of some hosts may be seen. */
  readonly narrowsHosts: boolean;
  /** All users are read, to identify the viewer. */
  readonly readsUsers: boolean;
  /** The workspaces are read, to find the visible ones. */
  readonly readsWorkspaces: boolean;
  /** The permission profiles of all workspaces are read with their users, to find what the viewer's profiles show. */
  readonly readsProfiles: boolean;
  /** The viewer may write. */
  readonly mayWrite: boolean;
}

/** The facts of a policy that hides nothing. */
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
