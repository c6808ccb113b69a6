import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Config } from '../config.js';
import type { Connection } from '../connections/connection.js';
import type { ConnectionStore } from '../connections/connectionStore.js';
import { OAuthCredentials } from '../connections/oauthCredentials.js';
import { RedisConnectionStore } from '../connections/redisStore.js';
import type { Clock } from '../gong/clock.js';
import { keyCredentials, type Credentials } from '../gong/credentials.js';
import type { Fetch } from '../gong/exchange.js';
import { OAuthEndpoint } from '../gong/oauth.js';
import { connectToRedis } from '../redis/connection.js';
import { Sealer } from '../sealing/sealer.js';
import { openFileConnections } from '../storage/disk.js';
import { keysOf } from '../tenants/tenants.js';
import type { DoctorAccess } from './access.js';
import { silentLogger } from './silentLogger.js';

/**
 * How a tenant's company is connected, as the gateways see it, with an access that is renewed as they renew it. Null
 * where it isn't, or where that can't be looked up: that Redis is away is said elsewhere.
 */
export async function connectedCompany(
  config: Config,
  tenant: string,
  fetch: Fetch,
  clock: Clock,
): Promise<DoctorAccess | null> {
  const { secret, redisUrl } = config;
  if (secret === undefined) return null;
  const redis = redisUrl === undefined ? null : connectToRedis(redisUrl);
  try {
    // An error says so by rejecting.
    if (redis !== null) await once(redis, 'ready').catch(() => undefined);
    const store =
      redis === null
        ? openFileConnections({ stateDir: config.stateDir, secret }, clock)
        : new RedisConnectionStore({
            redis,
            sealer: new Sealer(secret, 'connection'),
            clock,
            createId: randomUUID,
          });
    const connection = await store.get(tenant).catch(() => null);
    if (connection === null) return null;
    const credentials = credentialsOf(connection, store, config, fetch, clock);
    if (credentials === null) return null;
    // While the store can be reached; what fails, the first request tells.
    await credentials.ready()?.catch(() => undefined);
    return {
      by: connection.kind,
      tenant: keysOf(connection).quota,
      baseUrl: credentials.latest().baseUrl,
      credentials,
      grantedScopes: connection.kind === 'oauth' ? connection.scopes : null,
    };
  } finally {
    redis?.disconnect();
  }
}

function credentialsOf(
  connection: Connection,
  store: ConnectionStore,
  { oauth, anyGongHost }: Config,
  fetch: Fetch,
  clock: Clock,
): Credentials | null {
  if (connection.kind === 'key') return keyCredentials(connection);
  if (oauth === null) return null;
  return new OAuthCredentials({
    connection,
    endpoint: new OAuthEndpoint({ client: oauth, fetch, clock, anyHost: anyGongHost }),
    store,
    clock,
    logger: silentLogger,
    onChange: () => undefined,
  });
}
