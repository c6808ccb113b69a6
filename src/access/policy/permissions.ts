import type { CallHook } from './hook.js';
import type { PolicySettings } from './settings.js';

/** Why a viewer may not do something, as a sentence with the fix; null when the viewer may. */
export interface Permissions {
  /** Forbids all writes. */
  readonly writes: string | null;
  /** Forbids raw requests. */
  readonly rawRequests: string | null;
  /** Forbids the audit log. */
  readonly auditLog: string | null;
  /** Forbids flows, prospects, and tasks. */
  readonly engage: string | null;
  /** Forbids data about calls and people that the gateway cannot filter. */
  readonly unfiltered: string | null;
  /** Forbids changing what users of Gong may see. */
  readonly permissionProfiles: string | null;
}

export function permissionsOf(settings: PolicySettings, hook: CallHook | null): Permissions {
  return {
    writes: settings.readOnly
      ? 'The policy of this gateway allows reading only. An operator can remove "read-only" from it.'
      : null,
    rawRequests: rawRequestDenial(settings, hook),
    auditLog: auditLogDenial(settings, hook),
    engage:
      hook !== null && settings.rawRequests !== 'allow'
        ? 'The policy of this gateway has a module that judges calls, and flows, prospects, and tasks are none. ' +
          'Its operator can allow them, together with raw requests, by raw-requests in the policy.'
        : null,
    unfiltered: unfilteredDenial(settings, hook, 'this'),
    permissionProfiles: profileDenial(settings, hook),
  };
}

function auditLogDenial(settings: PolicySettings, hook: CallHook | null): string | null {
  if (settings.auditLog === 'deny') {
    return 'The policy of this gateway denies the audit log. An operator can remove "no-audit" from it.';
  }
  return unfilteredDenial(settings, hook, 'the audit log');
}

function profileDenial(settings: PolicySettings, hook: CallHook | null): string | null {
  return settings.rawRequests !== 'allow' && restricts(settings, hook)
    ? 'The policy of this gateway restricts what you may see, and a permission profile decides what users may see. ' +
        'Its operator can allow changing profiles, together with raw requests, by raw-requests in the policy.'
    : null;
}

function unfilteredDenial(
  settings: PolicySettings,
  hook: CallHook | null,
  what: string,
): string | null {
  return settings.rawRequests !== 'allow' && restricts(settings, hook)
    ? `The policy of this gateway restricts what you may see, and ${what} would show all of it. ` +
        'An operator can allow it, together with raw requests, by adding "raw-requests" to the policy.'
    : null;
}

/** Returns whether the policy hides or masks more than private calls. */
function restricts({ workspaces, calls, mask }: PolicySettings, hook: CallHook | null): boolean {
  return workspaces !== null || calls !== 'all' || mask.emails || mask.phones || hook !== null;
}

function rawRequestDenial(settings: PolicySettings, hook: CallHook | null): string | null {
  const { rawRequests } = settings;
  if (rawRequests === 'allow') return null;
  if (rawRequests === 'deny') {
    return 'The policy of this gateway denies raw requests. An operator can remove "no-raw-requests" from it.';
  }
  return restricts(settings, hook)
    ? 'The policy of this gateway restricts what you may see, and raw requests would bypass it. ' +
        'An operator can allow them by adding "raw-requests" to the policy.'
    : null;
}
