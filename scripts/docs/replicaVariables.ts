import type { replicaVariables } from '../../src/config/replica.js';
import type { VariableDoc } from './variableGroups.js';

/** The variables of the replica and its sync. */
export const replicaVariableDocs: Readonly<Record<keyof typeof replicaVariables, VariableDoc>> = {
  GATEWAY_REPLICA: {
    group: 'Replica',
    description:
      'Whether the gateway keeps a copy of the calls: `on` in an encrypted file below `GATEWAY_STATE_DIR`, or in the PostgreSQL database of a URL, which several instances share. Needs `GATEWAY_SECRET`. `on` in the sandbox if unset, in a temporary file.',
    example: 'on',
    fallback: '`off`',
  },
  GATEWAY_REPLICA_HOLDS: {
    group: 'Replica',
    description:
      'Parts of calls to keep, separated by commas. `BASIC` is always kept. A search that needs another part is refused.',
    example: 'BASIC, PARTIES, TRANSCRIPT',
    fallback: 'all parts',
  },
  GATEWAY_REPLICA_SINCE_DAYS: {
    group: 'Replica',
    description: 'How far back the first copy reaches, by start time.',
    unit: 'days',
    example: '730',
  },
  GATEWAY_REPLICA_KEEP_DAYS: {
    group: 'Replica',
    description:
      'How long calls are kept, by start time. Older calls are removed daily, and the change feed reports them as `GONE`.',
    unit: 'days',
    example: '365',
    fallback: 'unlimited',
  },
  GATEWAY_REPLICA_CRM_FIELDS: {
    group: 'Replica',
    description:
      'Names of CRM fields whose values are kept, separated by commas. IDs of CRM records are always kept.',
    example: 'Name, StageName',
  },
  GATEWAY_REPLICA_WHEN_GONG_FAILS: {
    group: 'Replica',
    description:
      'Whether the replica answers what Gong cannot, while Gong fails or the daily quota is used up. `extensions.gong.stale` then names the paths.',
    example: 'on',
  },
  GATEWAY_SYNC_REQUESTS_PER_DAY: {
    group: 'Replica',
    description: 'Most requests to Gong that the sync sends per day.',
    unit: 'requests',
    example: '1000',
  },
  GATEWAY_SYNC_FILL_REQUESTS_PER_DAY: {
    group: 'Replica',
    description: 'The same on days on which it makes the first copy.',
    unit: 'requests',
    example: '5000',
  },
};
