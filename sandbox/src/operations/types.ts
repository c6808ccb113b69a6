import type { Company } from '../company/types.js';
import type { ScopeHolder } from '../credentials.js';
import type { FormPart } from '../form.js';
import type { JsonObject } from '../json.js';
import type { UploadOptions } from '../options.js';
import type { Page } from '../paging.js';

/** A checked request and what a handler needs to answer it. */
export interface OperationRequest {
  /** The `requestId` that the answer will carry. */
  requestId: string;
  operationId: string;
  path: Readonly<Record<string, string>>;
  query: JsonObject;
  body: JsonObject;
  company: Company;
  /** Milliseconds of the sandbox's clock. */
  now: number;
  credential: ScopeHolder;
  /** Parts of a multipart request; none for any other. */
  form: readonly FormPart[];
  /** A new id of Gong's. */
  newId: () => string;
  uploads: UploadOptions;
  /** Cuts the page that the request's cursor asks for; `total` when not all that count can be shown. */
  paginate: <T>(all: readonly T[], total?: number) => Page<T>;
}

/** A success: members beside `requestId`, which the sandbox adds. */
export interface Answer {
  status: number;
  members: JsonObject;
  /** True for the one answer of Gong's that has no `requestId`. */
  isBare?: true;
}

/** Answers one operation, or throws a GongFailure. */
export type Handler = (request: OperationRequest) => Answer;

/** 200 with these members. */
export const ok = (members: JsonObject): Answer => ({ status: 200, members });
