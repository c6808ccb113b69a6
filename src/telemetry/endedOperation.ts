import type { OperationAudit } from './audit/operationAudit.js';
import type { ParentSpan } from './parentSpan.js';

/** An error as the client got it. Its message may repeat data, so that it is not part of the facts. */
export interface EndedError {
  readonly code: string;
  /** Where the response has it; undefined: it concerns the whole operation. */
  readonly path: readonly (string | number)[] | undefined;
}

/** The facts of an operation that has ended. They contain no variables and no data. */
export interface EndedOperation {
  /** `upload`: the transfer of a file to an upload URL. */
  readonly kind: 'graphql' | 'upload';
  readonly requestId: string;
  readonly tenant: string;
  /** Name of the client, which may be a person's email address. */
  readonly client: string;
  /** Gong user ID or email of the person for whom the client sent it; null: for itself. */
  readonly person: string | null;
  /** `query` or `mutation`; null: it is unknown, or the document is invalid. */
  readonly type: string | null;
  /** The name that the client gave the operation, or `anonymous`. */
  readonly name: string;
  /** SHA-256 of the document in hexadecimal; null when there is none. */
  readonly documentHash: string | null;
  /** From the arrival of the operation until its response, in milliseconds. */
  readonly durationMs: number;
  /** The part of that time in which at least one of its Gong requests waited for a slot. */
  readonly waitedMs: number;
  /** Requests sent to Gong for it, including retries. */
  readonly gongRequests: number;
  /** List pages and records by ID that came from a cache. */
  readonly cacheHits: number;
  /** Requests of other operations that it also waited for. */
  readonly shared: number;
  readonly errors: readonly EndedError[];
  /** The codes of its errors, each once, in the order of the response. */
  readonly errorCodes: readonly string[];
  /** Whether the response has both data and errors. */
  readonly isPartial: boolean;
  /** What it read and changed, for the audit log; null when there is none. */
  readonly audit: OperationAudit | null;
  /** Its span; null when it is not traced. */
  readonly trace: ParentSpan | null;
}

/** Gets each operation that has ended, once, before its response is sent. It must not throw. */
export type OperationObserver = (ended: EndedOperation) => void;
