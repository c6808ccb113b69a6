import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { ContextValue } from '../../graphql/context.js';
import { errorCodes } from '../../lib/errorCodes.js';
import { namesResponseType, OLDER_TYPE, RESPONSE_TYPE } from './mediaTypes.js';

/** Status of a response with `data` and `errors`. GraphQL over HTTP has defined it, as HTTP has no such status. */
const PARTIAL_SUCCESS = 294;
const UNPROCESSABLE = 422;

/** For these, Apollo has set the status that GraphQL over HTTP had before its release. */
const replacedStatuses: readonly (number | undefined)[] = [undefined, 200, 400];

/** Codes of refusals that older clients read only with the status 200. The others have 400 for them. */
const readableCodes: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What an error of Apollo says about the response; undefined: nothing. */
type Head = { status?: number } | undefined;

/**
 * Sets the statuses of GraphQL over HTTP, as released in September 2026, for `application/graphql-response+json`.
 * `adaptStatus` changes them for older clients.
 */
export function statusPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    invalidRequestWasReceived: ({ error }) => {
      const http = error instanceof GraphQLError ? (error.extensions['http'] as Head) : undefined;
      // A request that a page may have forged can be well formed.
      const isForged = error.message.startsWith('This operation has been blocked');
      if (http?.status === 400 && !isForged) http.status = UNPROCESSABLE;
      return Promise.resolve();
    },
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { http, body } }) => {
          const { data, errors } = body.kind === 'single' ? body.singleResult : {};
          if (errors === undefined) return Promise.resolve();
          if (data !== undefined) http.status ??= PARTIAL_SUCCESS;
          else if (replacedStatuses.includes(http.status)) {
            http.status = statusOf(errors[0]?.extensions?.['code']);
          }
          return Promise.resolve();
        },
      }),
  };
}

/** Returns the status of an operation that was refused with this code. */
function statusOf(code: unknown): number {
  return Object.entries(errorCodes).find(([name]) => name === code)?.[1].status ?? UNPROCESSABLE;
}

/**
 * Adapts the response to the client's media type. A client that accepts `application/json` only gets the statuses from
 * before the release. One that also names the newer type gets refusals in that type, so that it shows the error and
 * not only the status.
 */
export function adaptStatus(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const [mediaType] = String(reply.getHeader('content-type')).split(';');
  if (mediaType === OLDER_TYPE) {
    const older = olderStatus(reply.statusCode, payload);
    if (older < 400 || !namesResponseType(headers.accept)) reply.code(older);
    else reply.header('content-type', `${RESPONSE_TYPE}; charset=utf-8`);
  } else if (mediaType === RESPONSE_TYPE && reply.statusCode >= 400) {
    // A mutation that ran may have set a status for older clients.
    if (bodyOf(payload).data !== undefined) reply.code(PARTIAL_SUCCESS);
  }
  if (reply.statusCode === PARTIAL_SUCCESS) reply.raw.statusMessage = 'Partial Success';
  // A cache may otherwise store some refusals, such as 404.
  if (mediaType !== undefined && !reply.hasHeader('cache-control')) {
    reply.header('cache-control', 'no-store');
  }
  done(null, payload);
}

/**
 * Returns the status for a client that accepts `application/json` only.
 *
 * @param status the one for `application/graphql-response+json`.
 */
function olderStatus(status: number, payload: unknown): number {
  if (status === PARTIAL_SUCCESS) return 200;
  if (status !== 400 && status !== 404 && status !== UNPROCESSABLE) return status;
  const { errors = [] } = bodyOf(payload);
  if (errors.length > 0 && errors.every(({ extensions }) => isReadAs200(extensions?.code))) {
    return 200;
  }
  return status === UNPROCESSABLE ? 400 : status;
}

/** Returns whether older clients get an error with the status 200. */
export function isReadAs200(code: unknown): boolean {
  return readableCodes.has(code);
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

function bodyOf(payload: unknown): Body {
  return typeof payload === 'string' && payload !== '' ? (JSON.parse(payload) as Body) : {};
}
