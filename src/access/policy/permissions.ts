import type { CallHook } from './hook.js';
import type { PolicySettings } from './settings.js';

/** Why a viewer may not do something, as a sentence with the way out; null: nothing stands against it. */
export interface Permissions {
  /** Against changing anything at Gong. */
  readonly writes: string | null;
  /** Against requests that somebody spells out. */
  readonly rawRequests: string | null;
}

export function permissionsOf(settings: PolicySettings, hook: CallHook | null): Permissions {
  return {
    writes: settings.readOnly
      ? 'The policy of this gateway lets you read only. Its operator can take read-only out of it.'
      : null,
    rawRequests: rawRequestDenial(settings, hook),
  };
}

function rawRequestDenial(settings: PolicySettings, hook: CallHook | null): string | null {
  const { rawRequests, workspaces, calls, mask } = settings;
  if (rawRequests === 'allow') return null;
  if (rawRequests === 'deny') {
    return 'The policy of this gateway denies raw requests. Its operator can take no-raw-requests out of it.';
  }
  const restricts =
    workspaces !== null || calls !== 'all' || mask.emails || mask.phones || hook !== null;
  return restricts
    ? 'The policy of this gateway restricts what you may see, which raw requests would go around. ' +
        'Its operator can allow them all the same, by raw-requests in it.'
    : null;
}
