import { SECOND_MS, MINUTE_MS, systemClock } from '../lib/clock.js';
import { attachGateway } from './client/attach.js';
import { GatewayError, GraphQLClient } from './client/graphqlClient.js';
import { ProgressBar } from './client/progressBar.js';
import type { Command } from './commandLine/command.js';
import { replicaQuery, syncLine, type ReplicaView } from './sync/view.js';

/** How often the gateway is asked. It answers from memory. */
const INTERVAL_MS = 2 * SECOND_MS;
/** Where there is no terminal, a line is printed this often. */
const LINE_INTERVAL_MS = MINUTE_MS;

/** Fills the replica, and shows how far it is. */
export const sync: Command = {
  forms: ['[--until-current]'],
  help: `Shows how far the replica is, until it is stopped. It asks the gateway at GATEWAY_URL, or the one that runs on this
machine, with the token in GATEWAY_CLIENT_TOKEN. Where none runs, it starts one, which syncs for as long.

  --until-current  Ends with 0 once the replica is current, and with 1 when there is none.
  -h, --help       Prints this text.`,
  options: { 'until-current': { type: 'boolean' } },
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
        const client = new GraphQLClient({ ...gateway, fetch, clock: systemClock });
        await watch(client, bar, stop.signal, values['until-current'] === true);
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
    await pause(stop);
  }
}

/** Waits until the gateway is to be asked again, or the program is stopped. */
function pause(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      stop.removeEventListener('abort', end);
      resolve();
    };
    const cancel = systemClock.after(INTERVAL_MS, end);
    stop.addEventListener('abort', end);
  });
}

async function read(client: GraphQLClient): Promise<ReplicaView> {
  const { data, errors = [] } = await client.send({ query: replicaQuery, variables: {} });
  const replica = data?.['replica'] as ReplicaView | null | undefined;
  if (replica == null)
    throw new GatewayError(errors[0]?.message ?? 'The gateway shows no replica.');
  return replica;
}
