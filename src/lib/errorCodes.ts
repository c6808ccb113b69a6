/** What clients can rely on for a value of `errors[].extensions.code`. */
interface ErrorCodeFacts {
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean;
  /**
   * HTTP status of a response without `data`, for a client that accepts `application/graphql-response+json`. Null: the
   * error comes with `data`.
   */
  readonly status: number | null;
  readonly when: string;
  readonly fix: string;
}

/** All codes that clients may see. The reference of error codes is generated from here. */
export const errorCodes = {
  BAD_USER_INPUT: {
    retryable: false,
    status: 422,
    when: 'An argument, a variable, or an uploaded file is invalid. The gateway refused it before it sent a request.',
    fix: 'Change what the message names.',
  },
  BAD_CURSOR: {
    retryable: false,
    status: null,
    when: '`after` belongs to another list, filter, order, or tenant, or is not a cursor of this gateway.',
    fix: 'Start the list again without `after`. Check that all instances have the same `GATEWAY_SECRET`.',
  },
  UNAUTHENTICATED: {
    retryable: false,
    status: 401,
    when: 'The client sent no token that the gateway accepts.',
    fix: 'Send `Authorization: Bearer <token>`. `WWW-Authenticate` says what is wrong with the token.',
  },
  AUTHENTICATION_UNAVAILABLE: {
    retryable: true,
    status: 503,
    when: 'The gateway cannot fetch the keys that it needs to check the JWT.',
    fix: 'Send the request again after `retryAfterSeconds`. An operator checks `GATEWAY_JWKS_URL`.',
  },
  FORBIDDEN: {
    retryable: false,
    status: null,
    when: 'The policy forbids the operation, raw requests are off, an upload URL is invalid, or the `Host` header names another host.',
    fix: 'Request a new upload URL from `addCallMedia`, or ask the operator for the right.',
  },
  COST_LIMIT_EXCEEDED: {
    retryable: false,
    status: 422,
    when: 'The operation would cost more Gong requests, or return more objects, than one operation may.',
    fix: 'Narrow what the message names: a shorter window, a smaller `first`, or several operations.',
  },
  RATE_LIMITED: {
    retryable: true,
    status: null,
    when: 'Gong requests a pause that is longer than the deadline allows, the queue of the gateway is full, or the state of an upload URL is unknown. With the status 429, the client sent more operations per minute than it may, or too many logins failed.',
    fix: 'Send the operation again after `retryAfterSeconds`.',
  },
  QUOTA_EXHAUSTED: {
    retryable: true,
    status: null,
    when: 'The daily quota of the company is used up, or the daily budget of the client. The message says which.',
    fix: 'Send the operation again after `retryAfterSeconds`, when the next day begins.',
  },
  DEADLINE_EXCEEDED: {
    retryable: true,
    status: null,
    when: 'The operation ran out of time. A list that has items is cut short instead.',
    fix: 'Request less at once, or send the operation again: what was read is cached.',
  },
  GONG_MISSING_SCOPE: {
    retryable: false,
    status: null,
    when: 'The Gong credential lacks the scope that `requiredScope` names.',
    fix: 'Grant the scope in Gong (`npm run scopes` lists all), or omit the field.',
  },
  GONG_BAD_CREDENTIALS: {
    retryable: false,
    status: null,
    when: 'Gong rejected the credential, or the IP address that the request came from.',
    fix: 'An operator runs `npm run doctor`, and replaces the key or connects the company again.',
  },
  GONG_NOT_LICENSED: {
    retryable: false,
    status: null,
    when: 'Gong has not enabled the feature for the company.',
    fix: "Ask Gong's support to enable it, or omit the field.",
  },
  GONG_CREDITS_EXHAUSTED: {
    retryable: false,
    status: null,
    when: 'The company has no Gong credits left for `askGong` or `generateEntityBrief`.',
    fix: 'Ask a Gong administrator for credits.',
  },
  GONG_BAD_REQUEST: {
    retryable: false,
    status: null,
    when: 'Gong rejected the content of the request.',
    fix: 'Change what `gong.messages` names.',
  },
  GONG_NOT_FOUND: {
    retryable: false,
    status: null,
    when: 'Gong has no such object, or the policy hides it.',
    fix: 'Check the ID.',
  },
  GONG_CONFLICT: {
    retryable: false,
    status: null,
    when: 'Gong says that the change conflicts with the current state.',
    fix: 'Read the current state, then decide.',
  },
  GONG_UNAVAILABLE: {
    retryable: true,
    status: null,
    when: 'A read failed with a 5xx status, a network failure, or a time-out, after up to 3 attempts.',
    fix: 'Send the operation again later.',
  },
  OUTCOME_UNKNOWN: {
    retryable: false,
    status: null,
    when: 'The gateway sent a change, and Gong did not say whether it was made.',
    fix: 'Check the current state in Gong first. Repeat only with the same `clientUniqueId` or `eventId`.',
  },
  GONG_BAD_RESPONSE: {
    retryable: true,
    status: null,
    when: "Gong's response is not JSON, is cut short, is too large, is a redirect, or does not have the documented form.",
    fix: 'Send the operation again. If it persists, report `gong.requestId` to Gong. `retryable` is false for changes.',
  },
  GRAPHQL_PARSE_FAILED: {
    retryable: false,
    status: 400,
    when: 'The document is not GraphQL, or has too many tokens.',
    fix: 'Correct the document.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    retryable: false,
    status: 422,
    when: 'The document does not fit the schema, or exceeds a limit.',
    fix: 'Correct the document: the message names the field or the limit.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    retryable: false,
    status: 422,
    when: 'The document has several operations and `operationName` chooses none of them.',
    fix: 'Send `operationName`.',
  },
  BAD_REQUEST: {
    retryable: false,
    status: 422,
    when: 'The HTTP request is malformed, too large, too slow, or may come from a page of another origin. The status is 400, 405, 406, 408, 413, 415, 422, or 431.',
    fix: 'Change what the message names. For a GET, send a bearer token or the header `apollo-require-preflight`.',
  },
  NOT_FOUND: {
    retryable: false,
    status: 404,
    when: 'The gateway serves nothing at this path.',
    fix: 'Use `/graphql`.',
  },
  UNAVAILABLE: {
    retryable: true,
    status: 503,
    when: 'A request to `/admin` or `/oauth` needs the store of connections, which is unreachable.',
    fix: 'Send the request again later. An operator checks Redis.',
  },
  REPLICA_OFF: {
    retryable: false,
    status: null,
    when: 'The field needs the replica, and the gateway has none. The message says why.',
    fix: 'An operator turns it on with `GATEWAY_REPLICA`. Until then, use fields that Gong answers.',
  },
  REPLICA_UNAVAILABLE: {
    retryable: true,
    status: null,
    when: 'The field needs the replica, and its store cannot be reached, or is full. After an upgrade, only searches for words fail, until their index is rebuilt. Fields that Gong answers still work.',
    fix: 'Send the operation again later. An operator runs `npm run doctor`.',
  },
  CHANGES_GONE: {
    retryable: false,
    status: null,
    when: '`after` is a cursor of a replica that has been rebuilt since.',
    fix: 'Start again without `after`, and drop what you hold that does not come again.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    retryable: false,
    status: 404,
    when: 'The gateway does not know this hash yet.',
    fix: 'Send text and hash together once. Clients with automatic persisted queries do so by themselves.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    retryable: false,
    status: 422,
    when: 'The client sent a hash, and `GATEWAY_PERSISTED_DOCUMENTS` is `off`.',
    fix: 'Send the text.',
  },
  PERSISTED_QUERY_NOT_IN_LIST: {
    retryable: false,
    status: 404,
    when: 'The manifest has no document with this ID.',
    fix: 'Add the document to the manifest, and restart the gateway.',
  },
  PERSISTED_QUERY_ID_REQUIRED: {
    retryable: false,
    status: 422,
    when: 'Only documents of the manifest may run, and the client named none.',
    fix: 'Send `documentId` or `extensions.persistedQuery.sha256Hash`.',
  },
  QUERY_NOT_IN_SAFELIST: {
    retryable: false,
    status: 403,
    when: 'Only documents of the manifest may run, and this text is not one of them.',
    fix: 'Add the document to the manifest, and restart the gateway.',
  },
  ERRORS_OMITTED: {
    retryable: false,
    status: null,
    when: 'The response has more errors than fit. It is the last error, and `omitted` says how many are not shown.',
    fix: 'Fix the causes shown first, or request fewer items.',
  },
  INTERNAL_SERVER_ERROR: {
    retryable: false,
    status: 500,
    when: 'The gateway has a bug. Its log holds the details.',
    fix: 'Report it with the log entry.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;

export type ErrorCode = keyof typeof errorCodes;
