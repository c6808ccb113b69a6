import type { Logger } from '../../lib/logger.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Access, Credentials } from '../../gong/credentials.js';
import { GongError } from '../../gong/errors.js';
import { OAuthError, type OAuthEndpoint, type TokenPair } from '../../gong/oauth.js';
import type { OAuthConnection } from './connection.js';
import {
  LOCK_MS,
  StoreUnavailableError,
  type ConnectionStore,
  type Lock,
} from './connectionStore.js';

/** An access token is renewed this long before it expires, while requests still use it. */
const EARLY_MS = 5 * MINUTE_MS;
/** A short-lived token is renewed at most this fraction of its life before it expires. */
const EARLY_PART = 1 / 10;
/**
 * When less than this fraction of that time is left, requests wait for the new token, because they may wait in the
 * queue.
 */
const URGENT_PART = 1 / 5;
/**
 * A renewal was without effect when Gong refuses the new token as it refused the one before. The new token is then not
 * renewed for this long, and for twice as long after each further renewal without effect.
 */
const MIN_RENEWAL_INTERVAL_MS = MINUTE_MS;
const MAX_RENEWAL_INTERVAL_MS = HOUR_MS;
/** After a failed renewal, no other one starts for this long, whether Gong was unreachable or refused it. */
const PAUSE_MS = 2 * SECOND_MS;
const LONG_PAUSE_MS = 30 * SECOND_MS;
/** Interval at which an instance checks whether another one has finished renewing. */
const POLL_MS = SECOND_MS / 10;
const MAX_POLLS = LOCK_MS / POLL_MS + 1;
const STORE_ATTEMPTS = 3;
/** Interval at which storing a connection is tried again. */
const SAVE_AGAIN_MS = 5 * SECOND_MS;

export interface OAuthCredentialsOptions {
  readonly connection: OAuthConnection;
  readonly endpoint: OAuthEndpoint;
  readonly store: ConnectionStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called whenever the connection changes: it was renewed, or Gong revoked it. */
  readonly onChange: (connection: OAuthConnection) => void;
}

/**
 * Credentials from OAuth 2.0. The access token is renewed before it expires, and when Gong no longer accepts it: once
 * for all waiting requests of all instances. A refresh token can be used once, so the new pair is stored before any
 * request uses it.
 */
export class OAuthCredentials implements Credentials {
  private connection: OAuthConnection;
  private access: Access;
  private renewing: Promise<void> | null = null;
  private failure: { readonly error: GongError; readonly until: number } | null = null;
  /** The stored state while the current one could not be stored. */
  private storedBefore: OAuthConnection | null = null;
  private saving: Promise<void> | null = null;
  private cancelSave: () => void = () => undefined;
  /** What is known of the current access token. */
  private token = { ...UNTRIED };
  /** How many renewals in succession were without effect. */
  private ineffective = 0;
  /** Whether Gong may have used the refresh token, because the response to a renewal was lost. */
  private isAnswerLost = false;

  constructor(private readonly options: OAuthCredentialsOptions) {
    this.connection = options.connection;
    this.access = accessOf(options.connection);
  }

  /** Whether Gong refused to renew the access, so that the company has to be connected again. */
  get isRevoked(): boolean {
    return this.connection.revokedAt !== null;
  }

  latest(): Access {
    return this.access;
  }

  ready(): Promise<void> | null {
    const { expiresAt, issuedAt, revokedAt } = this.connection;
    if (revokedAt !== null) return Promise.reject(this.revokedError());
    const leftMs = expiresAt - this.options.clock.now();
    const earlyMs = Math.min(EARLY_MS, (expiresAt - issuedAt) * EARLY_PART);
    if (leftMs > earlyMs) return null;
    const renewal = this.renew();
    if (leftMs > earlyMs * URGENT_PART) {
      // No request waits for it yet, and its failure has been logged.
      renewal.catch(() => undefined);
      return null;
    }
    return renewal.catch((error: unknown) => {
      const isOver = this.connection.revokedAt !== null || this.hasEnded();
      if (isOver) throw error;
    });
  }

  accepted(access: Access): void {
    if (this.isCurrent(access)) this.token.isAccepted = true;
  }

  async refused(access: Access, isRepeated: boolean): Promise<boolean> {
    if (this.connection.revokedAt !== null) throw this.revokedError();
    if (!this.isCurrent(access)) return true;
    const { token } = this;
    if (this.renewing === null) {
      const isIneffective = isRepeated || (token.isReplacement && !token.isAccepted);
      if (isIneffective && !token.isIneffective) this.ineffective += 1;
      token.isIneffective ||= isIneffective;
    }
    if (isRepeated) return false;
    if (this.renewing === null && !this.mayRenewRefused()) return this.isRenewedElsewhere();
    await this.renew();
    if (this.isCurrent(access)) return false;
    this.token.isReplacement = true;
    if (!token.isIneffective) this.ineffective = 0;
    return true;
  }

  /** Takes over the stored state, which another instance may have renewed. */
  adopt(stored: OAuthConnection): void {
    const { connection } = this;
    if (stored.id !== connection.id) return;
    const isLater = stored.revision > connection.revision;
    const isRevoked =
      stored.revokedAt !== null &&
      connection.revokedAt === null &&
      stored.revision === connection.revision;
    if (isLater || isRevoked) this.change(stored);
  }

  /** Resolves when nothing is in progress that would be lost with the process. */
  async close(): Promise<void> {
    await this.renewing?.catch(() => undefined);
    this.cancelSave();
    if (this.storedBefore !== null) await this.save().catch(() => undefined);
    this.cancelSave();
  }

  private isCurrent({ authorization }: Access): boolean {
    return authorization === this.access.authorization;
  }

  /** Returns whether the current token, which Gong refused, may be renewed now. */
  private mayRenewRefused(): boolean {
    if (!this.token.isIneffective || this.hasEnded()) return true;
    const ageMs = this.options.clock.now() - this.connection.issuedAt;
    const intervalMs = MIN_RENEWAL_INTERVAL_MS * 2 ** (this.ineffective - 1);
    return ageMs >= Math.min(intervalMs, MAX_RENEWAL_INTERVAL_MS);
  }

  private async isRenewedElsewhere(): Promise<boolean> {
    try {
      return await this.takeOver();
    } catch (error) {
      if (error instanceof StoreUnavailableError) return false;
      throw error;
    }
  }

  private hasEnded(): boolean {
    return this.connection.expiresAt <= this.options.clock.now();
  }

  private renew(): Promise<void> {
    const { clock } = this.options;
    if (this.failure !== null && clock.monotonic() < this.failure.until) {
      return Promise.reject(this.failure.error);
    }
    this.renewing ??= this.renewOnce()
      .then(
        () => {
          this.failure = null;
        },
        (error: unknown) => {
          throw this.failed(error);
        },
      )
      .finally(() => {
        this.renewing = null;
      });
    return this.renewing;
  }

  private async renewOnce(): Promise<void> {
    const { clock, logger } = this.options;
    const { tenant } = this.connection;
    if (await this.takeOver()) return;
    const lock = await this.lockUnlessRenewed();
    if (lock === null) return;
    try {
      if (await this.takeOver()) return;
      const before = this.connection;
      const pair = await this.refresh(before);
      if (pair === null) return;
      if (pair.isHostOdd) {
        logger.warn(
          { tenant },
          'Gong returned an API host that is not allowed: keeping the previous one',
        );
      }
      const issuedAt = clock.now();
      const next: OAuthConnection = {
        ...before,
        accessToken: pair.accessToken,
        refreshToken: pair.refreshToken,
        revision: before.revision + 1,
        issuedAt,
        expiresAt: issuedAt + pair.lifeMs,
        scopes: pair.scopes ?? before.scopes,
        baseUrl: pair.baseUrl ?? before.baseUrl,
      };
      if (await this.keep(before, next)) {
        logger.info({ tenant, expiresAt: new Date(next.expiresAt) }, 'Gong access token renewed');
      }
    } finally {
      await lock.release();
    }
  }

  /**
   * Returns null when another instance has renewed the connection.
   *
   * @throws OAuthError, GongError when Gong no longer accepts the connection.
   */
  private async refresh(before: OAuthConnection): Promise<TokenPair | null> {
    try {
      const pair = await this.options.endpoint.refresh(before.refreshToken);
      this.isAnswerLost = false;
      return pair;
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      // Gong may use another code than the standard's for a token that it has already exchanged.
      const isRevoked = error.problem === 'grant' || (this.isAnswerLost && error.mayConcernGrant);
      this.isAnswerLost ||= error.mayBeUsedUp;
      if (!isRevoked) throw error;
      await this.revoke(before);
      return null;
    }
  }

  /** Records that Gong no longer accepts the connection, unless another process ignored the lock and renewed it. */
  private async revoke(before: OAuthConnection): Promise<void> {
    const { store, clock, logger } = this.options;
    if (await this.takeOver()) return;
    const revoked = { ...before, revokedAt: clock.now() };
    const isKept = await store.replace(before, revoked);
    if (!isKept && (await this.takeOver())) return;
    logger.error({ tenant: before.tenant }, RECONNECT);
    this.change(revoked);
    throw this.revokedError();
  }

  /**
   * Returns whether another instance has renewed the connection.
   *
   * @throws GongError when it was ended, or when Gong no longer accepts it.
   */
  private async takeOver(): Promise<boolean> {
    if (this.storedBefore !== null) {
      await this.save();
      return false;
    }
    const { connection } = this;
    const stored = await this.options.store.get(connection.tenant);
    if (stored?.kind !== 'oauth' || stored.id !== connection.id) {
      throw notConnected(connection.tenant);
    }
    this.adopt(stored);
    if (this.connection.revokedAt !== null) throw this.revokedError();
    return this.connection !== connection;
  }

  /** Returns null when another instance renewed the connection in the meantime. */
  private async lockUnlessRenewed(): Promise<Lock | null> {
    const { store, clock } = this.options;
    for (let poll = 0; poll < MAX_POLLS; poll += 1) {
      const lock = await store.lock(this.connection.tenant);
      if (lock !== null) return lock;
      await pass(clock, POLL_MS);
      if (await this.takeOver()) return null;
    }
    throw new StoreUnavailableError(
      'Another instance is renewing the Gong access token and has not finished. Try again.',
    );
  }

  /**
   * Stores the new state before it is used. Returns false when the connection was ended or replaced in the meantime;
   * then the state is not used.
   */
  private async keep(before: OAuthConnection, next: OAuthConnection): Promise<boolean> {
    const { store, clock, logger } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (!(await store.replace(before, next))) {
          await this.takeOver();
          return false;
        }
        this.change(next);
        return true;
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        if (attempt < STORE_ATTEMPTS) {
          await pass(clock, POLL_MS);
          continue;
        }
        // The previous pair is invalid, so this one is the only valid pair.
        logger.error(
          { tenant: next.tenant, err: error },
          'Renewed Gong tokens cannot be stored: if this process stops now, the company must be connected again',
        );
        this.storedBefore = before;
        this.saveLater();
        this.change(next);
        return true;
      }
    }
  }

  private saveLater(): void {
    this.cancelSave = this.options.clock.after(SAVE_AGAIN_MS, () => {
      this.save().catch(() => {
        this.saveLater();
      });
    });
  }

  /** @throws StoreUnavailableError */
  private save(): Promise<void> {
    this.saving ??= this.saveOnce().finally(() => {
      this.saving = null;
    });
    return this.saving;
  }

  private async saveOnce(): Promise<void> {
    const before = this.storedBefore;
    if (before === null) return;
    // If the connection was ended or replaced, this state is not needed.
    await this.options.store.replace(before, this.connection);
    this.storedBefore = null;
    this.cancelSave();
  }

  private change(connection: OAuthConnection): void {
    if (connection.accessToken !== this.connection.accessToken) {
      this.token = { ...UNTRIED };
      this.isAnswerLost = false;
    }
    this.connection = connection;
    this.access = accessOf(connection);
    this.options.onChange(connection);
  }

  private revokedError(): GongError {
    const { tenant } = this.connection;
    return new GongError(
      'bad-credentials',
      `Gong no longer accepts the connection of tenant "${tenant}": it was revoked, or renewed elsewhere. ` +
        reconnectInstructions(tenant),
    );
  }

  private failed(error: unknown): GongError {
    const { clock, logger } = this.options;
    const { tenant } = this.connection;
    const told = toGongError(error);
    logger.warn({ tenant, kind: told.kind }, told.message);
    const pauseMs = told.kind === 'unavailable' ? PAUSE_MS : LONG_PAUSE_MS;
    this.failure = { error: told, until: clock.monotonic() + pauseMs };
    return told;
  }
}

/** The state of an access token that no request was sent with. */
const UNTRIED = {
  /** Whether Gong accepted it. */
  isAccepted: false,
  /** Whether it replaced one that Gong refused. */
  isReplacement: false,
  /** Whether the renewal that brought it was without effect. */
  isIneffective: false,
};

const RECONNECT = 'Gong no longer accepts a connection: an administrator must connect it again';

/** Returns the error for operations of a tenant that is not connected. */
export function notConnected(tenant: string): GongError {
  return new GongError(
    'bad-credentials',
    `Tenant "${tenant}" is not connected to Gong. ${reconnectInstructions(tenant)}`,
  );
}

function reconnectInstructions(tenant: string): string {
  return `An administrator must connect it at /oauth/gong/start?tenant=${tenant} or with PUT /admin/connections/${tenant}.`;
}

/** @throws any error that is a defect of the gateway. */
function toGongError(error: unknown): GongError {
  if (error instanceof GongError) return error;
  if (error instanceof OAuthError || error instanceof StoreUnavailableError) {
    const isForNow = error instanceof StoreUnavailableError || error.problem === 'unavailable';
    return new GongError(
      isForNow ? 'unavailable' : 'bad-credentials',
      `The Gong access token cannot be renewed. ${error.message}`,
    );
  }
  throw error;
}

function pass(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}

function accessOf({ baseUrl, accessToken, refreshToken }: OAuthConnection): Access {
  return {
    baseUrl,
    authorization: `Bearer ${accessToken}`,
    secrets: [accessToken, refreshToken],
  };
}
