import type { ReplicaConfig } from '../../../replica/replicaConfig.js';
import type { ReplicaView } from '../../sync/view.js';
import { ok, warning, type Finding } from '../finding.js';

/**
 * How the replica stands, as the running gateway says.
 *
 * @param ask what the gateway on this machine says; null: none runs, or it does not say.
 */
export async function replicaFinding(
  { place, sinceDays }: ReplicaConfig,
  stateDir: string,
  ask: () => Promise<ReplicaView | null>,
): Promise<Finding> {
  const where = typeof place === 'object' ? 'in PostgreSQL' : `in a file below ${stateDir}`;
  const replica = await ask();
  if (replica === null) {
    return ok(
      'Replica',
      `kept ${where}, ${sinceDays} days back. No gateway on this machine says how far it is.`,
    );
  }
  const { state, reasons, asOf, requestsToday, requestsPerDay } = replica;
  const facts = `kept ${where}: ${state}, as of ${asOf ?? 'never'}, ${requestsToday} of ${requestsPerDay} requests today.`;
  if (state === 'CURRENT' || state === 'FILLING') return ok('Replica', facts);
  return warning(
    'Replica',
    facts,
    reasons.length === 0 ? 'Look into the log of the gateway.' : `${reasons.join('. ')}.`,
  );
}
