import { gongOperations, type GongOperationId } from './generated/operations.js';

/** Gong's operationId of an operation, or `undescribed` for one that the API description lacks. */
export type GongEndpoint = GongOperationId | 'undescribed';

interface RequestParts {
  /** Undefined members are omitted; a list repeats its name. */
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Sent as JSON; undefined: no body. */
  readonly body?: unknown;
}

export interface DescribedRequest extends RequestParts {
  readonly operation: GongOperationId;
  /** Values of the path's `{parameters}`. */
  readonly path?: Readonly<Record<string, string>>;
}

interface UndescribedRequest extends RequestParts {
  readonly operation: 'undescribed';
  readonly method: HttpMethod;
  /** As it is sent: percent-encoded, with the prefix `/v2/`. */
  readonly pathname: string;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type GongRequest = DescribedRequest | UndescribedRequest;

export function methodOf(request: GongRequest): string {
  return request.operation === 'undescribed'
    ? request.method
    : gongOperations[request.operation].method;
}

/** @param baseUrl origin of the company's API. */
export function urlOf(baseUrl: string, request: GongRequest): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const each of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      if (each !== undefined) parameters.append(name, each as string);
    }
  }
  const search = parameters.toString();
  return `${baseUrl}${pathnameOf(request)}${search === '' ? '' : `?${search}`}`;
}

function pathnameOf(request: GongRequest): string {
  if (request.operation === 'undescribed') return request.pathname;
  const { operation, path = {} } = request;
  return gongOperations[operation].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
}
