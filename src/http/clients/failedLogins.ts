import { LRUCache } from 'lru-cache';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { digestOf } from '../../access/clients/digest.js';
import { MINUTE_MS } from '../../lib/clock.js';
import { addressOf, networkOf } from './clientAddress.js';
import { refuseForNow, Throttle, type ThrottleOptions } from './throttle.js';

/** Failed logins of one address, and of one token name, until further ones are refused. */
export const FAILED_LOGINS = { limit: 20, windowMs: MINUTE_MS };

/** Pairs of an address and a token that are remembered. The least recently used are forgotten first. */
const MAX_KNOWN = 10_000;

/**
 * Refuses further logins of an address or a token name with too many failed ones. A token that has authenticated from
 * an address before still does, so that failures of its neighbors do not lock out a client.
 */
export class FailedLogins {
  private readonly known = new LRUCache<string, true>({ max: MAX_KNOWN });
  private readonly throttle: Throttle;

  constructor(private readonly options: ThrottleOptions) {
    this.throttle = new Throttle('login', options);
  }

  /**
   * Admits a right secret. From a throttled address that never used it, it may be a guess.
   *
   * @returns 0, or the milliseconds until it is accepted.
   */
  async admit(request: FastifyRequest, secret: string): Promise<number> {
    const address = addressOf(request);
    if (address === null) return 0;
    const network = networkOf(address);
    const pair = `${network} ${digestOf(secret).toString('base64url')}`;
    if (this.known.has(pair)) return 0;
    const waitMs = await this.waitFor(request, { by: 'address', of: network, isCounted: false });
    if (waitMs === 0) this.known.set(pair, true);
    return waitMs;
  }

  /**
   * Counts a failed login.
   *
   * @param name that the token claims; null when it claims none.
   * @returns 0, or the milliseconds until another one is examined.
   */
  async fail(request: FastifyRequest, name: string | null): Promise<number> {
    const address = addressOf(request);
    const waits = await Promise.all([
      address === null
        ? 0
        : this.waitFor(request, { by: 'address', of: networkOf(address), isCounted: true }),
      name === null ? 0 : this.waitFor(request, { by: 'name', of: name, isCounted: true }),
    ]);
    return Math.max(...waits);
  }

  /**
   * Admits a right secret, and counts a wrong one.
   *
   * @param secret undefined when the request has none, which is no failed login.
   * @param name under which a wrong one is counted.
   * @returns 0, or the milliseconds until another one is examined.
   */
  async examine(
    request: FastifyRequest,
    { secret, isRight, name }: { secret: string | undefined; isRight: boolean; name: string },
  ): Promise<number> {
    if (secret === undefined) return 0;
    return isRight ? this.admit(request, secret) : this.fail(request, name);
  }

  private waitFor(
    { routeOptions }: FastifyRequest,
    { by, of, isCounted }: { by: 'address' | 'name'; of: string; isCounted: boolean },
  ): Promise<number> {
    return this.throttle.waitFor(`login ${by} ${of}`, FAILED_LOGINS, {
      isCounted,
      onBurst: (retryAfterSeconds) => {
        // The audit log has the addresses.
        const fields = { by, route: routeOptions.url, retryAfterSeconds };
        this.options.logger.warn(fields, 'Failed logins throttled');
      },
    });
  }
}

/** The same for a right and a wrong token, which then stay indistinguishable. */
export function refuseLogin(reply: FastifyReply, waitMs: number): FastifyReply {
  return refuseForNow(
    reply,
    waitMs,
    'Too many logins with an invalid token came from this address, or under this name. Try again after retryAfterSeconds.',
  );
}
