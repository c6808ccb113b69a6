import { ok, warning, type Finding } from '../finding.js';

/** @param reason why nothing can be stored there, such as `EACCES`; null when it can. */
export function stateDirFinding(stateDir: string, reason: string | null): Finding {
  if (reason === null) return ok('State', `${stateDir} is writable.`);
  return warning(
    'State',
    `${stateDir} is not writable (${reason}): the daily request count and Gong's Retry-After do not survive a restart.`,
    'Set GATEWAY_STATE_DIR to a folder that only the gateway uses, or set REDIS_URL.',
  );
}
