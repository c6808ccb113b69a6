import { gongOperations } from './generated/operations.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { Access } from './credentials.js';
import { GongError } from './errors.js';
import type { GongRequest } from './request.js';

/** How long a refusal is believed: a scope can be granted. */
export const REFUSAL_MS = 15 * SECOND_MS;

/** Most refusals that are remembered of one access. */
const MAX_REFUSALS = 1000;

interface Refusal {
  readonly error: GongError;
  /** By the clock's monotonic time. */
  readonly until: number;
}

/**
 * What Gong refused for a scope: the same request would be refused again. A refusal that names no scope is not
 * remembered: it may be over at once, as when an access key is allowed again.
 */
export class Refusals {
  private readonly byAccess = new WeakMap<Access, Map<string, Refusal>>();

  constructor(private readonly clock: Clock) {}

  /** Remembers why Gong refused a request, if it is for a scope. */
  note(request: GongRequest, access: Access, error: GongError): void {
    if (error.kind !== 'missing-scope') return;
    const refusals = this.byAccess.get(access) ?? new Map<string, Refusal>();
    this.byAccess.set(access, refusals);
    const [oldest] = refusals.keys();
    if (refusals.size >= MAX_REFUSALS && oldest !== undefined) refusals.delete(oldest);
    const key = needsScopeAlways(request, error) ? request.operation : nameOf(request);
    refusals.set(key, { error, until: this.clock.monotonic() + REFUSAL_MS });
  }

  /** Why Gong would refuse the request; null where nothing is known. */
  of(request: GongRequest, access: Access): GongError | null {
    const refusals = this.byAccess.get(access);
    if (refusals === undefined) return null;
    const refusal = refusals.get(request.operation) ?? refusals.get(nameOf(request));
    if (refusal === undefined || refusal.until <= this.clock.monotonic()) return null;
    const { error } = refusal;
    return new GongError(error.kind, error.message, { ...error, wasSent: false });
  }
}

/** Whether every request of the operation needs the scope, and not only what this one asks for. */
function needsScopeAlways({ operation }: GongRequest, { requiredScope }: GongError): boolean {
  if (operation === 'undescribed' || requiredScope === undefined) return false;
  const scopes: readonly string[] = gongOperations[operation].scopes;
  return scopes.includes(requiredScope);
}

function nameOf(request: GongRequest): string {
  return JSON.stringify(request);
}

/** A 401 that says nothing of scopes: Gong doesn't take the access, or not any more. */
export function isRefusedAccess({ kind, status }: GongError): boolean {
  return kind === 'bad-credentials' && status === UNAUTHORIZED;
}

/** Whether Gong looked at the access before it refused the request for another reason. */
export function showsAcceptedAccess({ kind, status = 500 }: GongError): boolean {
  return status < 500 && kind !== 'rate-limited';
}

const UNAUTHORIZED = 401;
