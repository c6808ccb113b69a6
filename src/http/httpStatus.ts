import type { FastifyReply, FastifyRequest } from 'fastify';

const NEWER = 'application/graphql-response+json';

/** Of errors that refuse a document, or what is given with it, before anything of it runs. */
const refusals: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * Clients that read `application/json`, the older media type of GraphQL over HTTP, take a status other
 * than 200 for an answer that isn't GraphQL's: to them, a refused document is a 200 with errors. To those that
 * read the newer one, whatever is refused before it is GraphQL says that it is GraphQL's: else they show the status
 * in place of what is wrong.
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

/** A part that fails leaves `data` there, and status 200. */
function isRefusal(payload: unknown): boolean {
  if (typeof payload !== 'string') return false;
  const { errors } = JSON.parse(payload) as {
    readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
  };
  return errors?.every(({ extensions }) => refusals.has(extensions?.code)) === true;
}
