import { ROOT_CONTEXT, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { node } from '@opentelemetry/sdk-node';
import { startOperationSpan } from '../../src/telemetry/rootSpans.js';

/** A span that has ended. */
export interface EndedSpan {
  readonly name: string;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** IDs of the linked spans. */
  readonly links: readonly string[];
  readonly isError: boolean;
}

/** Records the spans of this test file in memory. Call it once. */
export function recordSpans() {
  const exporter = new node.InMemorySpanExporter();
  const spanProcessors = [new node.SimpleSpanProcessor(exporter)];
  new node.NodeTracerProvider({ spanProcessors }).register();
  return {
    /** The spans that have ended since the last call. */
    take: (): readonly EndedSpan[] => {
      const spans = exporter.getFinishedSpans().map((span) => ({
        name: span.name,
        id: span.spanContext().spanId,
        parentId: span.parentSpanContext?.spanId,
        attributes: span.attributes,
        links: span.links.map(({ context }) => context.spanId),
        isError: span.status.code === SpanStatusCode.ERROR,
      }));
      exporter.reset();
      return spans;
    },
  };
}

/** Starts the span of an operation that begins a trace of its own. */
export function startTrace() {
  const started = startOperationSpan(ROOT_CONTEXT);
  if (started === null) throw new Error('Call recordSpans first.');
  return started;
}

/** Starts the span of an operation whose client does not record its trace. */
export function startUnsampledTrace() {
  const parent = { traceId: 'd'.repeat(32), spanId: 'a'.repeat(16), traceFlags: TraceFlags.NONE };
  return startOperationSpan(trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }));
}
