import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { GongError, type GongErrorKind } from '../gong/errors.js';
import { errorCodes, type ErrorCode } from '../lib/errorCodes.js';
import type { Logger } from '../lib/logger.js';
import { InputError } from '../operation/inputError.js';
import { ReplicaError } from '../operation/replica/replicaError.js';
import { PolicyError } from '../access/policy/policyError.js';
import { RecordingError } from '../company/uploads/recordingError.js';

/** Converts Gong's failures to the codes that clients see. No other code does that. */
const codes: Record<GongErrorKind, ErrorCode> = {
  'bad-request': 'GONG_BAD_REQUEST',
  'bad-credentials': 'GONG_BAD_CREDENTIALS',
  'missing-scope': 'GONG_MISSING_SCOPE',
  'not-licensed': 'GONG_NOT_LICENSED',
  'credits-exhausted': 'GONG_CREDITS_EXHAUSTED',
  'not-found': 'GONG_NOT_FOUND',
  conflict: 'GONG_CONFLICT',
  'rate-limited': 'RATE_LIMITED',
  'quota-exhausted': 'QUOTA_EXHAUSTED',
  'cost-limit-exceeded': 'COST_LIMIT_EXCEEDED',
  unavailable: 'GONG_UNAVAILABLE',
  'bad-response': 'GONG_BAD_RESPONSE',
  'deadline-exceeded': 'DEADLINE_EXCEEDED',
  'outcome-unknown': 'OUTCOME_UNKNOWN',
};

/** Returns the client's code of a kind of failure. */
export function codeOf(kind: GongErrorKind): ErrorCode {
  return codes[kind];
}

/** An error as the client sees it. */
export interface Failure {
  readonly message: string;
  readonly extensions: {
    readonly code: ErrorCode;
    readonly retryable: boolean;
    readonly retryAfterSeconds?: number;
    readonly requiredScope?: string;
    readonly gong?: { readonly messages: readonly string[]; readonly [member: string]: unknown };
  };
}

/**
 * Returns the code of a failure, whether it is retryable, and Gong's message. The result contains no credential,
 * link, or stack trace. Returns null for an internal error, which clients must not see.
 */
export function describeFailure(error: unknown): Failure | null {
  if (error instanceof GongError) return describeGongError(error);
  if (error instanceof InputError) {
    return { message: error.message, extensions: { code: error.code, retryable: false } };
  }
  if (error instanceof ReplicaError) {
    const { code } = error;
    const { retryable } = errorCodes[code];
    return { message: error.message, extensions: { code, retryable } };
  }
  if (error instanceof PolicyError) {
    return { message: error.message, extensions: { code: 'FORBIDDEN', retryable: false } };
  }
  if (error instanceof RecordingError) {
    return { message: error.message, extensions: { code: 'BAD_USER_INPUT', retryable: false } };
  }
  return null;
}

/** Longer messages repeat the client's input. */
export const MAX_MESSAGE_LENGTH = 1000;

/** Shortens a message to the maximum length. */
export function shortened(message: string): string {
  return message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
}

/** One error may occur at hundreds of paths. It is described once. */
const descriptions = new WeakMap<GongError, Failure>();
/** The upstream cause of a failure, by the extensions that describe it. */
const causes = new WeakMap<object, string>();

/**
 * Returns a value that is equal for failures with the same upstream cause; null for failures that did not occur
 * between the gateway and Gong.
 */
export function causeOf(extensions: object | undefined): string | null {
  return (extensions && causes.get(extensions)) ?? null;
}

function describeGongError(error: GongError): Failure {
  let failure = descriptions.get(error);
  if (failure === undefined) {
    failure = { message: shortened(error.message), extensions: gongExtensions(error) };
    descriptions.set(error, failure);
    causes.set(failure.extensions, causeIn(error, failure));
  }
  return failure;
}

/** Failures of the credential have one cause, however many requests Gong refused. */
const causesInCredential: ReadonlySet<GongErrorKind> = new Set([
  'missing-scope',
  'bad-credentials',
  'not-licensed',
  'credits-exhausted',
]);

function causeIn({ kind, operation, status, requestId }: GongError, failure: Failure): string {
  const { message, extensions } = failure;
  const { requiredScope, gong } = extensions;
  const request = causesInCredential.has(kind) ? null : requestId;
  return JSON.stringify([kind, message, operation, status, request, requiredScope, gong?.messages]);
}

/**
 * Returns a function that formats errors for clients. It logs internal errors and masks them.
 *
 * @param requestIdOf returns the ID of the request that an error belongs to, for the log.
 */
export function createFormatError(
  logger: Logger,
  requestIdOf: (error: unknown) => string | undefined = () => undefined,
) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const failure = describeFailure(cause);
    if (failure !== null) {
      const { message, extensions } = failure;
      return { ...formatted, message: shortened(message), extensions };
    }
    const extensions = { ...formatted.extensions };
    delete extensions['stacktrace'];
    if (extensions['code'] !== 'INTERNAL_SERVER_ERROR') {
      return {
        ...formatted,
        message: shortened(formatted.message),
        extensions: { ...extensions, retryable: false },
      };
    }
    const requestId = requestIdOf(error);
    logger.error({ err: cause, path: formatted.path, requestId }, 'Operation failed unexpectedly');
    return {
      ...formatted,
      message: 'Internal server error.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
    };
  };
}

function gongExtensions(error: GongError): Failure['extensions'] {
  const code = codes[error.kind];
  const { operation, status, requestId, messages, retryAfterMs, requiredScope, guidance } = error;
  return {
    code,
    retryable: error.isRetryable ?? errorCodes[code].retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }),
    ...(requiredScope === undefined ? {} : { requiredScope }),
    gong: { operation, status, requestId, messages: within(messages), ...guidance },
  };
}

/** Returns as many texts as fit into the maximum length of one message. */
function within(texts: readonly string[]): readonly string[] {
  let left = MAX_MESSAGE_LENGTH;
  return texts.flatMap((text) => {
    if (left <= 0) return [];
    const part = shortened(text);
    left -= part.length;
    return [part];
  });
}
