import { ok, warning, type Finding } from '../finding.js';

/** @param reason why nothing can be kept there, such as `EACCES`; null: it can. */
export function stateDirFinding(stateDir: string, reason: string | null): Finding {
  if (reason === null) return ok('State', `${stateDir} can be written to.`);
  return warning(
    'State',
    `${stateDir} can't be written to (${reason}): the day's count, and a wait that Gong asked for, end with the process.`,
    "Set GATEWAY_STATE_DIR to a folder that is the gateway's own, or REDIS_URL.",
  );
}
