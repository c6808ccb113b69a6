import { TENANT_NAME } from '../../access/clients/client.js';
import type { Logger } from '../../lib/logger.js';
import type { GongError } from '../../gong/errors.js';
import type { Connection, KeyConnection } from './connection.js';
import { isRevoked, type Connections } from './connections.js';
import type { OAuthFlow } from './oauthFlow.js';

/** A connection as an administrator sees it, without credentials. Times are RFC 3339. */
export interface ConnectionSummary {
  readonly tenant: string;
  readonly kind: 'oauth' | 'key';
  /** `revoked`: Gong no longer accepts it, and it must be connected again. */
  readonly status: 'connected' | 'revoked';
  /** Origin of the company's API. */
  readonly gong: string;
  readonly connectedAt: string;
  /** When the access token expires. It is renewed before. */
  readonly accessExpiresAt?: string;
  /** The granted scopes; omitted when Gong did not send them. */
  readonly scopes?: readonly string[];
  /** The scopes that were requested but not granted. */
  readonly missingScopes?: readonly string[];
}

/** An administrator's request is not possible. The message says why, and what to do. */
export class AdministrationError extends Error {
  constructor(
    readonly reason: 'unknown-tenant' | 'fixed-tenant' | 'no-oauth' | 'not-connected' | 'refused',
    message: string,
  ) {
    super(message);
    this.name = 'AdministrationError';
  }
}

export interface AdministrationOptions {
  readonly connections: Connections;
  /** Null when OAuth is not configured. */
  readonly flow: OAuthFlow | null;
  /** Scopes to request with OAuth. */
  readonly scopes: readonly string[];
  readonly isServed: (tenant: string) => boolean;
  /** Returns whether the environment configures the tenant's credentials. */
  readonly isFixed: (tenant: string) => boolean;
  /** Returns why Gong refuses a connection; null when Gong accepts it, or when that cannot be determined now. */
  readonly verifyCredentials: (connection: Connection) => Promise<GongError | null>;
  /** Invalidates everything that was read with a connection. */
  readonly forget: (connection: Connection) => Promise<void>;
  readonly logger: Logger;
  readonly now: () => number;
  readonly createId: () => string;
}

/** Connects companies to Gong, lists their connections, and ends them. For administrators only. */
export class Administration {
  constructor(private readonly options: AdministrationOptions) {}

  /**
   * Begins an OAuth flow in a browser.
   *
   * @throws AdministrationError; StoreUnavailableError when the result could not be stored.
   */
  async beginOAuth(tenant: string): Promise<ReturnType<OAuthFlow['begin']>> {
    this.check(tenant);
    await this.options.connections.store.get(tenant);
    const { flow } = this.options;
    if (flow === null) {
      throw new AdministrationError(
        'no-oauth',
        'OAuth is not configured on this gateway. Set the GONG_OAUTH_* variables, or connect the company with an API key.',
      );
    }
    return flow.begin(tenant);
  }

  /**
   * Ends an OAuth flow. An administrator began it, as the sealed state in the browser proves.
   *
   * @throws FlowError, OAuthError, StoreUnavailableError, AdministrationError
   */
  async finishOAuth(...brought: Parameters<OAuthFlow['finish']>): Promise<ConnectionSummary> {
    const { flow } = this.options;
    if (flow === null)
      throw new AdministrationError(
        'no-oauth',
        'OAuth is not configured on this gateway, so no connection was started here.',
      );
    const connection = await flow.finish(...brought);
    this.check(connection.tenant);
    return this.replace(connection);
  }

  /** @throws AdministrationError, StoreUnavailableError */
  async connectByKey(
    key: Pick<KeyConnection, 'tenant' | 'baseUrl' | 'accessKey' | 'accessKeySecret'>,
  ): Promise<ConnectionSummary> {
    this.check(key.tenant);
    const { createId, now, verifyCredentials } = this.options;
    const connection: KeyConnection = {
      kind: 'key',
      id: createId(),
      connectedAt: now(),
      ...key,
    };
    const refusal = await verifyCredentials(connection);
    if (refusal !== null) {
      throw new AdministrationError(
        'refused',
        `Gong rejected this API key at ${key.baseUrl}. Check the key, and compare the host with the one on the company's API page in Gong. ${refusal.message}`,
      );
    }
    return this.replace(connection);
  }

  /** @throws StoreUnavailableError */
  async list(): Promise<readonly ConnectionSummary[]> {
    const all = await this.options.connections.list();
    return all
      .map((connection) => this.summaryOf(connection))
      .sort((a, b) => a.tenant.localeCompare(b.tenant));
  }

  /**
   * Deletes the credentials, and all data that was read with them, at every instance.
   *
   * @throws AdministrationError, StoreUnavailableError
   */
  async end(tenant: string): Promise<void> {
    const { connections, forget } = this.options;
    // A connection of a tenant that is no longer served can be ended too.
    const before = TENANT_NAME.test(tenant) ? await connections.store.get(tenant) : null;
    // This comes first, so that the connection still exists when it fails.
    if (before !== null) await forget(before);
    const wasThere = TENANT_NAME.test(tenant) && (await connections.end(tenant));
    // A connection that this gateway's secret cannot open is deleted too.
    if (!wasThere) {
      throw new AdministrationError('not-connected', `Tenant "${tenant}" is not connected.`);
    }
    // Data may have been read in the meantime.
    if (before !== null) await forget(before);
  }

  private async replace(connection: Connection): Promise<ConnectionSummary> {
    const { connections, forget, logger } = this.options;
    const before = await connections.store.get(connection.tenant);
    await connections.save(connection);
    if (before !== null) {
      await forget(before).catch((error: unknown) => {
        // The new connection cannot find this data, and it expires.
        const { tenant } = connection;
        logger.warn(
          { tenant, err: error as Error },
          'Cached data of the previous connection not deleted: it expires by itself',
        );
      });
    }
    return this.summaryOf(connection);
  }

  private check(tenant: string): void {
    if (!this.options.isServed(tenant)) {
      throw new AdministrationError(
        'unknown-tenant',
        `There is no tenant "${tenant}". Use one that GATEWAY_TENANTS_FILE lists. Without that file, use any name of lowercase letters, digits, "-", and "_".`,
      );
    }
    if (this.options.isFixed(tenant)) {
      throw new AdministrationError(
        'fixed-tenant',
        `Tenant "${tenant}" uses GONG_ACCESS_KEY. Unset that variable to connect it otherwise.`,
      );
    }
  }

  private summaryOf(connection: Connection): ConnectionSummary {
    const { tenant, kind, baseUrl, connectedAt } = connection;
    const summary = {
      tenant,
      kind,
      status: isRevoked(connection) ? ('revoked' as const) : ('connected' as const),
      gong: baseUrl,
      connectedAt: new Date(connectedAt).toISOString(),
    };
    if (connection.kind === 'key') return summary;
    const { scopes, expiresAt } = connection;
    return {
      ...summary,
      accessExpiresAt: new Date(expiresAt).toISOString(),
      ...(scopes === null
        ? {}
        : { scopes, missingScopes: this.options.scopes.filter((each) => !scopes.includes(each)) }),
    };
  }
}
