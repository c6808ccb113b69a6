import type { CallHook } from './hook.js';
import type { PolicySettings } from './settings.js';
import type { Viewer } from './viewer.js';

/** The policy of whoever has a role. */
export interface RolePolicy {
  readonly role: string;
  readonly settings: PolicySettings;
}

/** What a company's viewers may see and do. */
export interface Policies {
  /** What holds for viewers without any of the roles. */
  readonly base: PolicySettings;
  /** In the order in which they count. */
  readonly roles: readonly RolePolicy[];
  /** Judges each call after the settings did; null: there is none. */
  readonly hook: CallHook | null;
}

/** The policy of a viewer: that of the first listed role that the viewer has takes the place of the base. */
export function settingsFor({ base, roles }: Policies, viewer: Viewer): PolicySettings {
  return roles.find(({ role }) => viewer.roles.includes(role))?.settings ?? base;
}
