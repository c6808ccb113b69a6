import { DEFAULT_TENANT } from '../../access/clients/client.js';
import { companyKeyOf } from '../../tenants/tenant.js';
import type { GongAccess } from '../../config/config.js';
import type { ConnectionManagement } from '../../tenants/connectionManagement.js';
import type { Connection } from '../../tenants/connections/connection.js';
import { OAuthCredentials } from '../../tenants/connections/oauthCredentials.js';
import type { Clock } from '../../lib/clock.js';
import { keyCredentials, type Credentials } from '../../gong/credentials.js';
import { keysOf } from '../../tenants/tenants.js';
import { silentLogger } from './silentLogger.js';

/** How the gateway gets at the company that the doctor looks at. */
export interface DoctorAccess {
  /** `key`: of the environment; `stored key` and `oauth`: as an administrator connected the company. */
  readonly by: 'key' | 'stored key' | 'oauth' | 'sandbox';
  readonly tenant: string;
  /** Whose requests Gong counts together, as the gateway's state names it: opaque. */
  readonly quotaKey: string;
  /** Origin of the company's API. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Scopes as Gong told with the tokens; null: it didn't, as of a key, so that they are tried. */
  readonly grantedScopes: readonly string[] | null;
}

export function keyAccess(key: GongAccess, by: 'key' | 'sandbox' = 'key'): DoctorAccess {
  return {
    by,
    tenant: DEFAULT_TENANT,
    quotaKey: companyKeyOf(key),
    baseUrl: key.baseUrl,
    credentials: keyCredentials(key),
    grantedScopes: null,
  };
}

/** Null where it is by OAuth and the gateway isn't set up for that any more. */
export function storedAccess(
  connection: Connection,
  { connections, endpoint }: Pick<ConnectionManagement, 'connections' | 'endpoint'>,
  clock: Clock,
): DoctorAccess | null {
  const { tenant, baseUrl } = connection;
  const company = { tenant, baseUrl, quotaKey: keysOf(connection).quota };
  if (connection.kind === 'key') {
    const credentials = keyCredentials(connection);
    return { by: 'stored key', ...company, credentials, grantedScopes: null };
  }
  if (endpoint === null) return null;
  const credentials = new OAuthCredentials({
    connection,
    endpoint,
    store: connections.store,
    clock,
    logger: silentLogger,
    // Nobody else in this process goes by it.
    onChange: () => undefined,
  });
  return { by: 'oauth', ...company, credentials, grantedScopes: connection.scopes };
}
