import { SpanKind, type Context } from '@opentelemetry/api';
import type { OperationObserver } from './endedOperation.js';
import { clientLabel, OperationLabels } from './labels.js';
import { ParentSpan } from './parentSpan.js';

/** @param parent the span that the operation belongs to. */
export function startOperationSpan(parent: Context): ParentSpan | null {
  return ParentSpan.start({ name: 'graphql.operation', kind: SpanKind.SERVER, parent });
}

/**
 * Starts the trace of one task of the sync.
 *
 * @param task its name, such as `transcripts`.
 */
export function startTaskSpan(tenant: string, task: string): ParentSpan | null {
  const attributes = { 'gong_gateway.tenant': tenant, 'gong_gateway.task': task };
  return ParentSpan.start({ name: 'sync.task', kind: SpanKind.INTERNAL, attributes });
}

/** Returns an observer that ends the span of each operation. Its attributes contain no variables and no data. */
export function endOperationSpans(): OperationObserver {
  const labels = new OperationLabels();
  return ({ trace, kind, type, name, documentHash, errorCodes, ...ended }) => {
    trace?.end(
      {
        'gong_gateway.kind': kind,
        ...(type === null ? {} : { 'graphql.operation.type': type }),
        'graphql.operation.name': labels.of(name),
        ...(documentHash === null ? {} : { 'graphql.document.hash': documentHash }),
        'gong_gateway.request_id': ended.requestId,
        'gong_gateway.tenant': ended.tenant,
        'gong_gateway.client': clientLabel(ended.client),
        'gong_gateway.gong_requests': ended.gongRequests,
        'gong_gateway.shared_requests': ended.shared,
        'gong_gateway.cache_hits': ended.cacheHits,
        'gong_gateway.waited_ms': Math.round(ended.waitedMs),
        'gong_gateway.error_codes': [...errorCodes],
      },
      errorCodes[0] ?? null,
    );
  };
}
