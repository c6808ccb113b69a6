import type { CallHook } from './hook.js';
import type { PolicySettings } from './settings.js';
import type { Viewer } from './viewer.js';

/** The policy of viewers with a role. */
export interface RolePolicy {
  readonly role: string;
  readonly settings: PolicySettings;
}

/** What a company's viewers may see and do. */
export interface Policies {
  /** The policy of viewers without any of the roles. */
  readonly base: PolicySettings;
  /** In order of precedence. */
  readonly roles: readonly RolePolicy[];
  /** Judges each call after the settings; null when there is no module. */
  readonly hook: CallHook | null;
}

/** Returns the policy of a viewer: that of the first listed role that the viewer has, or else the base. */
export function settingsFor({ base, roles }: Policies, viewer: Viewer): PolicySettings {
  return roles.find(({ role }) => viewer.roles.includes(role))?.settings ?? base;
}
