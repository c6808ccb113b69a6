import { createInterface } from 'node:readline/promises';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import { readSecret } from '../config/config.js';
import { SECOND_MS, MINUTE_MS, sleep, systemClock } from '../lib/clock.js';
import { attachGateway } from './client/attach.js';
import { GatewayError, GraphQLClient } from './client/graphqlClient.js';
import { ProgressBar } from './client/progressBar.js';
import type { Arguments } from './commandLine/arguments.js';
import type { Command } from './commandLine/command.js';
import { confirmDeletions } from './sync/deletions.js';
import { replicaQuery, syncLine, type ReplicaView } from './sync/view.js';

/** How often the gateway is asked. It answers from memory. */
const INTERVAL_MS = 2 * SECOND_MS;
/** Where there is no terminal, a line is printed this often. */
const LINE_INTERVAL_MS = MINUTE_MS;

/** Fills the replica, shows how far it is, and confirms deletions. */
export const sync: Command = {
  forms: ['[--until-current]', '--confirm-deletions [--calls N] [--tenant NAME]'],
  help: `Shows how far the replica is, until it is stopped. It asks the gateway at GATEWAY_URL, or the one that runs on this
machine, with the token in GATEWAY_CLIENT_TOKEN. Where none runs, it starts one, which syncs for as long.

When Gong no longer shows many calls, the replica keeps them. The second form shows how many, asks whether people
deleted them, and needs GATEWAY_ADMIN_TOKEN.

  --until-current      Ends with 0 once the replica is current, and with 1 when there is none.
  --confirm-deletions  Confirms that calls which Gong no longer shows are deleted.
  --calls N            Confirms them without a question, if they are N.
  --tenant NAME        The tenant whose calls are missing. If omitted, default.
  -h, --help           Prints this text.`,
  options: {
    'until-current': { type: 'boolean' },
    'confirm-deletions': { type: 'boolean' },
    calls: { type: 'string' },
    tenant: { type: 'string' },
  },
  run: async ({ values }) => {
    const bar = new ProgressBar(process.stderr);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        stop.abort();
      });
    }
    try {
      const gateway = await attachGateway({ environment: process.env, fetch });
      try {
        if (values['confirm-deletions'] === true) {
          await confirm(gateway.origin, values);
        } else {
          const client = new GraphQLClient({ ...gateway, fetch, clock: systemClock });
          await watch(client, bar, stop.signal, values['until-current'] === true);
        }
      } finally {
        await gateway.close();
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      bar.line(error.message);
      process.exitCode = 1;
    }
  },
};

async function confirm(origin: string, values: Arguments['values']): Promise<void> {
  const { calls, tenant = DEFAULT_TENANT } = values as { calls?: string; tenant?: string };
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : null;
  try {
    await confirmDeletions({
      origin,
      adminToken: readSecret(process.env, 'GATEWAY_ADMIN_TOKEN'),
      tenant,
      calls: calls === undefined ? undefined : Number(calls),
      ask: terminal === null ? null : (question) => terminal.question(question),
      print: (line) => {
        console.log(line);
      },
      fetch,
    });
  } finally {
    terminal?.close();
  }
}

async function watch(
  client: GraphQLClient,
  bar: ProgressBar,
  stop: AbortSignal,
  isUntilCurrent: boolean,
): Promise<void> {
  let printed = '';
  let printedAt = -Infinity;
  while (!stop.aborted) {
    const replica = await read(client);
    const { share, text } = syncLine(replica);
    bar.show(share, text);
    const state = `${replica.state} ${replica.reasons.join(' ')}`;
    const isDue = systemClock.monotonic() - printedAt >= LINE_INTERVAL_MS;
    if (state !== printed || (process.stderr.isTTY !== true && isDue)) {
      bar.line(text);
      printed = state;
      printedAt = systemClock.monotonic();
    }
    if (replica.state === 'OFF') {
      throw new Error(
        'There is no replica. Set GATEWAY_REPLICA: see docs/how-to/keep-a-replica.md.',
      );
    }
    if (isUntilCurrent && replica.state === 'CURRENT') return;
    await sleep(systemClock, INTERVAL_MS, stop);
  }
}

async function read(client: GraphQLClient): Promise<ReplicaView> {
  const { data, errors = [] } = await client.send({ query: replicaQuery, variables: {} });
  const replica = data?.['replica'] as ReplicaView | null | undefined;
  if (replica == null)
    throw new GatewayError(errors[0]?.message ?? 'The gateway shows no replica.');
  return replica;
}
