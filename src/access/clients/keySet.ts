import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type CryptoKey,
  type FlattenedJWSInput,
  type JWSHeaderParameters,
} from 'jose';
import type { Logger } from '../../lib/logger.js';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Clock } from '../../lib/clock.js';
import { NotSentError, type Fetch, type FetchResponse } from '../../gong/exchange.js';
import { ResponseTooLargeError } from '../../gong/responseLimit.js';

/** A withdrawn key may be accepted this long. */
const MAX_AGE_MS = 10 * MINUTE_MS;

/** Keys are used this long while the issuer is unreachable. */
const MAX_STALE_MS = DAY_MS;

/** Minimum time between attempts, because any client can send a token that names an unknown key. */
const COOLDOWN_MS = 10 * SECOND_MS;

const TIMEOUT_MS = 5 * SECOND_MS;
/** How long a token waits for newer keys. */
const MAX_WAIT_MS = SECOND_MS;

/** A key takes less than 1 kB, and its certificates a few. */
const MAX_BYTES = 512 * 1024;

/** A shorter RSA key can be factored. */
const MIN_RSA_BITS = 2048;

const OK = 200;
const FIRST_REDIRECT = 300;
const FIRST_REFUSAL = 400;

/** Neither current nor stale keys are available. */
export class KeysUnavailableError extends Error {
  /** @param retryAfterSeconds time until the next attempt. */
  constructor(readonly retryAfterSeconds: number) {
    super("The issuer's keys cannot be fetched.");
    this.name = 'KeysUnavailableError';
  }
}

/** What is wrong with the response of the key URL; its message is for the log. */
class SourceError extends Error {}

export interface KeySetOptions {
  /** URL of the issuer's JSON Web Key Set. */
  readonly url: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly logger: Logger;
}

type RemoteKeySet = ReturnType<typeof createRemoteJWKSet>;

/** Maximum of timers. `read` ends earlier, by the injected clock. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * The keys with which an issuer signs tokens. The `jose` set stores them and combines simultaneous fetches. This
 * class decides when to fetch, because `jose` uses the process's own clock and drops its keys while the issuer is
 * unreachable.
 */
export class KeySet {
  private readonly keys: RemoteKeySet;
  private fetchedAt = -Infinity;
  private nextFetchAt = -Infinity;
  private hasFailed = false;

  constructor(private readonly options: KeySetOptions) {
    this.keys = createRemoteJWKSet(new URL(options.url), {
      // The set never fetches by itself when it has keys, and is never used before.
      cacheMaxAge: Infinity,
      cooldownDuration: Infinity,
      timeoutDuration: MAX_TIMER_MS,
      [customFetch]: async () => new Response(await this.read()),
    });
  }

  /** Fetches the keys before a token needs them. A failure is logged. */
  async prepare(): Promise<void> {
    try {
      await this.prepareKeys();
    } catch (error) {
      if (!(error instanceof KeysUnavailableError)) throw error;
    }
  }

  /**
   * Returns the key that signed a token, by its header. Only the key set counts; keys or URLs in the header are
   * ignored.
   *
   * @throws KeysUnavailableError; of jose's errors JWKSNoMatchingKey, JWKSMultipleMatchingKeys (when the header
   *   names no key), and JWKSInvalid for an unusable key.
   */
  async keyFor(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    await this.prepareKeys();
    try {
      return await find(this.keys, header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (!this.mayFetch) throw this.hasFailed ? this.unavailable() : error;
    }
    await this.fetch();
    return find(this.keys, header, token);
  }

  /**
   * Fetches keys when there are none, or when they are too old.
   *
   * @throws KeysUnavailableError
   */
  private async prepareKeys(): Promise<void> {
    if (this.age < MAX_AGE_MS) return;
    try {
      const fetching = this.fetch();
      if (this.age >= MAX_STALE_MS) await fetching;
      else await this.aWhile(fetching);
    } catch (error) {
      if (!(error instanceof KeysUnavailableError) || this.age >= MAX_STALE_MS) throw error;
    }
  }

  /** The known keys are used while the issuer is slow. */
  private async aWhile(fetching: Promise<void>): Promise<void> {
    let cancel: () => void = () => undefined;
    const isOver = new Promise<void>((resolve) => {
      cancel = this.options.clock.after(MAX_WAIT_MS, resolve);
    });
    // Its later failure has been logged.
    fetching.catch(() => undefined);
    await Promise.race([fetching, isOver]).finally(() => {
      cancel();
    });
  }

  private get age(): number {
    return this.options.clock.monotonic() - this.fetchedAt;
  }

  private get mayFetch(): boolean {
    return this.options.clock.monotonic() >= this.nextFetchAt;
  }

  private unavailable(): KeysUnavailableError {
    const waitMs = this.nextFetchAt - this.options.clock.monotonic();
    return new KeysUnavailableError(Math.max(1, Math.ceil(waitMs / SECOND_MS)));
  }

  /** @throws KeysUnavailableError, also when the last attempt was recent. */
  private async fetch(): Promise<void> {
    if (!this.mayFetch) throw this.unavailable();
    const { url, clock, logger } = this.options;
    const { origin, pathname } = new URL(url);
    try {
      await this.keys.reload();
      this.fetchedAt = clock.monotonic();
      if (this.hasFailed) logger.info({}, 'JWKS fetch restored');
      this.hasFailed = false;
    } catch (error) {
      // Logged once, because attempts repeat every few seconds.
      if (!this.hasFailed) {
        logger.warn(
          {
            url: `${origin}${pathname}`,
            reason: reasonOf(error),
            outcome:
              this.fetchedAt === -Infinity ? 'no JWT is accepted' : 'cached keys stay in use',
          },
          'JWKS fetch failed',
        );
      }
      this.hasFailed = true;
      throw new KeysUnavailableError(COOLDOWN_MS / SECOND_MS);
    } finally {
      this.nextFetchAt = clock.monotonic() + COOLDOWN_MS;
    }
  }

  private async read(): Promise<string> {
    const { url, fetch, clock } = this.options;
    const stop = new AbortController();
    const cancelTimer = clock.after(TIMEOUT_MS, () => {
      stop.abort(new SourceError(`The server did not respond within ${TIMEOUT_MS} ms.`));
    });
    try {
      const response = await fetch(url, {
        method: 'GET',
        headers: { accept: 'application/json, application/jwk-set+json' },
        redirect: 'manual',
        signal: stop.signal,
        // The other side may have closed a connection that was idle for so long.
        isFresh: true,
        maxBytes: MAX_BYTES,
        onSent: () => undefined,
      });
      if (response.status !== OK) throw new SourceError(problemOf(response));
      return await response.text();
    } catch (error) {
      if (stop.signal.aborted) throw stop.signal.reason;
      // The rest is not read.
      stop.abort();
      throw error;
    } finally {
      cancelTimer();
    }
  }
}

async function find(
  keys: RemoteKeySet,
  header: JWSHeaderParameters,
  token: FlattenedJWSInput,
): Promise<CryptoKey> {
  let key: CryptoKey;
  try {
    key = await keys(header, token);
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) throw error;
    if (error instanceof errors.JWKSMultipleMatchingKeys) throw error;
    throw new errors.JWKSInvalid('The key is malformed.', { cause: error });
  }
  const { modulusLength = MIN_RSA_BITS } = key.algorithm as { readonly modulusLength?: number };
  if (modulusLength < MIN_RSA_BITS) throw new errors.JWKSInvalid('The key is too short.');
  return key;
}

function problemOf({ status }: FetchResponse): string {
  return status >= FIRST_REDIRECT && status < FIRST_REFUSAL
    ? `The server responded with the redirect ${status}, which is not followed. Set GATEWAY_JWKS_URL to its target.`
    : `The server responded with the status ${status}.`;
}

/** Returns the reason without the URL, whose query may be a secret, and without the response. */
function reasonOf(error: unknown): string {
  if (error instanceof SourceError) return error.message;
  if (error instanceof errors.JWKSInvalid) return 'The response is not a JSON Web Key Set.';
  // Of what jose does with a response, only parsing can fail with this error.
  if (error instanceof errors.JOSEError) return 'The response is not JSON.';
  if (error instanceof ResponseTooLargeError)
    return `The response is larger than ${error.maxBytes} bytes.`;
  const { code } = (error instanceof NotSentError ? error.cause : error) as {
    readonly code?: unknown;
  };
  return typeof code === 'string'
    ? `The server did not respond (${code}).`
    : 'The server did not respond.';
}
