import type { CompanyFacts } from './planner/companyFacts.js';
import type { QuotaUsage } from './gong/scheduling/requestQuota.js';
import type { Loaders } from './loaders/index.js';
import type { OperationScope } from './planner/operationScope.js';

/** What of the company's requests is used, and what waits. */
export interface QuotaStatus extends QuotaUsage {
  /** Requests that wait for their slot. */
  readonly queued: number;
}

/** What every resolver gets. Lives as long as the operation. */
export interface ContextValue {
  readonly loaders: Loaders;
  readonly scope: OperationScope;
  readonly quota: () => QuotaStatus;
  readonly companyFacts: () => CompanyFacts;
  /** A context for the same client that may send nothing: it lives on what is cached. */
  readonly onCacheAlone: () => ContextValue;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
}
