import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An attribute's value in OTLP's JSON. */
interface Value {
  readonly stringValue?: string;
  readonly intValue?: number | string;
  readonly boolValue?: boolean;
  readonly arrayValue?: { readonly values: readonly Value[] };
}

type Attributes = Readonly<Record<string, unknown>>;

interface WireSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly status: { readonly code: number };
}

/** A span as the collector got it. */
export interface CollectedSpan extends Omit<WireSpan, 'attributes' | 'links' | 'status'> {
  readonly attributes: Attributes;
  /** IDs of the linked spans. */
  readonly links: readonly string[];
  readonly isError: boolean;
}

interface Exported {
  readonly resourceSpans: readonly {
    readonly resource: Pick<WireSpan, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[];
  }[];
}

/** Status code of OTLP. */
const ERROR = 2;

/** Collects what is sent to it by OTLP over HTTP. */
export async function startCollector() {
  const requests: { readonly url: string; readonly type: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    // Text in protobuf is UTF-8 between bytes that need no decoding.
    void text(request).then((body) => {
      requests.push({ url, type: headers['content-type'] ?? '', body });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const exported = () =>
    requests.flatMap(({ body }) => (JSON.parse(body) as Exported).resourceSpans);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** What was sent as JSON. */
    spans: () =>
      exported()
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans.map(toCollected)),
    resources: () => exported().map(({ resource }) => attributesOf(resource)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function toCollected({ links = [], status, ...span }: WireSpan): CollectedSpan {
  return {
    ...span,
    attributes: attributesOf(span),
    links: links.map(({ spanId }) => spanId),
    isError: status.code === ERROR,
  };
}

function attributesOf({ attributes }: Pick<WireSpan, 'attributes'>): Attributes {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]));
}

function valueOf({ stringValue, intValue, boolValue, arrayValue }: Value): unknown {
  if (arrayValue !== undefined) return arrayValue.values.map(valueOf);
  return stringValue ?? boolValue ?? Number(intValue);
}
