import { createHash, randomBytes } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Config, GongAccess } from './config.js';
import type { ContextValue } from './context.js';
import { GongClient, type Fetch, type Logger } from './gong/client.js';
import { SECOND_MS, type Clock } from './gong/clock.js';
import { OperationScope } from './planner/operationScope.js';
import { Scheduler } from './gong/scheduler.js';
import { CursorCodec } from './loaders/cursors.js';
import { createLoaders } from './loaders/index.js';
import { Planner } from './planner/planner.js';
import { createSchema } from './schema.js';

/** How long one attempt at a request may take. A page of a hundred detailed calls takes seconds. */
const ATTEMPT_TIMEOUT_MS = 20 * SECOND_MS;

/** Two requests a second apart may arrive a little closer together. */
const SCHEDULER_MARGIN_MS = 15;

/** What the gateway can't do itself: the network, time and chance. */
export interface Dependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** The parts of the gateway that live as long as the process, put together. */
export interface Gateway {
  readonly schema: GraphQLSchema;
  /** The context of one operation; its scope must be closed when the operation ends. */
  createContext(): ContextValue;
}

export function createGateway(
  config: Pick<Config, 'requestsPerSecond' | 'companyTimeZone' | 'deadlineMs' | 'secret'>,
  access: GongAccess,
  dependencies: Dependencies,
): Gateway {
  const { fetch, clock, random, logger } = dependencies;
  const credentials = Buffer.from(`${access.accessKey}:${access.accessKeySecret}`);
  const client = new GongClient({
    fetch,
    baseUrl: access.baseUrl,
    authorization: `Basic ${credentials.toString('base64')}`,
    scheduler: new Scheduler({
      requestsPerSecond: config.requestsPerSecond,
      marginMs: SCHEDULER_MARGIN_MS,
      clock,
    }),
    clock,
    random,
    logger,
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
  });
  const planner = new Planner(client, clock);
  const secret = config.secret ?? randomBytes(32).toString('base64');
  const cursors = new CursorCodec(secret, tenantOf(access));
  const { companyTimeZone, deadlineMs } = config;

  return {
    schema: createSchema(),
    createContext: () => {
      const scope = new OperationScope(clock, deadlineMs);
      const loaders = createLoaders({ planner, scope, cursors, companyTimeZone });
      return { loaders, scope, now: () => clock.now() };
    },
  };
}

/** Which company the data is of, as far as this gateway can tell; holds no secret. */
function tenantOf({ baseUrl, accessKey }: GongAccess): string {
  return createHash('sha256').update(`${baseUrl} ${accessKey}`).digest('base64url');
}
