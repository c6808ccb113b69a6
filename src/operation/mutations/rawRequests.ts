import { GongError, isEmptyResult } from '../../gong/errors.js';
import { isObject } from '../../gong/exchange.js';
import { auditRawRead } from './auditRawRead.js';
import { isRead, resolveRawRequest, type RawRequest } from '../../gong/endpoints/rawRequests.js';
import { readEndpoint } from '../../gong/endpoints/catalog.js';
import type { Permissions } from '../../access/policy/permissions.js';
import { redacted } from '../../access/policy/redaction.js';
import type { GongRequest } from '../../gong/request.js';
import type { Loaders } from '../loaders/index.js';
import { forbid, InputError } from '../inputError.js';
import type { Operation } from '../operation.js';
import type { Company } from '../../company/company.js';
import type { OperationWrites } from './operationWrites.js';
import { prepareFilter, filterRawResponse } from './filterRawResponse.js';

/** Whether raw requests are allowed, and which ones. */
export interface RawRequestPolicy {
  readonly isOn: boolean;
  /** Paths beyond the API description; `{name}` stands for one segment. */
  readonly furtherPaths: readonly string[];
}

export interface RawAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly requestId: string | null;
}

/** A raw request as the client spells it, with unchecked query parameters. */
export interface RawInput extends Pick<RawRequest, 'method' | 'path'> {
  readonly query?: unknown;
  readonly body?: unknown;
}

/** @throws GongError, InputError */
export type SendRaw = (input: RawInput) => Promise<RawAnswer>;

/** Sends requests that a client specified, for one operation. */
export function createRawRequests({
  company,
  operation,
  writes,
  policy,
  permissions,
  showsAuditSecrets,
  loaders,
}: {
  readonly company: Company;
  readonly operation: Operation;
  readonly writes: OperationWrites;
  readonly policy: RawRequestPolicy;
  readonly permissions: Pick<Permissions, 'rawRequests' | 'auditLog'>;
  /** Whether the audit log is shown with the tokens and IP addresses in it. */
  readonly showsAuditSecrets: boolean;
  readonly loaders: () => Loaders;
}): SendRaw {
  return async (input) => {
    if (!policy.isOn) {
      throw new InputError(
        'FORBIDDEN',
        'Raw requests are disabled on this gateway. An operator can enable them with GATEWAY_RAW_REQUESTS=on.',
      );
    }
    forbid(permissions.rawRequests);
    const resolved = resolveRawInput(input, policy);
    if (!('request' in resolved)) {
      // The same check as before execution: see src/graphql/plugins/inputRules.
      const { member, problem } = resolved;
      throw new InputError(
        'BAD_USER_INPUT',
        `Argument "gongRequest(input.${member}:)" ${problem}.`,
      );
    }
    const { request } = resolved;
    const reveals = readEndpoint(request.operation)?.brings.reveals;
    const isAuditLog = reveals === 'auditLog';
    if (isAuditLog) forbid(permissions.auditLog);
    if (!isRead(request)) {
      const { status, body, requestId } = await writes.sendRaw(request);
      return { status, body, requestId: requestId ?? null };
    }
    const filterLoaders = loaders();
    const mayListCalls = reveals === 'callIds' || reveals === 'restricted';
    if (mayListCalls && filterLoaders.policyFilter.mayHideCalls) forbid(CALL_IDS_DENIAL);
    try {
      await prepareFilter(request, filterLoaders);
      const answer = await company.readRaw(request, operation);
      const { status, body, requestId } = await filterRawResponse(request, answer, filterLoaders);
      if (operation.audit !== null) auditRawRead(request, body, operation.audit);
      const shown = isAuditLog && !showsAuditSecrets ? withoutAuditSecrets(body) : body;
      return { status, body: shown, requestId: requestId ?? null };
    } catch (error) {
      if (!(error instanceof GongError) || !isEmptyResult(error)) throw error;
      const { requestId = null, messages } = error;
      return { status: 404, body: { requestId, errors: messages }, requestId };
    }
  };
}

const CALL_IDS_DENIAL =
  'The response may list IDs of calls, of which the policy of this gateway may hide some. Select the typed field instead.';

/** Returns a page of the audit log as `Query.auditLog` shows it. The cursor of the page stays: it leads to the next one. */
function withoutAuditSecrets(body: unknown): unknown {
  if (!isObject(body)) return redacted(body);
  const { records, ...rest } = body;
  return { ...(redacted(rest) as object), ...(records === undefined ? {} : { records }) };
}

/** Returns the request, or the invalid member of the input with the end of a sentence about it. */
export function resolveRawInput(
  { method, path, query, body }: RawInput,
  { furtherPaths }: RawRequestPolicy,
): { readonly request: GongRequest } | { readonly member: string; readonly problem: string } {
  const parameters = toParameters(query);
  if (parameters === null) {
    return {
      member: 'query',
      problem: 'must be an object whose values are strings, numbers, booleans, or lists of these',
    };
  }
  const raw = { method, path, query: parameters, body: body ?? undefined };
  const resolved = resolveRawRequest(raw, furtherPaths);
  if ('request' in resolved) return resolved;
  return {
    member: 'path',
    problem: `${resolved.problem}; got ${JSON.stringify(path.slice(0, 100))}`,
  };
}

/** Returns the query parameters as text; null when they have no such form. */
function toParameters(query: unknown): Record<string, string | readonly string[]> | null {
  if (query == null) return {};
  if (typeof query !== 'object' || Array.isArray(query)) return null;
  const parameters: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(query)) {
    if (value === null) continue;
    const values = (Array.isArray(value) ? value : [value]) as unknown[];
    if (!values.every((each) => ['string', 'number', 'boolean'].includes(typeof each))) return null;
    parameters[name] = values.map(String);
  }
  return parameters;
}
