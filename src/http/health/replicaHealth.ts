import { counted } from '../../lib/counted.js';
import type { ReplicaStatus } from '../../replica/status.js';
import type { HealthPart } from './health.js';

/** The worst first. */
const states = ['UNAVAILABLE', 'BEHIND', 'FILLING', 'CURRENT'] as const;

const verdicts: Readonly<Record<(typeof states)[number], Pick<HealthPart, 'status' | 'message'>>> =
  {
    UNAVAILABLE: {
      status: 'unavailable',
      message: 'A replica cannot be read or written. Fields that do not need it are unaffected.',
    },
    BEHIND: {
      status: 'behind',
      message:
        'A replica notices changes later than planned. Query.replica and npm run doctor say why.',
    },
    FILLING: {
      status: 'filling',
      message:
        'The first copy of a company is being made, or words are rebuilt after an upgrade. Query.replica says which.',
    },
    CURRENT: { status: 'current', message: 'The replicas notice changes as planned.' },
  };

/**
 * Returns the part of the health response about replicas, by the one that is worst off. It names no tenants.
 *
 * @param companies the companies that were used so far, each with its replica; null: it has none.
 */
export function replicaHealth(
  companies: readonly { readonly replica: ReplicaStatus | null }[],
): HealthPart {
  const replicas = companies.flatMap(({ replica }) => replica ?? []);
  const worst = states.find((state) => replicas.some((replica) => replica.state === state));
  if (worst === undefined) {
    return { status: 'off', message: 'There is no replica.', replicas: 0 };
  }
  const count = replicas.filter(({ state }) => state === worst).length;
  const lateness = Math.max(...replicas.map((replica) => replica.lateness ?? 0));
  const { status, message } = verdicts[worst];
  return {
    status,
    message: `${message} This is so for ${count} of ${counted(replicas.length, 'replica')}.`,
    replicas: replicas.length,
    lateness,
  };
}
