import { randomUUID } from 'node:crypto';
import type { AnswerMemory } from '../company/cache/answerCache.js';
import {
  createTenant,
  companyKeyOf,
  type Tenant,
  type CompanyKeys,
  type TenantOptions,
  type CompanyState,
  type Dependencies,
} from './tenant.js';
import { opaqueName } from '../lib/opaqueName.js';
import { createCompanyQuota, type CompanyQuota } from './companyQuota.js';
import { createTenantReplica } from './tenantReplica.js';
import type { CompanyConfig } from './operation.js';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import type { GongAccess } from '../config/config.js';
import type { Connection } from './connections/connection.js';
import { StoreUnavailableError } from './connections/connectionStore.js';
import type { Connections } from './connections/connections.js';
import { notConnected, OAuthCredentials } from './connections/oauthCredentials.js';
import type { ClientObserver } from '../gong/attempt.js';
import type { Logger } from '../lib/logger.js';
import {
  KeyCredentials,
  RevocableCredentials,
  keyCredentials,
  type Credentials,
} from '../gong/credentials.js';
import { GongError } from '../gong/errors.js';
import type { OAuthEndpoint } from '../gong/oauth.js';
import type { DataParts, Storage } from './storage.js';
import type { Sealer } from '../lib/sealer.js';

export interface TenantsOptions extends Dependencies {
  /** Returns the configuration of a tenant; null when this gateway does not serve it. */
  readonly configOf: (tenant: string) => CompanyConfig | null;
  /** Credentials of the default tenant; null: it has a stored connection, as the others do. */
  readonly access: GongAccess | null;
  /** Null when no connections can be stored. */
  readonly connections: Connections | null;
  /** Null when OAuth is not configured. */
  readonly endpoint: OAuthEndpoint | null;
  readonly storage: Storage;
  readonly memory: AnswerMemory;
  readonly secret: string;
  readonly ticketSealer: Sealer;
  /** Returns whether credentials may be sent to a URL. */
  readonly isHostAllowed: (baseUrl: string) => boolean;
  /** Returns the observer of a tenant's requests. */
  readonly observerOf?: (tenant: string) => ClientObserver;
}

/** The state of a tenant's company. */
export interface TenantState extends CompanyState {
  readonly tenant: string;
}

interface ConnectedTenant {
  readonly connectionId: string;
  readonly company: Tenant;
  /** The access that requests use until the connection ends. */
  readonly access: RevocableCredentials;
  /** Null when the connection is not by OAuth. */
  readonly oauth: OAuthCredentials | null;
  readonly parts: DataParts;
}

/** The companies that this gateway serves, by tenant name. They share nothing. */
export class Tenants {
  private readonly connected = new Map<string, ConnectedTenant>();
  private readonly quotas = new Map<string, CompanyQuota>();
  private fixed: { readonly company: Tenant; readonly credentials: KeyCredentials } | null;
  /** Companies that are no longer served, until their operations have ended, each with what cancels its end. */
  private readonly retired = new Map<Tenant, () => void>();
  /** Names this gateway among those that share replicas. */
  private readonly holder = randomUUID();
  /** Those that may be renewing, also for who was connected before. */
  private readonly logins = new Set<OAuthCredentials>();

  constructor(private readonly options: TenantsOptions) {
    const { access } = options;
    const config = options.configOf(DEFAULT_TENANT);
    if (access === null || config === null) {
      this.fixed = null;
      return;
    }
    this.fixed = this.createFixed(access, config);
  }

  private createFixed(access: GongAccess, config: CompanyConfig) {
    const key = companyKeyOf(access);
    const credentials = new KeyCredentials(access);
    const parts = this.options.storage.openData(key);
    const keys = { quota: key, data: key };
    return { credentials, company: this.create(DEFAULT_TENANT, config, keys, credentials, parts) };
  }

  /** Uses another API key of the default tenant. Running operations end with the one that they began with. */
  useAccess(access: GongAccess): void {
    const config = this.options.configOf(DEFAULT_TENANT);
    const { fixed } = this;
    if (fixed === null || config === null) return;
    if (fixed.company.keys.data === companyKeyOf(access)) {
      fixed.credentials.use(access);
      return;
    }
    this.fixed = this.createFixed(access, config);
    this.closeLater(fixed.company);
  }

  /** Uses the settings that `configOf` returns now, and stops serving tenants without any. What is stored stays. */
  useSettings(): void {
    const fixedConfig = this.options.configOf(DEFAULT_TENANT);
    if (fixedConfig !== null) this.fixed?.company.useSettings(fixedConfig);
    for (const [tenant, { company, oauth, parts }] of this.connected) {
      const config = this.options.configOf(tenant);
      if (config !== null) company.useSettings(config);
      else {
        this.connected.delete(tenant);
        void oauth?.close().then(() => this.logins.delete(oauth));
        this.closeLater(company, parts);
      }
    }
  }

  /** Closes a company when its running operations have ended. */
  private closeLater(company: Tenant, parts: DataParts = {}): void {
    const { deadlineMs = 0 } = this.options.configOf(DEFAULT_TENANT) ?? {};
    const cancel = this.options.clock.after(deadlineMs, () => {
      parts.close?.();
      void company.close().then(() => this.retired.delete(company));
    });
    this.retired.set(company, cancel);
  }

  /** Whether this gateway serves the tenant when it is connected. */
  isServed(tenant: string): boolean {
    return this.options.configOf(tenant) !== null;
  }

  /** The default tenant's company, when the environment configures its credentials. */
  get byEnvironment(): Tenant | null {
    return this.fixed?.company ?? null;
  }

  /** Returns the tenant's company with its current connection. If there is none, every request to Gong fails. */
  async company(tenant: string): Promise<Tenant> {
    if (tenant === DEFAULT_TENANT && this.fixed !== null) return this.fixed.company;
    const config = this.options.configOf(tenant);
    if (config === null) return this.disconnected(tenant, notConnected(tenant));
    let connection: Connection | null;
    try {
      connection = (await this.options.connections?.of(tenant)) ?? null;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      const message = `The Gong connection of tenant "${tenant}" cannot be read: ${error.message}`;
      return this.disconnected(tenant, new GongError('unavailable', message));
    }
    const known = this.connected.get(tenant);
    if (known !== undefined && known.connectionId === connection?.id) {
      if (connection.kind === 'oauth') known.oauth?.adopt(connection);
      return known.company;
    }
    if (known !== undefined) {
      await this.leave(tenant, known, connection !== null);
      // Another caller may have changed the connection in the meantime.
      return this.company(tenant);
    }
    if (connection === null) return this.disconnected(tenant, notConnected(tenant));
    return this.connect(connection, config);
  }

  /**
   * Invalidates everything that was read with a connection.
   *
   * @throws StoreUnavailableError when some of it cannot be deleted.
   */
  async forget(connection: Connection): Promise<void> {
    const { tenant, id } = connection;
    const known = this.connected.get(tenant);
    if (known?.connectionId === id) await this.leave(tenant, known, false);
    const { storage, configOf } = this.options;
    const { data } = keysOf(connection);
    try {
      await storage.forgetData(data);
      // Another gateway may have served it.
      const replica = configOf(tenant)?.replica;
      if (replica !== undefined) await storage.dropReplica?.(data, replica);
    } catch (cause) {
      const message = 'The cached data of the connection cannot be deleted right now. Try again.';
      throw new StoreUnavailableError(message, { cause });
    }
  }

  /**
   * Returns why Gong refuses a connection before it is stored; null when Gong accepts it, or when that cannot be
   * determined now. Costs a request.
   */
  async verifyCredentials(connection: Connection): Promise<GongError | null> {
    const config = this.options.configOf(connection.tenant);
    if (config === null || connection.kind === 'oauth') return null;
    const uncached = { ...config, ...withoutCopies(config) };
    const credentials = keyCredentials(connection);
    return this.create(
      connection.tenant,
      uncached,
      keysOf(connection),
      credentials,
      {},
    ).verifyCredentials();
  }

  /** Resolves when nothing is in progress that would be lost with the process. */
  async close(): Promise<void> {
    await Promise.all([...this.logins].map((login) => login.close()));
    const companies = [...this.connected.values()].map(({ company }) => company);
    await Promise.all(companies.map((company) => company.close()));
    await Promise.all(
      [...this.retired].map(([company, cancel]) => {
        cancel();
        return company.close();
      }),
    );
    await this.fixed?.company.close();
  }

  /** Returns the states of all companies that were used so far. */
  states(): readonly TenantState[] {
    const fixed =
      this.fixed === null ? [] : [{ tenant: DEFAULT_TENANT, ...this.fixed.company.state() }];
    const connected = [...this.connected].map(([tenant, { company, oauth }]): TenantState => {
      const state = { tenant, ...company.state() };
      // No request is sent that Gong could refuse.
      return oauth?.isRevoked === true ? { ...state, credentials: 'refused' } : state;
    });
    return [...fixed, ...connected];
  }

  private async leave(
    tenant: string,
    { company, access, oauth, parts }: ConnectedTenant,
    isAnew: boolean,
  ): Promise<void> {
    if (this.connected.get(tenant)?.company === company) this.connected.delete(tenant);
    access.endWith(isAnew ? connectionReplaced(tenant) : notConnected(tenant));
    void oauth?.close().then(() => this.logins.delete(oauth));
    await company.end();
    parts.close?.();
  }

  private connect(connection: Connection, config: CompanyConfig): Tenant {
    const { tenant, id } = connection;
    const keys = keysOf(connection);
    const parts = this.options.storage.openData(keys.data);
    const oauth = this.oauthOf(connection);
    const access = new RevocableCredentials(oauth ?? this.otherCredentialsOf(connection));
    const company = this.create(tenant, config, keys, access, parts);
    this.connected.set(tenant, { connectionId: id, company, access, oauth, parts });
    return company;
  }

  private oauthOf(connection: Connection): OAuthCredentials | null {
    const { connections, endpoint, clock, logger, isHostAllowed } = this.options;
    const isPossible =
      connections !== null && endpoint !== null && isHostAllowed(connection.baseUrl);
    if (connection.kind !== 'oauth' || !isPossible) return null;
    const oauth = new OAuthCredentials({
      connection,
      endpoint,
      store: connections.store,
      clock,
      logger,
      onChange: (changed) => {
        connections.learn(changed);
        // Data of a company that revoked its access must not be shown.
        if (changed.revokedAt !== null) void this.connected.get(changed.tenant)?.company.forget();
      },
    });
    this.logins.add(oauth);
    return oauth;
  }

  private otherCredentialsOf(connection: Connection): Credentials {
    const { tenant, baseUrl } = connection;
    // The connection may have been stored when another host was allowed.
    if (!this.options.isHostAllowed(baseUrl)) return failingCredentials(foreignHost(tenant));
    return connection.kind === 'key'
      ? keyCredentials(connection)
      : failingCredentials(noEndpoint(tenant));
  }

  private create(
    tenant: string,
    config: CompanyConfig,
    keys: CompanyKeys,
    credentials: Credentials,
    parts: DataParts,
  ): Tenant {
    const { clock, storage } = this.options;
    let share = this.quotas.get(keys.quota);
    if (share === undefined) {
      share = createCompanyQuota(config, storage.openQuota(keys.quota, config), clock);
      this.quotas.set(keys.quota, share);
    }
    return this.build(tenant, { config, keys, credentials, share, parts });
  }

  /** Creates the company for one operation, of which every request to Gong fails. */
  private disconnected(tenant: string, error: GongError): Tenant {
    const configured = this.options.configOf(tenant) ?? this.options.configOf(DEFAULT_TENANT);
    if (configured === null) throw error;
    const config = { ...configured, ...withoutCopies(configured) };
    const key = opaqueName('disconnected', tenant);
    return this.build(tenant, {
      config,
      keys: { quota: key, data: key },
      credentials: failingCredentials(error),
      share: createCompanyQuota(config, {}, this.options.clock),
      parts: {},
    });
  }

  private build(
    tenant: string,
    own: Pick<TenantOptions, 'config' | 'keys' | 'credentials' | 'share' | 'parts'>,
  ): Tenant {
    const { fetch, clock, random, logger, storage, memory, secret, ticketSealer } = this.options;
    const observer = this.options.observerOf?.(tenant);
    const tenantLogger = withTenantField(logger, tenant);
    return createTenant({
      ...own,
      replica: createTenantReplica({
        storage,
        key: own.keys.data,
        settings: own.config.replica,
        tenant,
        dayTimeZone: own.config.dayTimeZone,
        holder: this.holder,
        clock,
        logger: tenantLogger,
      }),
      memory,
      secret,
      ticketSealer,
      ticketState: storage.state,
      fetch,
      clock,
      random,
      logger: tenantLogger,
      ...(observer === undefined ? {} : { observer }),
    });
  }
}

/**
 * Returns the names of a connection's company. An API key belongs to one company; companies with OAuth connections
 * differ by their API URL at most.
 */
export function keysOf(connection: Connection): CompanyKeys {
  const { id, kind, tenant, baseUrl } = connection;
  return {
    quota: kind === 'key' ? companyKeyOf(connection) : opaqueName('oauth', tenant, baseUrl),
    data: opaqueName('connection', id),
  };
}

/** What keeps nothing of what is read. */
function withoutCopies({
  replica,
}: CompanyConfig): Pick<CompanyConfig, 'replica' | 'cacheTtlSeconds'> {
  return { cacheTtlSeconds: 0, replica: { ...replica, place: 'off' } };
}

/** Credentials of nobody. */
function failingCredentials(error: GongError): Credentials {
  return {
    latest: () => {
      throw error;
    },
    ready: () => Promise.reject(error),
    accepted: () => undefined,
    refused: () => Promise.resolve(false),
  };
}

function noEndpoint(tenant: string): GongError {
  return new GongError(
    'bad-credentials',
    `Tenant "${tenant}" is connected with OAuth, but this gateway is no longer configured for OAuth. Set the GONG_OAUTH_* variables.`,
  );
}

function foreignHost(tenant: string): GongError {
  return new GongError(
    'bad-credentials',
    `Tenant "${tenant}" is connected to a host that is not Gong's, which GONG_ALLOW_ANY_HOST no longer allows. Connect it again.`,
  );
}

/** Returns the error for operations that began with the previous connection. */
function connectionReplaced(tenant: string): GongError {
  return new GongError(
    'unavailable',
    `Tenant "${tenant}" was reconnected while this operation ran. Try again.`,
  );
}

/** Adds the tenant to each log line. */
function withTenantField(logger: Logger, tenant: string): Logger {
  return {
    debug: (fields, message) => {
      logger.debug({ tenant, ...fields }, message);
    },
    info: (fields, message) => {
      logger.info({ tenant, ...fields }, message);
    },
    warn: (fields, message) => {
      logger.warn({ tenant, ...fields }, message);
    },
    error: (fields, message) => {
      logger.error({ tenant, ...fields }, message);
    },
  };
}
