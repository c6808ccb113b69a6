import type { Logger } from '../gong/client.js';
import { MINUTE_MS, SECOND_MS, type Clock } from '../gong/clock.js';
import type { Access, Credentials } from '../gong/credentials.js';
import { GongError } from '../gong/errors.js';
import { OAuthError, type OAuthEndpoint, type TokenPair } from '../gong/oauth.js';
import type { OAuthConnection } from './connection.js';
import {
  LOCK_MS,
  StoreUnavailableError,
  type ConnectionStore,
  type Lock,
} from './connectionStore.js';

/** An access token is renewed so long before its end, while requests still go by it. */
const EARLY_MS = 5 * MINUTE_MS;
/** Of a token that lives for a short time only, no more than this part of its life. */
const EARLY_PART = 1 / 10;
/** With less left than this part of that, requests wait for the next one: they stand in line for a while. */
const URGENT_PART = 1 / 5;
/** A token that Gong refuses sooner than this isn't refused for its age: the next one would be, too. */
const SHORTEST_LIFE_MS = MINUTE_MS;
/** So long after an attempt that failed, there is no other one. */
const PAUSE_MS = 2 * SECOND_MS;
/** How often it is looked whether somebody else is done with renewing. */
const POLL_MS = SECOND_MS / 10;
const MOST_POLLS = LOCK_MS / POLL_MS + 1;
const STORE_ATTEMPTS = 3;

export interface OAuthCredentialsOptions {
  readonly connection: OAuthConnection;
  readonly endpoint: OAuthEndpoint;
  readonly store: ConnectionStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told whenever the connection is another one: renewed, or taken back by Gong. */
  readonly onChange: (connection: OAuthConnection) => void;
}

/**
 * The log-in by OAuth 2.0. The access token is renewed before it ends, and when Gong doesn't take it any more: once,
 * for all requests of all gateways that wait for it. Since a refresh token serves once, the next pair is stored before
 * anything goes by it.
 */
export class OAuthCredentials implements Credentials {
  private connection: OAuthConnection;
  private access: Access;
  private renewing: Promise<void> | null = null;
  private saving: Promise<void> | null = null;
  private lastFailure: { readonly error: GongError; readonly at: number } | null = null;
  /** Whether the connection is only here: it couldn't be stored. */
  private isUnsaved = false;

  constructor(private readonly options: OAuthCredentialsOptions) {
    this.connection = options.connection;
    this.access = accessOf(options.connection);
  }

  latest(): Access {
    return this.access;
  }

  ready(): Promise<void> | null {
    const { expiresAt, issuedAt, revokedAt } = this.connection;
    if (revokedAt !== null) return Promise.reject(this.revokedError());
    const leftMs = expiresAt - this.options.clock.now();
    const earlyMs = Math.min(EARLY_MS, (expiresAt - issuedAt) * EARLY_PART);
    if (leftMs > earlyMs && !this.isUnsaved) return null;
    const renewal = leftMs > earlyMs ? this.save() : this.renew();
    if (leftMs > earlyMs * URGENT_PART) {
      // Nobody waits for it yet, and what it failed for has been logged.
      renewal.catch(() => undefined);
      return null;
    }
    return renewal.catch((error: unknown) => {
      const isOver = this.connection.revokedAt !== null || this.hasEnded();
      if (isOver) throw error;
    });
  }

  async refused(access: Access): Promise<boolean> {
    if (this.connection.revokedAt !== null) throw this.revokedError();
    if (access.authorization !== this.access.authorization) return true;
    const ageMs = this.options.clock.now() - this.connection.issuedAt;
    if (ageMs < SHORTEST_LIFE_MS && !this.hasEnded()) return false;
    await this.renew();
    return access.authorization !== this.access.authorization;
  }

  /** Takes over what is stored, which another gateway may have renewed. */
  adopt(stored: OAuthConnection): void {
    if (this.isUnsaved || stored.id !== this.connection.id) return;
    const isNewer = stored.issuedAt > this.connection.issuedAt;
    const isRevoked = stored.revokedAt !== null && stored.issuedAt === this.connection.issuedAt;
    if (isNewer || isRevoked) this.change(stored);
  }

  private hasEnded(): boolean {
    return this.connection.expiresAt <= this.options.clock.now();
  }

  private renew(): Promise<void> {
    const { clock } = this.options;
    const failure = this.lastFailure;
    if (failure !== null && clock.monotonic() - failure.at < PAUSE_MS) {
      return Promise.reject(failure.error);
    }
    this.renewing ??= this.renewOnce()
      .then(
        () => {
          this.lastFailure = null;
        },
        (error: unknown) => {
          const told = this.toGongError(error);
          const { tenant } = this.connection;
          this.options.logger.warn({ tenant, kind: told.kind }, told.message);
          this.lastFailure = { error: told, at: clock.monotonic() };
          throw told;
        },
      )
      .finally(() => {
        this.renewing = null;
      });
    return this.renewing;
  }

  private async renewOnce(): Promise<void> {
    const { endpoint, store, clock, logger } = this.options;
    const { tenant } = this.connection;
    if (await this.takeOver()) return;
    const lock = await this.lock();
    // Whoever had it renewed it, most likely.
    if (lock === null) return;
    try {
      if (await this.takeOver()) return;
      const before = this.connection;
      let pair: TokenPair;
      try {
        pair = await endpoint.refresh(before.refreshToken);
      } catch (error) {
        if (!(error instanceof OAuthError) || error.problem !== 'grant') throw error;
        // One that didn't keep to the lock may have been quicker.
        if (await this.takeOver()) return;
        const revoked = { ...before, revokedAt: clock.now() };
        logger.error({ tenant }, RECONNECT);
        this.change(revoked);
        await store.put(revoked);
        throw this.revokedError();
      }
      const issuedAt = clock.now();
      const next: OAuthConnection = {
        ...before,
        accessToken: pair.accessToken,
        refreshToken: pair.refreshToken,
        issuedAt,
        expiresAt: issuedAt + pair.lifeMs,
        scopes: pair.scopes ?? before.scopes,
        baseUrl: pair.baseUrl ?? before.baseUrl,
      };
      await this.keep(next);
      logger.info({ tenant, expiresAt: new Date(next.expiresAt) }, 'The access to Gong is renewed');
    } finally {
      await lock.release();
    }
  }

  /**
   * Whether another gateway has renewed the connection, or ended it.
   *
   * @throws GongError where there is none any more.
   */
  private async takeOver(): Promise<boolean> {
    if (this.isUnsaved) {
      await this.save();
      return false;
    }
    const { connection } = this;
    const stored = await this.options.store.get(connection.tenant);
    if (stored?.kind !== 'oauth' || stored.id !== connection.id)
      throw notConnected(connection.tenant);
    this.adopt(stored);
    if (this.connection.revokedAt !== null) throw this.revokedError();
    return this.connection !== connection;
  }

  /** Null where another gateway renewed the connection meanwhile. */
  private async lock(): Promise<Lock | null> {
    const { store, clock } = this.options;
    for (let poll = 0; poll < MOST_POLLS; poll += 1) {
      const lock = await store.lock(this.connection.tenant);
      if (lock !== null) return lock;
      await new Promise<void>((resolve) => {
        clock.after(POLL_MS, resolve);
      });
      if (await this.takeOver()) return null;
    }
    throw new StoreUnavailableError(
      'Another gateway is renewing the access to Gong, and does not end.',
    );
  }

  /** Stored first, then used. */
  private async keep(next: OAuthConnection): Promise<void> {
    const { store, clock, logger } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await store.put(next);
        break;
      } catch (error) {
        if (attempt < STORE_ATTEMPTS) {
          await new Promise<void>((resolve) => {
            clock.after(POLL_MS, resolve);
          });
          continue;
        }
        // The one before is of no use any more: this one is all there is.
        this.isUnsaved = true;
        logger.error(
          { tenant: next.tenant, err: error as Error },
          "The renewed access to Gong can't be stored: if this process ends before it can, the company has to be connected again.",
        );
        break;
      }
    }
    this.change(next);
  }

  private save(): Promise<void> {
    this.saving ??= this.options.store
      .put(this.connection)
      .then(() => {
        this.isUnsaved = false;
      })
      .finally(() => {
        this.saving = null;
      });
    return this.saving;
  }

  private change(connection: OAuthConnection): void {
    this.connection = connection;
    this.access = accessOf(connection);
    this.options.onChange(connection);
  }

  private revokedError(): GongError {
    return new GongError(
      'bad-credentials',
      `Gong no longer takes the connection of tenant "${this.connection.tenant}", which was revoked or renewed elsewhere: ` +
        connectAgain(this.connection.tenant),
    );
  }

  private toGongError(error: unknown): GongError {
    if (error instanceof GongError) return error;
    if (error instanceof OAuthError) {
      const { problem, message } = error;
      return problem === 'unavailable'
        ? new GongError('unavailable', `The access to Gong can't be renewed: ${message}`)
        : new GongError('bad-credentials', `The access to Gong can't be renewed: ${message}`);
    }
    if (error instanceof StoreUnavailableError) {
      return new GongError('unavailable', `The access to Gong can't be renewed: ${error.message}`);
    }
    throw error;
  }
}

const RECONNECT = 'Gong no longer takes a connection: an administrator has to connect it again.';

/** What a tenant's operations are told as long as it isn't connected. */
export function notConnected(tenant: string): GongError {
  return new GongError(
    'bad-credentials',
    `Tenant "${tenant}" isn't connected to Gong: ${connectAgain(tenant)}`,
  );
}

function connectAgain(tenant: string): string {
  return `an administrator of this gateway has to connect it, at /oauth/gong/start?tenant=${tenant}.`;
}

function accessOf({ baseUrl, accessToken, refreshToken }: OAuthConnection): Access {
  return {
    baseUrl,
    authorization: `Bearer ${accessToken}`,
    secrets: [accessToken, refreshToken],
  };
}
