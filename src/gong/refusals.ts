import { gongOperations } from './generated/operations.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { Access } from './credentials.js';
import { GongError } from './errors.js';
import type { GongRequest } from './request.js';

/** How long a refusal is believed, because a scope can be granted. */
export const REFUSAL_MS = 15 * SECOND_MS;

/** Maximum of remembered refusals per access. */
const MAX_REFUSALS = 1000;

interface Refusal {
  readonly error: GongError;
  /** In monotonic time. */
  readonly until: number;
}

/**
 * Remembers requests that Gong refused because of a scope, because it would refuse them again. A refusal without a
 * scope is not remembered, because its reason may end at once, for example when an access key is allowed again.
 */
export class Refusals {
  private readonly byAccess = new WeakMap<Access, Map<string, Refusal>>();

  constructor(private readonly clock: Clock) {}

  /** Remembers Gong's refusal of a request, if it concerns a scope. */
  note(request: GongRequest, access: Access, error: GongError): void {
    if (error.kind !== 'missing-scope') return;
    const refusals = this.byAccess.get(access) ?? new Map<string, Refusal>();
    this.byAccess.set(access, refusals);
    const [oldest] = refusals.keys();
    if (refusals.size >= MAX_REFUSALS && oldest !== undefined) refusals.delete(oldest);
    const key = needsScopeAlways(request, error) ? request.operation : nameOf(request);
    refusals.set(key, { error, until: this.clock.monotonic() + REFUSAL_MS });
  }

  /** Returns why Gong would refuse the request; null when nothing is known. */
  of(request: GongRequest, access: Access): GongError | null {
    const refusals = this.byAccess.get(access);
    if (refusals === undefined) return null;
    const refusal = refusals.get(request.operation) ?? refusals.get(nameOf(request));
    if (refusal === undefined || refusal.until <= this.clock.monotonic()) return null;
    const { error } = refusal;
    return new GongError(error.kind, error.message, { ...error, wasSent: false });
  }
}

/** Returns whether every request of the operation needs the scope, and not only this one's selection. */
function needsScopeAlways({ operation }: GongRequest, { requiredScope }: GongError): boolean {
  if (operation === 'undescribed' || requiredScope === undefined) return false;
  const scopes: readonly string[] = gongOperations[operation].scopes;
  return scopes.includes(requiredScope);
}

function nameOf(request: GongRequest): string {
  return JSON.stringify(request);
}

/** Returns whether a 401 names no scope, which means that Gong does not accept the access. */
export function isRefusedAccess({ kind, status }: GongError): boolean {
  return kind === 'bad-credentials' && status === UNAUTHORIZED;
}

/** Returns whether Gong accepted the access before it refused the request for another reason. */
export function showsAcceptedAccess({ kind, status = 500 }: GongError): boolean {
  return status < 500 && kind !== 'rate-limited';
}

const UNAUTHORIZED = 401;
