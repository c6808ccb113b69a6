import { COMPANY_DEFAULTS, type CompanyOptions } from './company/companyOptions.js';
import type { LifeOptions } from './company/life.js';
import type { Company } from './company/types.js';
import { DEFAULT_CREDENTIAL, type SandboxCredential } from './credentials.js';
import { resolveOAuth, type OAuthOptions } from './oauth/index.js';
import type { CursorExpiryText } from './paging.js';
import type { RateLimitOptions } from './rateLimit.js';

/** The sandbox's only source of time. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits for `latencyMs` and delay faults; real time when left out. */
  sleep?: (ms: number) => Promise<unknown>;
}

/** What becomes of uploads. */
export interface UploadOptions {
  /** Milliseconds from accepted media until the call is visible. */
  processingMs: number;
  /** Milliseconds from then until transcript and analysis are there. */
  analysisMs: number;
  /** How a `clientUniqueId` that was used before is refused; all of these were seen at Gong. */
  duplicateCall: '400 with the id' | '409 with the id' | '409';
}

/** Everything about a sandbox that can be chosen; all of it may be left out. */
export interface SandboxOptions extends Partial<Omit<CompanyOptions, 'now'>> {
  /** Real time when left out. */
  clock?: SandboxClock;
  /** 3 by default, as at Gong. `Infinity` lifts the limit. */
  requestsPerSecond?: number;
  /** 10,000 by default, as at Gong. */
  requestsPerDay?: number;
  /** Milliseconds from the first page until cursors expire; an hour by default. */
  cursorLifetimeMs?: number;
  /** The 400 text of an expired cursor; both were seen at Gong. */
  cursorExpiryText?: CursorExpiryText;
  /** Keys that are accepted; the exported default pair, with all scopes, when left out. */
  credentials?: readonly SandboxCredential[];
  /** The app that may log in by OAuth 2.0; the exported default one when left out. */
  oauth?: Partial<OAuthOptions>;
  /** Milliseconds that every answer takes; 0 by default. */
  latencyMs?: number;
  /** Left out: half a minute until a call is visible, as long again until it is analyzed. */
  uploads?: Partial<UploadOptions>;
  /** A company to serve in place of a generated one; the options of generation then mean nothing. */
  company?: Company;
  /** What happens in the generated company as the clock goes on; nothing does when left out. */
  life?: Partial<LifeOptions>;
}

/** Options with their defaults filled in. */
export interface Settings extends Omit<CompanyOptions, 'now'>, RateLimitOptions {
  clock: SandboxClock;
  cursorLifetimeMs: number;
  cursorExpiryText: CursorExpiryText;
  credentials: readonly SandboxCredential[];
  oauth: OAuthOptions;
  latencyMs: number;
  uploads: UploadOptions;
  company?: Company;
  life?: Partial<LifeOptions>;
}

const HOUR_MS = 3_600_000;
const UPLOAD_DEFAULTS: UploadOptions = {
  processingMs: 30_000,
  analysisMs: 30_000,
  duplicateCall: '400 with the id',
};

/** Fills in the defaults. */
export const resolveOptions = (options: SandboxOptions): Settings => ({
  ...COMPANY_DEFAULTS,
  clock: { now: () => Date.now() },
  requestsPerSecond: 3,
  requestsPerDay: 10_000,
  cursorLifetimeMs: HOUR_MS,
  cursorExpiryText: 'cursor has expired',
  credentials: [DEFAULT_CREDENTIAL],
  latencyMs: 0,
  ...options,
  oauth: resolveOAuth(options.oauth),
  uploads: { ...UPLOAD_DEFAULTS, ...options.uploads },
});
