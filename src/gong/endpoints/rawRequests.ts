import leven from 'leven';
import { gongOperations, type GongOperationId } from '../generated/operations.js';
import { isGongId } from './wire.js';
import type { GongRequest, HttpMethod } from '../request.js';

/** A request as a client spells it. */
export interface RawRequest {
  readonly method: HttpMethod;
  readonly path: string;
  readonly query: GongRequest['query'];
  /** Undefined when there is none. */
  readonly body: unknown;
}

/** A valid request, or what is wrong with its method or path, as the end of a sentence. */
export type ResolvedRequest = { readonly request: GongRequest } | { readonly problem: string };

/** The prefix of every path of Gong's. */
const PREFIX = '/v2/';

/**
 * Finds the operation of a method and a path. The request always goes to the company's own host, and to a path that
 * the API description contains or an operator allows. The path is spelled again from its segments.
 *
 * @param furtherPaths paths that an operator allows beyond the description; `{name}` stands for one segment.
 */
export function resolveRawRequest(
  raw: RawRequest,
  furtherPaths: readonly string[],
): ResolvedRequest {
  const { method, path, query = {}, body } = raw;
  const malformed = problemOfPath(path);
  if (malformed !== null) return { problem: malformed };
  const segments = path.split('/').map(decodeURIComponent);
  const atPath = operationsAt(segments);
  const found = atPath.find(({ id }) => gongOperations[id].method === method);
  if (found === undefined) {
    if (furtherPaths.some((template) => matches(template, segments) !== null)) {
      // The path is spelled again from its segments, so that no proxy interprets it differently, as with "..;".
      const pathname = segments.map(encodeURIComponent).join('/');
      return { request: { operation: 'undescribed', method, pathname, query, body } };
    }
    return { problem: isMeant(atPath) ? wrongMethod(atPath) : unknownPath(segments) };
  }
  const { id, parameters } = found;
  const operation = gongOperations[id];
  if (operation.body === 'multipart') {
    return {
      problem: `belongs to an operation that takes a multipart form, which gongRequest cannot send${
        id === 'addCallRecording' ? ': use addCallMedia' : ''
      }`,
    };
  }
  return { request: { operation: id, path: parameters, query, body } };
}

/** Returns whether a request changes nothing and costs no credits, so that it may be repeated when it fails. */
export function isRead(request: GongRequest): boolean {
  if (request.operation === 'undescribed') return request.method === 'GET';
  return gongOperations[request.operation].effect === 'read';
}

/** Returns what is wrong with the form of a path; null when nothing is. */
export function problemOfPath(path: string): string | null {
  if (!path.startsWith(PREFIX)) {
    return `must be a path that starts with ${PREFIX}, without scheme or host`;
  }
  if (path.includes('?')) return 'must not contain a query string: pass it as "query"';
  if (path.includes('#')) return 'must not contain a fragment';
  // Printable ASCII without spaces and backslashes.
  if (!/^[!-[\]-~]*$/.test(path)) {
    return 'must not contain spaces, control characters, backslashes, or non-ASCII characters: percent-encode them';
  }
  if (/%(?![0-9a-f]{2})/i.test(path)) return 'must not contain a percent sign that encodes nothing';
  if (/%(2f|5c|2e|25|[01][0-9a-f]|7f)/i.test(path)) {
    return 'must not contain encoded slashes, backslashes, dots, percent signs, or control characters';
  }
  const segments = path.slice(1).split('/');
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    return 'must not contain "." or ".." as a segment';
  }
  if (segments.includes('')) return 'must not contain an empty segment or end with a slash';
  return isUtf8(path) ? null : 'must be encoded as UTF-8';
}

function isUtf8(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

interface Match {
  readonly id: GongOperationId;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Returns the operations at a path with any method. A literal path has precedence over one with parameters. */
function operationsAt(segments: readonly string[]): readonly Match[] {
  const found = operations.flatMap(({ id, path }) => {
    const parameters = matches(path, segments);
    const ids: readonly string[] = gongOperations[id].ids;
    const isFitting = parameters !== null && ids.every((name) => isGongId(parameters[name] ?? ''));
    return isFitting ? [{ id, parameters }] : [];
  });
  const fewest = Math.min(...found.map(({ parameters }) => Object.keys(parameters).length));
  return found.filter(({ parameters }) => Object.keys(parameters).length === fewest);
}

/** Returns the values of a template's `{parameters}` when it matches; null when it does not. */
function matches(template: string, segments: readonly string[]): Record<string, string> | null {
  const parts = template.split('/');
  if (parts.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) parameters[name] = segment;
    else if (part !== segment) return null;
  }
  return parameters;
}

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The operations of the REST API, without those of OAuth. */
const operations = (Object.keys(gongOperations) as GongOperationId[])
  .map((id) => ({ id, path: gongOperations[id].path, method: gongOperations[id].method }))
  .filter(({ path }) => path.startsWith(PREFIX))
  // Methods that change nothing come first when several are named.
  .sort((a, b) => METHODS.indexOf(a.method) - METHODS.indexOf(b.method));

/** Returns whether the path certainly names one of these operations. A misspelled word would be treated as an ID. */
function isMeant(found: readonly Match[]): boolean {
  return found.some(({ parameters }) =>
    Object.values(parameters).every((value) => /\d/.test(value)),
  );
}

function wrongMethod(found: readonly Match[]): string {
  const methods = found.map(({ id }) => gongOperations[id].method).join(' or ');
  return `does not support this method: use ${methods}`;
}

function unknownPath(segments: readonly string[]): string {
  const path = segments
    .map((segment) => (/^\d+$/.test(segment) ? '{id}' : segment.toLowerCase()))
    .join('/');
  const distance = (template: string): number => leven(path, template.replace(/\{\w+\}/g, '{id}'));
  let nearest = operations[0];
  for (const each of operations) {
    if (nearest === undefined || distance(each.path) < distance(nearest.path)) nearest = each;
  }
  const said =
    nearest === undefined
      ? ''
      : `; the nearest is ${gongOperations[nearest.id].method} ${nearest.path}`;
  return `is not a path in the description of Gong's API${said}`;
}
