import type { FastifyReply, FastifyRequest } from 'fastify';

const NEWER = 'application/graphql-response+json';

/** Codes of errors that refuse a document or its variables before execution. */
const refusals: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * Adapts the status to the client's media type. Clients that accept `application/json` treat another status than 200
 * as a failure outside of GraphQL, so a refused document has status 200 for them. For clients that accept the newer
 * type, refusals before GraphQL also have that type, so that they show the error and not only the status.
 */
export function adaptStatus(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const [mediaType] = String(reply.getHeader('content-type')).split(';');
  if (reply.statusCode === 400 && mediaType === 'application/json' && isRefusal(payload)) {
    reply.code(200);
  }
  if (reply.statusCode >= 400 && mediaType === 'application/json' && acceptsNewer(headers.accept)) {
    reply.header('content-type', `${NEWER}; charset=utf-8`);
  }
  done(null, payload);
}

function acceptsNewer(accept = ''): boolean {
  return accept.split(',').some((range) => range.split(';')[0]?.trim().toLowerCase() === NEWER);
}

/** A partial failure has `data`, and status 200. */
function isRefusal(payload: unknown): boolean {
  if (typeof payload !== 'string') return false;
  const { errors } = JSON.parse(payload) as {
    readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
  };
  return errors?.every(({ extensions }) => refusals.has(extensions?.code)) === true;
}
