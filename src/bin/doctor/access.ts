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

/** The doctor's access to a company. */
export interface DoctorAccess {
  /** `key`: from the environment; `stored key` and `oauth`: from a stored connection. */
  readonly by: 'key' | 'stored key' | 'oauth' | 'sandbox';
  readonly tenant: string;
  /** Opaque name of the company whose requests Gong counts together. */
  readonly quotaKey: string;
  /** Origin of the company's API. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Scopes that Gong granted with the tokens; null when unknown, as for a key, so that they must be tried. */
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

/** Returns null for an OAuth connection when OAuth is no longer configured. */
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
    // No other code in this process uses this connection.
    onChange: () => undefined,
  });
  return { by: 'oauth', ...company, credentials, grantedScopes: connection.scopes };
}
