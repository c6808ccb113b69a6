import type { GraphQLFormattedError } from 'graphql';
import type { EndedOperation } from '../telemetry/endedOperation.js';
import type { ContextValue } from './context.js';

/** What the context of an operation does not know of its end. */
export interface OperationEnd {
  readonly kind?: EndedOperation['kind'];
  readonly type?: string | undefined;
  readonly documentHash?: string | undefined;
  readonly errors: readonly Pick<GraphQLFormattedError, 'extensions' | 'path'>[];
  readonly hasData: boolean;
}

/** Returns the facts of an operation that has ended. */
export function endedOperation(
  {
    requestId,
    viewer: { tenant, client, person },
    operation,
  }: Pick<ContextValue, 'requestId' | 'viewer' | 'operation'>,
  { kind = 'graphql', type, documentHash, errors, hasData }: OperationEnd,
): EndedOperation {
  const { operationName, waitedMs, requests, cacheHits, shared } = operation;
  const ended = errors.map(({ extensions, path }) => ({ code: codeOf(extensions), path }));
  return {
    kind,
    requestId,
    tenant,
    client,
    person,
    type: type ?? null,
    name: operationName,
    documentHash: documentHash ?? null,
    durationMs: operation.age(),
    waitedMs,
    gongRequests: requests,
    cacheHits,
    shared,
    errors: ended,
    errorCodes: [...new Set(ended.map(({ code }) => code))],
    isPartial: hasData && ended.length > 0,
    audit: operation.audit,
    trace: operation.trace,
  };
}

function codeOf(extensions: GraphQLFormattedError['extensions']): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
