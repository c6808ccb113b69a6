import type { FormPart } from './form.js';

/** A request as a client sends it, whatever carried it here. */
export interface SandboxRequest {
  method: string;
  /** Path and query; a full address is cut down to them. */
  url: string;
  /** Names in any case. */
  headers?: Readonly<Record<string, string | undefined>>;
  body?: string | undefined;
  /** Parts of a multipart body, in place of `body`. */
  form?: readonly FormPart[] | undefined;
}

/** What the sandbox answers. */
export interface SandboxResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
  /** True when `content-length` promises more than `body` holds: the connection must be cut after it. */
  truncated?: true;
}

/** A request that reached the sandbox, answered well or badly. */
export interface RecordedRequest {
  /** Null when the description has no such operation. */
  operationId: string | null;
  method: string;
  /** Without the query. */
  path: string;
  query: Record<string, string>;
  /** Parsed JSON; the bare text when it is none; undefined when there was no body. */
  body: unknown;
  /** Parts of a multipart body; undefined when it was none. */
  form: readonly FormPart[] | undefined;
  /** Arrival, milliseconds of the sandbox's clock. */
  at: number;
  /** Status of the answer; null while it runs and for a dropped connection. */
  status: number | null;
}

/** A connection that ended without an answer. Carries the code that Node's own sockets use. */
export class ConnectionDropped extends Error {
  override name = 'ConnectionDropped';
  readonly code = 'ECONNRESET';

  constructor() {
    super('The sandbox dropped the connection.');
  }
}
