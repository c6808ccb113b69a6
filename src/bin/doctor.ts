import type { Command } from './commandLine/command.js';
import { diagnose } from './doctor/diagnose.js';
import { diagnosisText } from './doctor/diagnosisText.js';
import { keyAccess } from './doctor/access.js';
import { systemClock } from '../lib/clock.js';
import { findGateway } from './client/attach.js';
import { GraphQLClient } from './client/graphqlClient.js';
import { replicaQuery, type ReplicaView } from './sync/view.js';
import { createKeepAliveFetch } from '../gong/fetch.js';
import { createSandbox, DEFAULT_CREDENTIAL } from '../../sandbox/src/index.js';

/** Reports whether a gateway with this environment would work, and what to do if not. */
export const doctor: Command = {
  forms: ['[--all-scopes] [TENANT]'],
  help: `Checks whether a gateway with this environment would work, with at most 5 requests to Gong.
Ends with 1 when there is a problem.

  TENANT        The tenant whose company to check. If omitted, the default tenant's or the first.
  --all-scopes  Tries each scope of an API key with a request that only reads, 40 requests at most.
                Scopes that only writes or requests for Gong credits need are listed, not tried.
  -h, --help    Prints this text.`,
  options: { 'all-scopes': { type: 'boolean' } },
  mostPositionals: 1,
  run: async ({ values, positionals }) => {
    const gong = createKeepAliveFetch(systemClock);
    try {
      const request = { tenant: positionals[0], triesAllScopes: values['all-scopes'] === true };
      const diagnosis = await diagnose(process.env, request, {
        fetch: gong.fetch,
        clock: systemClock,
        random: Math.random,
        askReplica,
        startSandbox: async () => {
          const { url, close } = await createSandbox().listen();
          return { access: keyAccess({ ...DEFAULT_CREDENTIAL, baseUrl: url }, 'sandbox'), close };
        },
      });
      console.log(diagnosisText(diagnosis));
      if (diagnosis.findings.some(({ grade }) => grade === 'problem')) process.exitCode = 1;
    } finally {
      gong.close();
    }
  },
};

/** What the gateway on this machine says of its replica; null: none runs, or it refuses. */
async function askReplica(): Promise<ReplicaView | null> {
  const gateway = await findGateway({ environment: process.env, fetch }).catch(() => null);
  if (gateway === null) return null;
  const client = new GraphQLClient({ ...gateway, fetch, clock: systemClock });
  const response = await client.send({ query: replicaQuery, variables: {} }).catch(() => null);
  return (response?.data?.['replica'] as ReplicaView | null | undefined) ?? null;
}
