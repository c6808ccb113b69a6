import { MINUTE_MS, type Clock } from '../lib/clock.js';
import { GongError } from '../gong/errors.js';
import type { ReadEndpoint } from '../gong/endpoints/endpoint.js';

/** How long a refusal is believed, because scopes can be granted later. */
const BELIEVED_MS = 10 * MINUTE_MS;

/** The scopes that the credential lacks, as Gong said, so that a refused request is not repeated. */
export class MissingScopes {
  private readonly denials = new Map<string, { error: GongError; until: number }>();

  constructor(private readonly clock: Clock) {}

  /** Remembers the scope that the error names. Returns true when it was not known to be missing. */
  learnFrom(error: unknown): boolean {
    if (!(error instanceof GongError) || error.requiredScope === undefined) return false;
    if (this.denial(error.requiredScope) !== undefined) return false;
    this.denials.set(error.requiredScope, {
      error,
      until: this.clock.monotonic() + BELIEVED_MS,
    });
    return true;
  }

  /** Returns Gong's refusal, when Gong recently refused the scope. */
  denial(scope: string): GongError | undefined {
    const denial = this.denials.get(scope);
    return denial !== undefined && denial.until > this.clock.monotonic() ? denial.error : undefined;
  }

  /** Returns the selection without the part for which the endpoint needs a missing scope. */
  allowed<S>({ without }: Pick<ReadEndpoint<never, S, never>, 'without'>, selection: S): S {
    return without === undefined || this.denial(without.scope) === undefined
      ? selection
      : without.drop(selection);
  }
}

/** Returns whether Gong refused a request because the scope is missing. */
export function isRefusalOf(error: unknown, scope: string | undefined): boolean {
  return scope !== undefined && error instanceof GongError && error.requiredScope === scope;
}

export const EXTENSIVE_SCOPE = 'api:calls:read:extensive';
export const MEDIA_SCOPE = 'api:calls:read:media-url';
export const BASIC_SCOPE = 'api:calls:read:basic';
