import { TENANT_NAME } from '../../access/clients/client.js';
import type { Logger } from '../../lib/logger.js';
import type { GongError } from '../../gong/errors.js';
import type { Connection, KeyConnection } from './connection.js';
import { isRevoked, type Connections } from './connections.js';
import type { OAuthFlow } from './oauthFlow.js';

/** A connection as an administrator sees it: nothing of it opens anything. Times are RFC 3339. */
export interface ConnectionSummary {
  readonly tenant: string;
  readonly kind: 'oauth' | 'key';
  /** `revoked`: Gong doesn't take it any more, and it has to be connected again. */
  readonly status: 'connected' | 'revoked';
  /** Origin of the company's API. */
  readonly gong: string;
  readonly connectedAt: string;
  /** When the access token ends, and will have been renewed. */
  readonly accessExpiresAt?: string;
  /** What was granted; left out where Gong didn't say. */
  readonly scopes?: readonly string[];
  /** What was asked for and not granted. */
  readonly missingScopes?: readonly string[];
}

/** What an administrator asks for can't be done; the message says why, and what to do. */
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
  /** Null where nobody logs in by OAuth. */
  readonly flow: OAuthFlow | null;
  /** Scopes that are asked for by OAuth. */
  readonly scopes: readonly string[];
  readonly isServed: (tenant: string) => boolean;
  /** Whether the environment itself says how the tenant logs in. */
  readonly isFixed: (tenant: string) => boolean;
  /** Why Gong refuses a connection; null: it takes it, or that can't be told now. */
  readonly verifyCredentials: (connection: Connection) => Promise<GongError | null>;
  /** What was read by a connection is of no use any more. */
  readonly forget: (connection: Connection) => Promise<void>;
  readonly logger: Logger;
  readonly now: () => number;
  readonly createId: () => string;
}

/** Connects companies to Gong, lists how they are connected, and ends it. For administrators alone. */
export class Administration {
  constructor(private readonly options: AdministrationOptions) {}

  /**
   * A browser's way to Gong begins.
   *
   * @throws AdministrationError, StoreUnavailableError where nothing could be stored at its end.
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
   * And ends: whoever began it was an administrator, which the browser brings back sealed.
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
   * Forgets the credentials, and all that was read by them, at every gateway.
   *
   * @throws AdministrationError, StoreUnavailableError
   */
  async end(tenant: string): Promise<void> {
    const { connections, forget } = this.options;
    // Whoever isn't served any more can be ended, too.
    const before = TENANT_NAME.test(tenant) ? await connections.store.get(tenant) : null;
    // First, so that where it fails there is something left to end.
    if (before !== null) await forget(before);
    const wasThere = TENANT_NAME.test(tenant) && (await connections.end(tenant));
    // One that this gateway's secret doesn't open is gone as well.
    if (!wasThere) {
      throw new AdministrationError('not-connected', `Tenant "${tenant}" is not connected.`);
    }
    // What was asked for in between was read as well.
    if (before !== null) await forget(before);
  }

  private async replace(connection: Connection): Promise<ConnectionSummary> {
    const { connections, forget, logger } = this.options;
    const before = await connections.store.get(connection.tenant);
    await connections.save(connection);
    if (before !== null) {
      await forget(before).catch((error: unknown) => {
        // The new one finds nothing of it, and it expires.
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
