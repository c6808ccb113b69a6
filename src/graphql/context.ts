import type { Mutations } from '../operation/mutations/index.js';
import type { RawRequestPolicy } from '../operation/mutations/rawRequests.js';
import type { Viewer } from '../access/policy/viewer.js';
import type { CompanySize } from '../company/companySize.js';
import type { QuotaUsage } from '../gong/scheduling/requestQuota.js';
import type { ViewerResponses } from '../company/cache/responseCache.js';
import type { Loaders } from '../operation/loaders/index.js';
import type { CallPart } from '../replica/parts.js';
import type { ClientBudget } from '../operation/clientBudget.js';
import type { Operation } from '../operation/operation.js';
import type { OperationReplica } from '../operation/replica/operationReplica.js';
import type { Trial } from '../operation/trial.js';

/** The company's use of its quota, and its waiting requests. */
export interface QuotaStatus extends QuotaUsage {
  /** Requests that wait for their slot. */
  readonly queued: number;
}

/** What every resolver gets. It lives as long as the operation. */
export interface ContextValue {
  /** Names the request in logs and in the header `x-request-id`. */
  readonly requestId: string;
  readonly viewer: Viewer;
  /** What the operation reads with; replaced after each write. */
  readonly loaders: Loaders;
  /**
   * What the replica answers.
   *
   * @throws ReplicaError `REPLICA_OFF`
   */
  readonly replica: () => OperationReplica;
  /** Parts of calls that the replica holds; none when there is no replica. */
  readonly replicaHolds: ReadonlySet<CallPart>;
  /**
   * The same context, whose loaders read from the replica: for what is below a field that the replica answers. Each such
   * field has loaders of its own, so that what it reads is not older than its answer.
   *
   * @param root response key of the field of the root.
   */
  readonly kept: (root: string | number) => ContextValue;
  /** What it changes. */
  readonly mutations: Mutations;
  readonly operation: Operation;
  /** Cached responses for the viewer; null when responses are not cached. */
  readonly responses: ViewerResponses | null;
  readonly quota: () => QuotaStatus;
  /** The client's requests of the day; null when nothing is charged to a client. */
  readonly clientBudget: ClientBudget | null;
  readonly companyFacts: () => CompanySize;
  /** Returns a context for the same client whose operation is only tried on cached data. */
  readonly tried: (trial: Trial) => ContextValue;
  /** Which raw requests are allowed. */
  readonly rawRequests: RawRequestPolicy;
  /** Origin at which clients reach the gateway, such as `https://gong.example.com`; empty when unknown. */
  readonly origin: string;
  /** Opaque name of the company. Cursors and tickets of another company are invalid. */
  readonly companyId: string;
  /** Whether the company is the built-in sandbox, whose data is invented. */
  readonly isSandbox: boolean;
  /** Today at the company, as `YYYY-MM-DD`; null when its time zone is unknown. */
  readonly today: () => string | null;
  /** Whether the audit log is shown with the tokens and IP addresses in it. */
  readonly showsAuditSecrets: boolean;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
}
