import { LRUCache } from 'lru-cache';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { digestOf } from '../access/clients/digest.js';
import { MINUTE_MS, SECOND_MS, type Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import type { RateLimits } from '../lib/rateLimits.js';
import { addressOf, networkOf } from './clientAddress.js';

/** Failed logins of one address, and of one token name, until further ones are refused. */
export const FAILED_LOGINS = { limit: 20, windowMs: MINUTE_MS };

/** Pairs of an address and a token that are remembered, and for how long since they were last used. */
const MAX_KNOWN = 10_000;
/** Bursts that are remembered, so that each is logged once. */
const MAX_BURSTS = 10_000;

export interface FailedLoginsOptions {
  readonly rates: RateLimits;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Refuses further logins of an address or a token name with too many failed ones. A token that has authenticated from
 * an address before still does, so that a neighbor's failures do not lock out a client.
 */
export class FailedLogins {
  private readonly known = new LRUCache<string, true>({ max: MAX_KNOWN });
  /** When each burst counts as over, in monotonic time. */
  private readonly bursts = new LRUCache<string, number>({ max: MAX_BURSTS });

  constructor(private readonly options: FailedLoginsOptions) {}

  /**
   * Admits a secret that is right.
   *
   * @returns 0, or the milliseconds until it is accepted: otherwise, guesses would be worth their while.
   */
  async admit(request: FastifyRequest, secret: string): Promise<number> {
    const address = addressOf(request);
    if (address === null) return 0;
    const key = keyOf(address);
    const pair = `${key} ${digestOf(secret).toString('base64url')}`;
    if (this.known.has(pair)) return 0;
    const waitMs = await this.options.rates.waitFor(key, FAILED_LOGINS);
    if (waitMs === 0) this.known.set(pair, true);
    else this.report(key, 'address', request, waitMs);
    return waitMs;
  }

  /**
   * Counts a failed login.
   *
   * @param name of the token that was claimed; null when it is unknown.
   * @returns 0, or the milliseconds until another one is examined.
   */
  async fail(request: FastifyRequest, name: string | null): Promise<number> {
    const address = addressOf(request);
    const keys = [
      ...(address === null ? [] : [[keyOf(address), 'address'] as const]),
      ...(name === null ? [] : [[`login name ${name}`, 'name'] as const]),
    ];
    const waits = await Promise.all(
      keys.map(async ([key, by]) => {
        const waitMs = await this.options.rates.take(key, FAILED_LOGINS);
        if (waitMs > 0) this.report(key, by, request, waitMs);
        return waitMs;
      }),
    );
    return Math.max(0, ...waits);
  }

  /** Logs the first refusal of a burst. The audit log has the address of each. */
  private report(key: string, by: string, { routeOptions }: FastifyRequest, waitMs: number): void {
    const now = this.options.clock.monotonic();
    const isGoingOn = (this.bursts.get(key) ?? -Infinity) > now;
    this.bursts.set(key, now + FAILED_LOGINS.windowMs);
    if (isGoingOn) return;
    this.options.logger.warn(
      { by, route: routeOptions.url, retryAfterSeconds: Math.ceil(waitMs / SECOND_MS) },
      'Failed logins throttled',
    );
  }
}

function keyOf(address: string): string {
  return `login address ${networkOf(address)}`;
}

/** Refuses a request that comes too early. */
export function refuseForNow(reply: FastifyReply, waitMs: number, message: string): FastifyReply {
  const retryAfterSeconds = Math.ceil(waitMs / SECOND_MS);
  const extensions = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds };
  return reply
    .code(429)
    .header('retry-after', retryAfterSeconds)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions }] });
}

/** The same for a right and a wrong token, which then stay indistinguishable. */
export function refuseLogin(reply: FastifyReply, waitMs: number): FastifyReply {
  return refuseForNow(
    reply,
    waitMs,
    'Too many logins with an invalid token came from this address, or under this name. Try again after retryAfterSeconds.',
  );
}
