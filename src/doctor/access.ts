import type { GongAccess } from '../config.js';
import { tenantOf } from '../tenants/company.js';
import { keyCredentials, type Credentials } from '../gong/credentials.js';

/** How the gateway gets at the company that the doctor looks at. */
export interface DoctorAccess {
  readonly by: 'key' | 'oauth' | 'sandbox';
  /** Which company, as the gateway's state names it: opaque. */
  readonly tenant: string;
  /** Origin of the company's API. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Scopes as Gong told with the tokens; null: it doesn't tell of a key, so that they are tried. */
  readonly grantedScopes: readonly string[] | null;
}

export function keyAccess(key: GongAccess, by: 'key' | 'sandbox' = 'key'): DoctorAccess {
  return {
    by,
    tenant: tenantOf(key),
    baseUrl: key.baseUrl,
    credentials: keyCredentials(key),
    grantedScopes: null,
  };
}
