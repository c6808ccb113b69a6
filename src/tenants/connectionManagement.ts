import { randomBytes, randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config/config.js';
import { DEFAULT_TENANT, TENANT_NAME } from '../access/clients/client.js';
import { Administration } from './connections/administration.js';
import { Connections } from './connections/connections.js';
import type { ConnectionStore } from './connections/connectionStore.js';
import { OAuthFlow } from './connections/oauthFlow.js';
import type { Logger } from '../lib/logger.js';
import type { Clock } from '../lib/clock.js';
import type { Fetch } from '../gong/exchange.js';
import { OAuthEndpoint } from '../gong/oauth.js';
import { enabledIn } from '../graphql/scopes/enabled.js';
import { neededScopes } from '../graphql/scopes/needed.js';
import { Sealer } from '../lib/sealer.js';
import { MemoryState } from '../lib/memoryState.js';
import type { StateStore } from '../lib/stateStore.js';
import type { Tenants } from './tenants.js';

const SECRET_BYTES = 32;

/** Manages Gong connections while the gateway runs. */
export interface ConnectionManagement {
  readonly connections: Connections;
  /** Null when OAuth is not configured. */
  readonly endpoint: OAuthEndpoint | null;
  administrationOf(gateway: {
    readonly schema: GraphQLSchema;
    readonly tenants: Tenants;
  }): Administration;
}

export interface ConnectionManagementDependencies {
  readonly config: Pick<
    Config,
    'oauth' | 'anyGongHost' | 'apiBaseUrl' | 'gong' | 'isSandbox' | 'tenants' | 'policy' | 'enabled'
  >;
  /** Seals the OAuth state. */
  readonly secret: string;
  /** Where connections are stored. */
  readonly store: ConnectionStore;
  /** Records which OAuth states were used; null: in memory. */
  readonly state: StateStore | null;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function openConnectionManagement(
  dependencies: ConnectionManagementDependencies,
): ConnectionManagement {
  const { config, secret, store, fetch, clock, logger } = dependencies;
  const { oauth } = config;
  const connections = new Connections(store, clock, logger);
  const endpoint =
    oauth === null
      ? null
      : new OAuthEndpoint({ client: oauth, fetch, clock, anyHost: config.anyGongHost });
  return {
    connections,
    endpoint,
    administrationOf: ({ schema, tenants }) => {
      const scopes = oauth?.scopes ?? neededScopes(schema, enabledIn(config));
      const flow =
        endpoint === null
          ? null
          : new OAuthFlow({
              endpoint,
              sealer: new Sealer(secret, 'oauth state'),
              state: dependencies.state ?? new MemoryState(clock),
              clock,
              createSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
              createId: randomUUID,
              scopes,
              fallbackBaseUrl: config.apiBaseUrl,
            });

      return new Administration({
        connections,
        flow,
        scopes,
        isServed: (tenant) => TENANT_NAME.test(tenant) && tenants.isServed(tenant),
        isFixed: (tenant) =>
          tenant === DEFAULT_TENANT && (config.gong !== null || config.isSandbox),
        verifyCredentials: (connection) => tenants.verifyCredentials(connection),
        forget: (connection) => tenants.forget(connection),
        logger,
        now: () => clock.now(),
        createId: randomUUID,
      });
    },
  };
}
