import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import type { AttemptEnd, AttemptOutcome, RequestTrace } from '../gong/attempt.js';
import { gongOperations } from '../gong/generated/operations.js';
import { methodOf, type GongRequest } from '../gong/request.js';

/** Creates spans that go nowhere until the program registers a tracer provider. */
const tracer = trace.getTracer('gong-graphql-gateway');

/** Outcomes that are no failure of Gong or of the network. */
const EXPECTED: ReadonlySet<AttemptOutcome> = new Set(['ok', 'empty', 'aborted']);

export interface SpanStart {
  readonly name: string;
  readonly kind: SpanKind;
  /** Where the span belongs; if omitted, it begins a trace. */
  readonly parent?: Context | undefined;
  readonly attributes?: Attributes;
}

/**
 * The span of what sends requests to Gong, with a span for each wait and each attempt. Spans contain names of endpoints,
 * counts, and IDs of requests, and never data of requests or responses.
 */
export class ParentSpan implements RequestTrace {
  private constructor(
    private readonly span: Span,
    private readonly inside: Context,
  ) {}

  /** Returns null when the span is not recorded. */
  static start({ name, kind, parent, attributes = {} }: SpanStart): ParentSpan | null {
    const around = parent ?? context.active();
    const span = tracer.startSpan(name, { kind, attributes, root: parent === undefined }, around);
    return span.isRecording() ? new ParentSpan(span, trace.setSpan(around, span)) : null;
  }

  startWait(): (isGranted: boolean) => void {
    const wait = tracer.startSpan('gong.queue', {}, this.inside);
    let isOver = false;
    return (isGranted) => {
      if (isOver) return;
      isOver = true;
      if (!isGranted) wait.setStatus({ code: SpanStatusCode.ERROR });
      wait.end();
    };
  }

  startAttempt(request: GongRequest, attempt: number): (end: AttemptEnd) => void {
    return this.startSharedAttempt(request, attempt, () => []);
  }

  /**
   * Starts the span of an attempt that others wait for too, and links it with their spans in both directions.
   *
   * @param others called at the start and at the end, because others may join in between.
   */
  startSharedAttempt(
    request: GongRequest,
    attempt: number,
    others: () => Iterable<ParentSpan>,
  ): (end: AttemptEnd) => void {
    const attributes = attributesOf(request, attempt);
    const span = tracer.startSpan(
      'gong.request',
      { kind: SpanKind.CLIENT, attributes },
      this.inside,
    );
    const linked = new Set<ParentSpan>([this]);
    const link = (): void => {
      for (const other of others()) {
        if (linked.has(other)) continue;
        linked.add(other);
        span.addLink({ context: other.span.spanContext() });
        other.span.addLink({ context: span.spanContext() });
      }
    };
    link();
    return (end) => {
      link();
      endAttempt(span, end);
    };
  }

  /** @param error code of the first error; null when there is none. */
  end(attributes: Attributes, error: string | null): void {
    this.span.setAttributes(attributes);
    if (error !== null) fail(this.span, error);
    this.span.end();
  }
}

/** Returns the running span of the embedding program, or the span that a client named in its headers. */
export function parentFrom(headers: Readonly<Record<string, unknown>>): Context {
  const active = context.active();
  return trace.getSpan(active) === undefined ? propagation.extract(active, headers) : active;
}

/** The path keeps its placeholders, because IDs identify calls and persons. */
function attributesOf(request: GongRequest, attempt: number): Attributes {
  const { operation } = request;
  return {
    'http.request.method': methodOf(request),
    ...(operation === 'undescribed' ? {} : { 'url.template': gongOperations[operation].path }),
    'gong.endpoint': operation,
    'gong.attempt': attempt,
  };
}

function endAttempt(span: Span, { outcome, status, requestId }: AttemptEnd): void {
  span.setAttributes({
    'gong.outcome': outcome,
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    ...(requestId === undefined ? {} : { 'gong.request_id': requestId }),
  });
  if (!EXPECTED.has(outcome)) fail(span, outcome);
  span.end();
}

function fail(span: Span, error: string): void {
  span.setAttribute('error.type', error);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
